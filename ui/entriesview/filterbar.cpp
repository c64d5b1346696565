#include "ui/entriesview/filterbar.h"

#include "ui/common/actionbutton.h"
#include "ui/common/picker.h"
#include "ui/common/reasontext.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <initializer_list>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_direction(new Picker(this))
    , m_location(new Picker(this))
    , m_source(new Picker(this))
    , m_group(new Picker(this))
    , m_refused(new Picker(this))
    , m_open(new Toggle(this))
    , m_clear(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"filterBar"_s);
    m_direction->setObjectName(u"filterDirection"_s);
    m_location->setObjectName(u"filterLocation"_s);
    m_source->setObjectName(u"filterSource"_s);
    m_group->setObjectName(u"filterGroup"_s);
    m_refused->setObjectName(u"filterRefused"_s);
    m_open->setObjectName(u"filterOpen"_s);
    m_open->setCheckable(true);
    m_clear->setObjectName(u"filterClear"_s);
    m_clear->setIconName("cross"_L1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (QHBoxLayout **row : {&m_first, &m_second}) {
        *row = new QHBoxLayout;
        (*row)->setSpacing(tokens::space8);
        rows->addLayout(*row);
    }
    for (Picker *picker : {m_direction, m_location, m_source, m_group, m_refused}) {
        picker->setMinimumWidth(tokens::space32 * 2);
        m_first->addWidget(picker);
        connect(picker, &QComboBox::activated, this, &FilterBar::changed);
    }
    m_first->addWidget(m_open);
    m_first->addWidget(m_clear);
    m_first->addStretch();
    m_second->addStretch();
    connect(m_open, &QAbstractButton::clicked, this, &FilterBar::changed);
    connect(m_clear, &QAbstractButton::clicked, this, &FilterBar::clear);
    connect(this, &FilterBar::changed, this, &FilterBar::offerClearing);
    retranslate();
    m_clear->hide();
}

/// Keeps what is chosen, where it is still among the choices.
void FilterBar::fill(Picker *picker, const QStringList &words, const QStringList &values)
{
    const QString chosen = picker->currentData().toString();
    const QSignalBlocker quiet(picker);
    picker->clear();
    for (qsizetype i = 0; i < words.size(); ++i)
        picker->addItem(words[i], values[i]);
    picker->setCurrentIndex(qMax(0, picker->findData(chosen)));
}

void FilterBar::setLocations(const QStringList &locations)
{
    m_locations = locations;
    retranslate();
}

void FilterBar::setSources(const QStringList &sources)
{
    m_sources = sources;
    retranslate();
}

void FilterBar::setRefused(EntryFilter::Refused refused)
{
    m_refused->setCurrentIndex(int(refused));
}

EntryFilter::Refused FilterBar::refused() const
{
    return EntryFilter::Refused(m_refused->currentIndex());
}

void FilterBar::apply(EntryFilter &filter) const
{
    filter.direction.reset();
    if (const int index = m_direction->currentIndex(); index > 0)
        filter.direction = index == 1 ? Direction::In : Direction::Out;
    const auto chosen = [](const Picker *picker) {
        const QString value = picker->currentData().toString();
        return picker->currentIndex() > 0 ? QStringList{value} : QStringList();
    };
    filter.locations = chosen(m_location);
    filter.sources = chosen(m_source);
    filter.group = EntryFilter::Group(m_group->currentIndex());
    filter.refused = refused();
    filter.openOnly = m_open->isChecked();
}

bool FilterBar::isNarrowing() const
{
    return m_direction->currentIndex() > 0 || m_location->currentIndex() > 0 ||
           m_source->currentIndex() > 0 || m_group->currentIndex() > 0 || refused() == EntryFilter::Only ||
           m_open->isChecked();
}

