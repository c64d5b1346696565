#include "ui/recovery/recoverydialog.h"

#include "core/access/pinhash.h"
#include "core/base/recoverytext.h"
#include "core/settings/recoverycode.h"
#include "core/store/folderkeys.h"
#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dialogWidth = 560;

QLabel *wrappedLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLineEdit *pinEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

RecoveryDialog::RecoveryDialog(const QByteArray &wantedKeyId, const QList<QByteArray> &formerKeyIds,
                               const QStringList &administrators, QWidget *parent)
    : QDialog(parent)
    , m_wanted(wantedKeyId)
    , m_former(formerKeyIds)
    , m_intro(wrappedLabel(u"recoveryIntro"_s, this))
    , m_words(new QPlainTextEdit(this))
    , m_said(wrappedLabel(u"recoverySaid"_s, this))
    , m_use(new ActionButton(ActionButton::Look::Primary, this))
    , m_cancel(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"recoveryDialog"_s);
    setMinimumWidth(dialogWidth);
    m_words->setObjectName(u"recoveryWords"_s);
    m_words->setTabChangesFocus(true);
    m_words->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhLowercaseOnly);
    m_use->setObjectName(u"recoveryUse"_s);
    m_cancel->setObjectName(u"recoveryCancel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space24, tokens::space24, tokens::space24, tokens::space24);
    column->setSpacing(tokens::space12);
    column->addWidget(m_intro);
    column->addWidget(m_words);
    column->addWidget(m_said);
    if (!administrators.isEmpty()) {
        m_nameLabel = new QLabel(this);
        m_name = new QComboBox(this);
        m_name->setObjectName(u"recoveryName"_s);
        m_name->addItems(administrators);
        m_nameLabel->setBuddy(m_name);
        m_pinLabel = new QLabel(this);
        m_pin = pinEdit(u"recoveryPin"_s, this);
        m_pinAgain = pinEdit(u"recoveryPinAgain"_s, this);
        m_pinLabel->setBuddy(m_pin);
        for (QWidget *each : {static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name),
                              static_cast<QWidget *>(m_pinLabel), static_cast<QWidget *>(m_pin),
                              static_cast<QWidget *>(m_pinAgain)})
            column->addWidget(each);
        connect(m_pin, &QLineEdit::textChanged, this, &RecoveryDialog::judge);
        connect(m_pinAgain, &QLineEdit::textChanged, this, &RecoveryDialog::judge);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_use);
    column->addLayout(buttons);
    connect(m_words, &QPlainTextEdit::textChanged, this, &RecoveryDialog::takeWords);
    connect(m_use, &QAbstractButton::clicked, this, &RecoveryDialog::use);
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    retranslate();
}

/// Visitors hold up their codes meanwhile: those are no business of whoever stands at the desk.
void RecoveryDialog::takeScan(const RawScan &scan)
{
    const auto isSheet = [](const Sighting &sighting) { return sighting.bytes.startsWith(recoveryTextHead); };
    const auto sheet = std::ranges::find_if(scan.sightings, isSheet);
    if (sheet == scan.sightings.end() || !m_words->isEnabled())
        return;
    m_words->clear();
    m_scanned = Secret(sheet->bytes);
    retranslate();
}

void RecoveryDialog::takeWords()
{
    if (!m_words->document()->isEmpty() && !m_scanned.isEmpty()) {
        m_scanned = {};
        retranslate();
        return;
    }
    judge();
}

RecoveryReading RecoveryDialog::reading() const
{
    return m_scanned.isEmpty() ? readRecovery(m_words->toPlainText()) : readRecoveryText(m_scanned.view());
}

