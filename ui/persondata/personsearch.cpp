#include "ui/persondata/personsearch.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestSearch = 4096; // the text of a code is long
constexpr int foundShown = 3;
constexpr int personHeight = 54; ///< two lines: nothing of who it is is cut

} // namespace

PersonSearch::PersonSearch(QWidget *parent)
    : QFrame(parent)
    , m_word(new QLabel(this))
    , m_text(new QLineEdit(this))
    , m_find(new ActionButton(ActionButton::Look::Plain, this))
    , m_scan(new ActionButton(ActionButton::Look::Plain, this))
    , m_found(new QListWidget(this))
    , m_said(new QLabel(this))
{
    setObjectName(u"personSearch"_s);
    setProperty("card", true);
    m_word->setFont(textFont(tokens::noteText));
    setTone(m_word, "quiet"_L1);
    m_text->setObjectName(u"personText"_s);
    m_text->setMaxLength(longestSearch);
    m_find->setObjectName(u"personFind"_s);
    m_scan->setObjectName(u"personScan"_s);
    m_scan->setCheckable(true);
    m_found->setObjectName(u"personFound"_s);
    m_found->setItemDelegate(new WholeRowDelegate(m_found));
    m_found->setFixedHeight(foundShown * textScaled(personHeight) + tokens::space12);
    m_found->hide();
    m_said->setObjectName(u"personFoundSaid"_s);
    makeAnnouncing(m_said);
    for (QLabel *words : {m_word, m_said}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
    }
    m_said->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(tokens::space8);
    line->addWidget(m_text, 1);
    line->addWidget(m_find);
    line->addWidget(m_scan);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space4);
    column->addWidget(m_word);
    column->addLayout(line);
    column->addWidget(m_found);
    column->addWidget(m_said);
    connect(m_text, &QLineEdit::returnPressed, this, &PersonSearch::find);
    connect(m_find, &QAbstractButton::clicked, this, &PersonSearch::find);
    connect(m_scan, &QAbstractButton::toggled, this, [this](bool wanted) {
        emit scanWanted(wanted);
        retranslate();
    });
    connect(m_found, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *person) { choose(m_found->row(person)); });
    connect(m_found, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *person) { choose(m_found->row(person)); });
    setFocusProxy(m_text);
    retranslate();
}

void PersonSearch::begin()
{
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->selectAll();
}

void PersonSearch::find()
{
    // A button that is refused to somebody is refused to their Enter as well.
    if (const QByteArray text = m_text->text().trimmed().toUtf8(); !text.isEmpty() && m_find->isEnabled())
        emit findWanted(text);
}

void PersonSearch::takeScanned(const QByteArray &text)
{
    if (!m_scan->isChecked())
        return; // another page waits for it
    stopScanning();
    m_text->setText({});
    emit findWanted(text);
}

void PersonSearch::setHits(const QList<VisitorHit> &hits)
{
    m_hits = hits;
    m_found->clear();
    for (const VisitorHit &hit : hits) {
        const VisitorData shown = masked(hit.visitor);
        QStringList who{personName(shown), personTraits(shown)};
        QStringList parts{shown.idNumber};
        if (hit.lastEntry)
            parts << tr("last here %1").arg(dateText(hit.lastEntry->at.toDateTime().date()));
        for (QStringList *line : {&who, &parts})
            line->removeAll(QString());
        auto *item = new QListWidgetItem(who.join(u" · "_s) + u'\n' + parts.join(u" · "_s), m_found);
        item->setSizeHint({0, textScaled(personHeight)});
    }
    m_found->setVisible(hits.size() > 1);
    if (hits.isEmpty())
        return say(tr("Nothing is held on anybody with that code, number or name."), "refused"_L1);
    if (hits.size() > 1) {
        say(tr("Choose one of %n person(s).", nullptr, int(hits.size())), "quiet"_L1);
        m_found->setCurrentRow(0);
        m_found->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_said->hide();
    choose(0);
}

void PersonSearch::choose(int row)
{
    if (row >= 0 && row < m_hits.size())
        emit chosen(m_hits[row]);
}

void PersonSearch::showFailure(const Error &error)
{
    setHits({});
    const ErrorText text = errorText(error.code);
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void PersonSearch::say(const QString &words, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(words);
    m_said->show();
    announce(m_said, words);
}

void PersonSearch::stopScanning()
{
    m_scan->setChecked(false);
}

void PersonSearch::forget()
{
    stopScanning();
    m_text->setText({}); // clear() could be undone
    m_hits.clear();
    m_found->clear();
    m_found->hide();
    m_said->setText({});
    m_said->hide();
}

void PersonSearch::hideEvent(QHideEvent *event)
{
    // Nobody who comes in meanwhile may be looked up in place of being recorded.
    stopScanning();
    QFrame::hideEvent(event);
}

void PersonSearch::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PersonSearch::retranslate()
{
    m_word->setText(tr("Who asks? A code (paste it), a number or a name, then Enter"));
    m_text->setAccessibleName(tr("Person who asks"));
    m_find->setLabel(tr("Find"));
    m_scan->setLabel(m_scan->isChecked() ? tr("Hold up the code…") : tr("By code"));
    m_scan->setToolTip(
        tr("The next code that is held up says who it is about; that person is not recorded by it."));
    m_found->setAccessibleName(tr("Who was found"));
}

} // namespace checkpoint
