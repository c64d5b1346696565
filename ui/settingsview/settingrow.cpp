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

QLabel *makeWords(QWidget *parent, int size)
{
    auto *label = new QLabel(parent);
    label->setFont(textFont(size));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return label;
}

/// The diacritics of a word, the bar of its đ among them.
QString marksOf(const QString &word)
{
    QString marks;
    for (const QChar c : word.normalized(QString::NormalizationForm_D).toLower())
        if (c.category() == QChar::Mark_NonSpacing || c == QChar(0x0111))
            marks.append(c);
    return marks;
}

} // namespace

bool saysAll(const QString &text, const QStringList &words)
{
    const QStringList said = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&said](const QString &word) {
        const QString letters = foldedText(word);
        const QString marks = marksOf(word);
        return std::ranges::any_of(said, [&](const QString &each) {
            return foldedText(each).startsWith(letters) &&
                   std::ranges::all_of(marks,
                                       [has = marksOf(each)](QChar mark) { return has.contains(mark); });
        });
    });
}

SettingRow::SettingRow(QWidget *control, QWidget *parent, QWidget *focus)
    : QWidget(parent)
    , m_control(control)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_words(new QWidget(this))
    , m_label(makeWords(this, tokens::bodyText))
    , m_note(makeWords(this, tokens::noteText))
    , m_fault(makeWords(this, tokens::noteText))
{
    setTone(m_note, "quiet"_L1);
    setTone(m_fault, "refused"_L1);
    m_label->setBuddy(focus ? focus : control);
    m_note->hide();
    m_fault->hide();
    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    words->addWidget(m_label);
    words->addWidget(m_note);
    words->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(tokens::space4);
    // What is no wider than its words stands at the left.
    const bool narrow = control->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum;
    right->addWidget(control, 0, narrow ? Qt::AlignLeft : Qt::Alignment());
    right->addWidget(m_fault);
    right->addStretch();
    m_layout->setContentsMargins(0, tokens::space4, 0, tokens::space4);
    m_layout->addWidget(m_words, 0);
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
        focus->setAccessibleDescription(note);
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

void SettingRow::arrange()
{
    const int words = textScaled(width() >= textScaled(wideFrom) ? wideWords : wordsWidth);
    const bool beside =
        width() >= besideFrom && width() >= words + tokens::space24 + m_control->minimumSizeHint().width();
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Setting it asks to be laid out again, which comes here: without end, were it set every time.
    if (const int spacing = beside ? tokens::space24 : tokens::space4; m_layout->spacing() != spacing)
        m_layout->setSpacing(spacing);
    m_words->setMinimumWidth(beside ? words : 0); // below each other it must let the row become narrower
    m_words->setMaximumWidth(beside ? words : QWIDGETSIZE_MAX);
    const int height = m_note->isHidden() ? tokens::controlHeight : tokens::space32;
    m_label->setMinimumHeight(beside ? height : 0);
}

} // namespace checkpoint
