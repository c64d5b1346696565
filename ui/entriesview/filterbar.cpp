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
    , m_clear(new ActionButton(ActionButton::Look::Quiet, this))
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
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    for (Picker *picker : {m_direction, m_location, m_source, m_group, m_refused}) {
        picker->setMaximumWidth(220);
        row->addWidget(picker);
        connect(picker, &QComboBox::activated, this, &FilterBar::changed);
    }
    m_refused->setMaximumWidth(300); // says what is left out, which is longer than a name
    row->addWidget(m_open);
    row->addWidget(m_clear);
    row->addStretch();
    connect(m_open, &QAbstractButton::clicked, this, &FilterBar::changed);
    connect(m_clear, &QAbstractButton::clicked, this, &FilterBar::clear);
    connect(this, &FilterBar::changed, this, [this] { m_clear->setVisible(isNarrowing()); });
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

void FilterBar::clear()
{
    for (Picker *picker : {m_direction, m_location, m_source, m_group})
        picker->setCurrentIndex(0);
    if (refused() == EntryFilter::Only)
        setRefused(EntryFilter::Without);
    m_open->setChecked(false);
    emit changed();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    for (Picker *picker : {m_direction, m_location, m_source, m_group, m_refused})
        picker->measureAnew();
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
    fill(m_refused, {tr("Without refused scans"), tr("Refused scans too"), tr("Refused scans only")},
         {u"without"_s, u"with"_s, u"only"_s});
    m_refused->setAccessibleName(tr("Refused scans"));
    m_open->setLabel(tr("Still inside"));
    m_clear->setLabel(tr("Show all"));
}

} // namespace checkpoint
