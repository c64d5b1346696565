#include "ui/settingsview/settingrow.h"

#include "core/domain/textfolding.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wordsWidth = 216;
constexpr int wideWords = 320; ///< where the row is wide
constexpr int wideFrom = 900;
constexpr int besideFrom = 560; ///< from this width on the control stands beside the words
constexpr int noteWidth = 264;  ///< with so much left beside a narrow control, its note stands there

QLabel *makeWords(QWidget *parent, int size)
{
    auto *label = new QLabel(parent);
    label->setFont(textFont(size));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return label;
}

/// A label keeps the least width it once had to have among what it wants, until it is told to look anew.
void limitWidth(QLabel *label, int least, int most)
{
    if (label->minimumWidth() == least && label->maximumWidth() == most)
        return;
    label->setMinimumWidth(least);
    label->setMaximumWidth(most);
    label->setIndent(label->indent());
}

} // namespace

SettingRow::SettingRow(QWidget *control, QWidget *parent, QWidget *focus)
    : QWidget(parent)
    , m_control(control)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_words(new QVBoxLayout)
    , m_line(new QHBoxLayout)
    , m_label(makeWords(this, tokens::bodyText))
    , m_note(makeWords(this, tokens::noteText))
    , m_fault(makeWords(this, tokens::noteText))
{
    setTone(m_note, "quiet"_L1);
    setTone(m_fault, "refused"_L1);
    m_label->setBuddy(focus ? focus : control);
    m_note->hide();
    m_fault->hide();
    m_words->setSpacing(0);
    m_words->addWidget(m_label);
    m_words->addWidget(m_note);
    m_words->addStretch();
    m_line->setSpacing(tokens::space16);
    if (isNarrow()) // it stands at the left
        m_line->addWidget(control, 0, Qt::AlignLeft | Qt::AlignTop);
    else
        m_line->addWidget(control, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(tokens::space4);
    right->addLayout(m_line);
    right->addWidget(m_fault);
    right->addStretch();
    m_layout->setContentsMargins(0, tokens::space4, 0, tokens::space4);
    m_layout->addLayout(m_words, 0);
    m_layout->addLayout(right, 1);
}

void SettingRow::setWords(const QString &label, const QString &note, const QString &alsoFoundBy)
{
    m_label->setText(label);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_alsoFoundBy = alsoFoundBy;
    QWidget *focus = m_label->buddy();
    if (focus && (focus->accessibleName().isEmpty() || focus->property("namedByRow").toBool())) {
        focus->setProperty("namedByRow", true);
        focus->setAccessibleName(label);
        focus->setAccessibleDescription(hasFault() ? m_fault->text() : note);
    }
}

void SettingRow::setFault(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    if (QWidget *focus = m_label->buddy())
        focus->setAccessibleDescription(fault.isEmpty() ? m_note->text() : fault);
}

bool SettingRow::hasFault() const
{
    return !m_fault->text().isEmpty();
}

QString SettingRow::label() const
{
    return m_label->text();
}

QWidget *SettingRow::focusControl() const
{
    QList<QWidget *> candidates{m_label->buddy()};
    candidates += m_control->findChildren<QWidget *>();
    for (QWidget *each : candidates)
        if (each && (each->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
            return each;
    return nullptr;
}

QString SettingRow::everythingSaid() const
{
    QStringList said{m_label->text(), m_note->text(), m_alsoFoundBy};
    QList<const QWidget *> parts{m_control};
    for (const QWidget *part : m_control->findChildren<QWidget *>())
        parts << part;
    for (const QWidget *part : std::as_const(parts)) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(part))
            said << button->text();
        if (const auto *box = qobject_cast<const QComboBox *>(part))
            for (int i = 0; i < box->count(); ++i)
                said << box->itemText(i);
    }
    if (const auto *edit = qobject_cast<const QLineEdit *>(m_control))
        said << edit->placeholderText();
    return said.join(u' ');
}

bool SettingRow::matches(const QStringList &words) const
{
    return saysAll(everythingSaid(), words);
}

bool SettingRow::saysTogether(const QString &words) const
{
    return (u' ' + foldedText(everythingSaid())).contains(u' ' + foldedText(words));
}

bool SettingRow::event(QEvent *event)
{
    // Another language or another size of text needs another arrangement.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        arrange();
    return QWidget::event(event);
}

/// No wider than its words or digits.
bool SettingRow::isNarrow() const
{
    return m_control->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum;
}

void SettingRow::arrange()
{
    const int words = textScaled(width() >= textScaled(wideFrom) ? wideWords : wordsWidth);
    const int left = width() - words - tokens::space24;
    const bool beside = width() >= besideFrom && left >= m_control->minimumSizeHint().width();
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Setting it asks to be laid out again, which comes here: without end, were it set every time.
    if (const int spacing = beside ? tokens::space24 : tokens::space4; m_layout->spacing() != spacing)
        m_layout->setSpacing(spacing);
    placeNote(beside && isNarrow() &&
              left >= m_control->sizeHint().width() + tokens::space16 + textScaled(noteWidth));
    for (QLabel *label : {m_label, m_note}) {
        const bool isWords = beside && m_words->indexOf(label) >= 0;
        // Below each other they must let the row become narrower.
        limitWidth(label, isWords ? words : 0, isWords ? words : QWIDGETSIZE_MAX);
    }
    const bool alone = m_note->isHidden() || m_words->indexOf(m_note) < 0;
    m_label->setMinimumHeight(!beside ? 0 : alone ? tokens::controlHeight : tokens::space32);
}

/// Beside the control, or below the label.
void SettingRow::placeNote(bool besideControl)
{
    if ((m_line->indexOf(m_note) >= 0) == besideControl)
        return;
    QBoxLayout *const from = besideControl ? m_words : static_cast<QBoxLayout *>(m_line);
    from->removeWidget(m_note);
    if (besideControl)
        m_line->addWidget(m_note, 1);
    else
        m_words->insertWidget(1, m_note);
    m_note->setMinimumHeight(besideControl ? tokens::controlHeight : 0); // one line is level with the control
}

} // namespace checkpoint