QStringList FilterBar::narrowing() const
{
    QStringList words;
    for (const Picker *picker : {m_direction, m_location, m_source, m_group})
        if (picker->currentIndex() > 0)
            words << picker->currentText();
    if (refused() == EntryFilter::Only)
        words << m_refused->currentText();
    if (m_open->isChecked())
        words << m_open->text();
    return words;
}

QString FilterBar::emptyTogether() const
{
    if (refused() != EntryFilter::Only)
        return {};
    if (m_direction->currentIndex() > 0)
        return m_direction->currentText();
    return m_open->isChecked() ? m_open->text() : QString();
}

void FilterBar::clear()
{
    for (Picker *picker : {m_direction, m_location, m_source, m_group})
        picker->setCurrentIndex(0);
    if (refused() == EntryFilter::Only)
        setRefused(EntryFilter::Without);
    m_open->setChecked(false);
    emit cleared();
    emit changed();
}

void FilterBar::setSearching(bool searching)
{
    m_searching = searching;
    offerClearing();
}

void FilterBar::offerClearing()
{
    m_clear->setVisible(m_searching || isNarrowing());
    fit();
}

/// Where there is no room for the longest choices, the boxes are as wide as what is chosen.
void FilterBar::fit()
{
    const std::initializer_list<Picker *> pickers{m_direction, m_location, m_source, m_group, m_refused};
    int others = int(pickers.size()) * tokens::space8 + m_open->sizeHint().width();
    if (!m_clear->isHidden())
        others += tokens::space8 + m_clear->sizeHint().width();
    // What is left out is said in more words than a name has.
    const auto widest = [this](const Picker *picker) {
        return qMin(picker->sizeHint().width(), picker == m_refused ? 300 : 220);
    };
    int wanted = others;
    for (const Picker *picker : pickers)
        wanted += widest(picker);
    int least = others;
    for (Picker *picker : pickers) {
        const int chosen = qMin(widest(picker), picker->widthOfChosen());
        least += chosen;
        picker->setMaximumWidth(wanted > width() ? chosen : widest(picker));
    }
    wrap(least > width());
}

void FilterBar::wrap(bool wrapped)
{
    if (wrapped == m_wrapped)
        return;
    m_wrapped = wrapped;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_clear, m_open}) {
        (wrapped ? m_first : m_second)->removeWidget(widget);
        if (wrapped)
            m_second->insertWidget(0, widget);
        else
            m_first->insertWidget(m_first->count() - 1, widget);
    }
    if (!wrapped) { // the switch stands before what clears
        m_first->removeWidget(m_clear);
        m_first->insertWidget(m_first->count() - 1, m_clear);
    }
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    for (Picker *picker : {m_direction, m_location, m_source, m_group, m_refused})
        picker->measureAnew();
    fit();
}

void FilterBar::retranslate()
{
    fill(m_direction, {tr("In and out"), directionWord(Direction::In), directionWord(Direction::Out)},
         {u"all"_s, u"in"_s, u"out"_s});
    m_direction->setAccessibleName(tr("Direction"));
    fill(m_location, QStringList{tr("All locations")} + m_locations, QStringList{QString()} + m_locations);
    m_location->setAccessibleName(tr("Location"));
    QStringList names{tr("All codes")};
    for (const QString &source : m_sources)
        names << sourceName(source);
    fill(m_source, names, QStringList{QString()} + m_sources);
    m_source->setAccessibleName(tr("Kind of code"));
    fill(m_group, {tr("Everybody"), tr("Staff only"), tr("Visitors only")},
         {u"all"_s, u"staff"_s, u"visitors"_s});
    m_group->setAccessibleName(tr("Visitors or staff"));
    fill(m_refused, {tr("Without refused"), tr("Refused too"), tr("Refused only")},
         {u"without"_s, u"with"_s, u"only"_s});
    m_refused->setAccessibleName(tr("Refused scans"));
    m_open->setLabel(tr("Still inside"));
    m_clear->setLabel(tr("Clear filters"));
    fit();
}

} // namespace checkpoint