/// What is to be said of the sheet as far as it was given; empty once it is the folder's.
QString RecoveryDialog::sheetSentence() const
{
    const RecoveryReading reading = this->reading();
    switch (reading.problem) {
    case RecoveryReading::Problem::NoSheet:
        return tr("This is not the code of a recovery sheet, or it is damaged.");
    case RecoveryReading::Problem::Newer:
        return tr("A newer version of the program made this sheet.");
    case RecoveryReading::Problem::Unknown:
        return reading.nearest.isEmpty() ? tr("Line %1: “%2” is not a word of a recovery sheet.")
                                               .arg(reading.line)
                                               .arg(reading.typed)
                                         : tr("Line %1: “%2” is not a word of a recovery sheet. Perhaps: %3.")
                                               .arg(reading.line)
                                               .arg(reading.typed, reading.nearest.join(u", "_s));
    case RecoveryReading::Problem::WrongLine:
        return tr("Line %1: a word is wrong, or two changed places.").arg(reading.line);
    case RecoveryReading::Problem::Missing:
        return tr("%1 of %2 words.").arg(reading.word).arg(recoveryLines * recoveryWordsALine);
    case RecoveryReading::Problem::TooMany:
        return tr("There are more than %1 words.").arg(recoveryLines * recoveryWordsALine);
    case RecoveryReading::Problem::WrongKey:
        return tr("These lines are not those of one sheet.");
    case RecoveryReading::Problem::None:
        break;
    }
    const QByteArray id = masterKeyId(*reading.key);
    if (id == m_wanted)
        return {};
    return (m_former.contains(id)
                ? tr("This sheet is out of date: it is of the former key %1. The sheet of key %2 is wanted.")
                : tr("This is the sheet of key %1. The sheet of key %2 is wanted."))
        .arg(masterKeyName(id), masterKeyName(m_wanted));
}

QString RecoveryDialog::pinSentence() const
{
    if (!m_pin)
        return {};
    if (m_pin->text().size() < shortestPin)
        return tr("The sheet is right. Now type a new PIN of at least %1 characters, twice.")
            .arg(shortestPin);
    if (const QString wrong = pinFaultText(m_pin->text()); !wrong.isEmpty())
        return wrong;
    return m_pin->text() == m_pinAgain->text() ? QString() : tr("The two PINs differ.");
}

void RecoveryDialog::judge()
{
    m_key.reset();
    const QString wrong = sheetSentence();
    if (wrong.isEmpty())
        m_key = reading().key;
    const QString missing = wrong.isEmpty() ? pinSentence() : QString();
    m_use->setEnabled(m_key && missing.isEmpty());
    if (!wrong.isEmpty() || !missing.isEmpty())
        say(wrong + missing, "quiet"_L1);
    else
        say(tr("The sheet is right: key %1.").arg(masterKeyName(m_wanted)), "accent"_L1);
}

void RecoveryDialog::use()
{
    if (!m_key)
        return;
    for (QWidget *each : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_use)})
        each->setEnabled(false);
    if (m_pin)
        emit pinGiven(*m_key, m_name->currentText(), m_pin->text());
    else
        emit keyGiven(*m_key);
}

void RecoveryDialog::showAnswer(const Result<void> &answer)
{
    if (answer) {
        m_words->clear();
        m_scanned = {};
        accept();
        return;
    }
    m_words->setEnabled(true);
    judge();
    say(answer.error().code == ErrorCode::WrongUse ? pinRule() : errorText(answer.error().code).happened,
        "refused"_L1);
}

void RecoveryDialog::say(const QString &sentence, QLatin1StringView tone)
{
    m_said->setText(sentence);
    setTone(m_said, tone);
}

void RecoveryDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void RecoveryDialog::retranslate()
{
    setWindowTitle(tr("Use the recovery sheet"));
    m_intro->setText(
        m_pin ? tr("Scan the code on the recovery sheet of key %1, or type its words line by line. "
                   "Then choose a new PIN.")
                    .arg(masterKeyName(m_wanted))
              : tr("The key of the personal data is missing on this computer. Scan the code on the "
                   "recovery sheet of key %1, or type its words line by line.")
                    .arg(masterKeyName(m_wanted)));
    m_words->setAccessibleName(tr("Words of the recovery sheet"));
    m_words->setPlaceholderText(m_scanned.isEmpty() ? QString() : tr("The code of a sheet was scanned."));
    m_use->setLabel(m_pin ? tr("Set the new PIN") : tr("Open the data"));
    m_cancel->setLabel(tr("Cancel"));
    if (m_pin) {
        m_nameLabel->setText(tr("Administrator"));
        m_pinLabel->setText(tr("New PIN"));
        m_pin->setAccessibleName(tr("New PIN"));
        m_pinAgain->setAccessibleName(tr("New PIN, once more"));
        m_pinAgain->setPlaceholderText(tr("Once more"));
    }
    judge();
}

} // namespace checkpoint
