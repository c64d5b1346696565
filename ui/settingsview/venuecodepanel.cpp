#include "ui/settingsview/venuecodepanel.h"

#include "core/codes/formatcatalog.h"
#include "core/store/sealedfile.h"
#include "ui/common/actionbutton.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/venuetext.h"
#include "ui/settingsview/settingcard.h"
#include "ui/settingsview/settingrow.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestCodeForm = 1100;
constexpr int filesBesideFrom = 900; ///< from this width on saving and taking over stand side by side
constexpr int longestPassphrase = 200;

QLabel *makeTitle(QWidget *card)
{
    auto *title = new QLabel(card);
    title->setFont(textFont(tokens::headingText, true));
    return title;
}

QLabel *makeSentence(const QString &name, QWidget *card)
{
    auto *label = new QLabel(card);
    label->setObjectName(name);
    label->setFont(textFont(tokens::bodyText));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTone(label, "quiet"_L1);
    return label;
}

void say(QLabel *label, const QString &text, bool trouble)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    setTone(label, trouble ? "refused"_L1 : "in"_L1);
}

void sayError(QLabel *label, const Error &error)
{
    const ErrorText text = errorText(error.code);
    say(label, QStringList{text.happened, text.kept, text.todo}.join(u' ').simplified(), true);
}

QHBoxLayout *makeButtons(const QList<ActionButton *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::space8);
    for (ActionButton *button : buttons)
        row->addWidget(button);
    row->addStretch();
    return row;
}

} // namespace

VenueCodePanel::VenueCodePanel(QWidget *parent)
    : QWidget(parent), askWhich([](QWidget *above, const QString &title, const QString &kinds) {
        return QFileDialog::getOpenFileName(above, title, {}, kinds);
    })
{
    setObjectName(u"venueCodePanel"_s);
    setMaximumWidth(textScaled(widestCodeForm));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addWidget(makeCode());
    m_files = new QBoxLayout(QBoxLayout::TopToBottom);
    m_files->setSpacing(tokens::space12);
    m_files->addWidget(makeExport(), 1);
    m_files->addWidget(makeImport(), 1);
    column->addLayout(m_files);
    column->addStretch();
    setFocusProxy(m_text);
    retranslate();
}

SettingRow *VenueCodePanel::addEdit(QLineEdit *&edit, const QString &name, QVBoxLayout *column, bool secret)
{
    QWidget *card = column->parentWidget();
    edit = new QLineEdit(card);
    edit->setObjectName(name);
    edit->setMaxLength(secret ? longestPassphrase : longestText(VenueField::AdoptedText));
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    auto *row = new SettingRow(edit, card);
    column->addWidget(row);
    connect(edit, &QLineEdit::textEdited, row, [row] { row->setFault({}); });
    return row;
}

QWidget *VenueCodePanel::makeCode()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    m_codeTitle = makeTitle(card);
    m_state = makeSentence(u"venueCodeState"_s, card);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_codeTitle);
    column->addWidget(m_state);
    m_textRow = addEdit(m_text, u"venueCodeText"_s, column, false);
    m_take = new ActionButton(ActionButton::Look::Primary, card);
    m_take->setObjectName(u"venueCodeTake"_s);
    m_take->setKeyHint(u"Enter"_s);
    m_picture = new ActionButton(ActionButton::Look::Plain, card);
    m_picture->setObjectName(u"venueCodePicture"_s);
    m_own = new ActionButton(ActionButton::Look::Plain, card);
    m_own->setObjectName(u"venueCodeOwn"_s);
    m_codeSaid = makeSentence(u"venueCodeSaid"_s, card);
    m_codeSaid->hide();
    column->addSpacing(tokens::space8);
    column->addLayout(makeButtons({m_take, m_picture, m_own}));
    column->addWidget(m_codeSaid);
    connect(m_take, &QAbstractButton::clicked, this, &VenueCodePanel::adopt);
    connect(m_text, &QLineEdit::returnPressed, this, &VenueCodePanel::adopt);
    connect(m_own, &QAbstractButton::clicked, this, &VenueCodePanel::ownCodeWanted);
    connect(m_picture, &QAbstractButton::clicked, this, [this] {
        const QString path =
            askWhich(this, tr("Picture of the code"), tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp)"));
        if (!path.isEmpty())
            emit pictureChosen(path);
    });
    return card;
}

QWidget *VenueCodePanel::makeExport()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    m_exportTitle = makeTitle(card);
    m_exportAbout = makeSentence(u"venueExportAbout"_s, card);
    column->addWidget(m_exportTitle);
    column->addWidget(m_exportAbout);
    m_phraseRow = addEdit(m_phrase, u"venueExportPhrase"_s, column, true);
    m_againRow = addEdit(m_again, u"venueExportAgain"_s, column, true);
    m_export = new ActionButton(ActionButton::Look::Plain, card);
    m_export->setObjectName(u"venueExport"_s);
    m_exportSaid = makeSentence(u"venueExportSaid"_s, card);
    m_exportSaid->hide();
    column->addSpacing(tokens::space8);
    column->addLayout(makeButtons({m_export}));
    column->addWidget(m_exportSaid);
    column->addStretch();
    connect(m_export, &QAbstractButton::clicked, this, &VenueCodePanel::exportFile);
    connect(m_again, &QLineEdit::returnPressed, this, &VenueCodePanel::exportFile);
    return card;
}

QWidget *VenueCodePanel::makeImport()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    m_importTitle = makeTitle(card);
    m_importAbout = makeSentence(u"venueImportAbout"_s, card);
    column->addWidget(m_importTitle);
    column->addWidget(m_importAbout);
    m_opensRow = addEdit(m_opens, u"venueImportPhrase"_s, column, true);
    m_replace = new Toggle(card);
    m_replace->setObjectName(u"venueImportReplace"_s);
    m_replaceRow = new SettingRow(m_replace, card);
    column->addWidget(m_replaceRow);
    m_import = new ActionButton(ActionButton::Look::Plain, card);
    m_import->setObjectName(u"venueImport"_s);
    m_importSaid = makeSentence(u"venueImportSaid"_s, card);
    m_importSaid->hide();
    column->addSpacing(tokens::space8);
    column->addLayout(makeButtons({m_import}));
    column->addWidget(m_importSaid);
    column->addStretch();
    connect(m_import, &QAbstractButton::clicked, this, &VenueCodePanel::importFile);
    connect(m_opens, &QLineEdit::returnPressed, this, &VenueCodePanel::importFile);
    return card;
}

// ---- the code

void VenueCodePanel::setRecord(const VenueRecord &record)
{
    m_record = record;
    sayState();
}

void VenueCodePanel::sayState()
{
    const bool adopted = m_record.venue && m_record.venue->codeKind == VenueCodeKind::Adopted;
    m_own->setVisible(adopted);
    m_export->setEnabled(m_record.venue.has_value());
    const auto hanging = std::ranges::count(m_record.posters, PosterState::Valid, &Poster::state);
    QString state;
    if (!m_record.venue)
        state = tr("The venue has no code yet. It gets one of its own with its name.");
    else if (adopted)
        state = tr("Taken over, printed unchanged: %1").arg(m_record.venue->adoptedText);
    else
        state = tr("The desk's own: %1").arg(m_record.venue->address);
    if (hanging > 0)
        state +=
            u'\n' +
            tr("%n poster(s) are hanging. When the code changes they are outdated and must be printed again.",
               nullptr, int(hanging));
    m_state->setText(state);
}

void VenueCodePanel::takeScan(const RawScan &scan)
{
    if (!isVisible() || scan.sightings.isEmpty())
        return;
    if (scan.sightings.size() > 1) {
        say(m_codeSaid, tr("Several codes are in view. Show the venue's alone."), true);
        return;
    }
    // Visitors hold up their codes meanwhile: those are not to be read here.
    const QByteArray bytes = scan.sightings.first().bytes;
    const QString format = readCode(bytes).format;
    const QString text = QString::fromUtf8(bytes).trimmed();
    if ((format != formatid::venueCode && format != formatid::unknown) || text == m_text->text())
        return;
    m_text->setText(text);
    m_textRow->setFault({});
    say(m_codeSaid, tr("Read. Press Enter to take it over."), false);
    m_text->setFocus(Qt::OtherFocusReason);
}

void VenueCodePanel::adopt()
{
    const QString text = m_text->text().trimmed();
    if (const auto error = wrongWith(VenueField::AdoptedText, text)) {
        m_textRow->setFault(venueErrorText(*error));
        return;
    }
    emit adoptWanted(text);
}

void VenueCodePanel::showAdopted(const Result<void> &adopted)
{
    if (adopted) {
        m_text->clear();
        say(m_codeSaid, tr("Kept. Print the posters again: Posters (F6)."), false);
    } else if (adopted.error().code == ErrorCode::WrongUse) {
        say(m_codeSaid,
            tr("This is no venue's code: a person's, a payment code, or a poster that another desk signed. "
               "Nothing was changed. A signed poster's venue comes with that desk's file, below."),
            true);
    } else {
        sayError(m_codeSaid, adopted.error());
    }
}

// ---- the file

void VenueCodePanel::exportFile()
{
    const QString phrase = m_phrase->text();
    if (phrase.size() < shortestPassphrase) {
        m_phraseRow->setFault(tr("At least %1 characters.").arg(shortestPassphrase));
        m_phrase->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (phrase != m_again->text()) {
        m_againRow->setFault(tr("This is not the same."));
        m_again->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString path = saving.ask(this, tr("Save the venue's file"), u"venue.checkpoint"_s,
                                    tr("Venue's file (*.checkpoint);;All files (*)"));
    if (path.isEmpty())
        return;
    m_export->setEnabled(false);
    say(m_exportSaid, tr("Sealing …"), false);
    emit exportWanted(path, phrase);
}

void VenueCodePanel::showExported(const Result<QString> &path)
{
    m_export->setEnabled(true);
    if (!path) {
        sayError(m_exportSaid, path.error());
        return;
    }
    m_phrase->clear();
    m_again->clear();
    say(m_exportSaid, tr("Saved: %1").arg(QDir::toNativeSeparators(*path)), false);
}

void VenueCodePanel::importFile()
{
    if (m_opens->text().isEmpty()) {
        m_opensRow->setFault(tr("Type the passphrase of the file first."));
        m_opens->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString path =
        askWhich(this, tr("The venue's file"), tr("Venue's file (*.checkpoint);;All files (*)"));
    if (path.isEmpty())
        return;
    m_import->setEnabled(false);
    say(m_importSaid, tr("Opening …"), false);
    emit importWanted(path, m_opens->text(), m_replace->isChecked());
}

void VenueCodePanel::showImported(const Result<VenueImport> &imported)
{
    m_import->setEnabled(true);
    if (imported) {
        m_opens->clear();
        m_replace->setChecked(false);
        say(m_importSaid,
            tr("Taken over: %1. New at this desk: %2 places, %3 posters, %4 passes.")
                .arg(imported->venueName)
                .arg(imported->locations)
                .arg(imported->posters)
                .arg(imported->passes),
            false);
    } else if (imported.error().code == ErrorCode::WrongUse) {
        say(m_importSaid,
            tr("This desk has printed posters or passes for another venue. Nothing was changed. To take this "
               "venue in its place, turn on the switch above."),
            true);
    } else if (imported.error().code == ErrorCode::SourceUnreadable) {
        say(m_importSaid, tr("This is no venue's file, or it cannot be opened. Nothing was changed."), true);
    } else {
        sayError(m_importSaid, imported.error());
    }
}

// ---- around it

void VenueCodePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit listening(true);
}

void VenueCodePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    for (QLineEdit *secret : {m_phrase, m_again, m_opens})
        secret->clear();
    emit listening(false);
}

void VenueCodePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= textScaled(filesBesideFrom);
    m_files->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void VenueCodePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VenueCodePanel::retranslate()
{
    setWindowTitle(tr("Code and file of the venue"));
    m_codeTitle->setText(tr("The venue's code"));
    m_textRow->setWords(tr("Take over an existing code"),
                        tr("Hold it up to the camera or the scanner now, paste its text, or type it."));
    m_take->setLabel(tr("Take over"));
    m_picture->setLabel(tr("From a picture…"));
    m_own->setLabel(tr("Use an own code again"));
    m_exportTitle->setText(tr("To another desk"));
    m_exportAbout->setText(
        tr("A file with the venue, its keys and the lists of posters and passes. The other desk "
           "then knows the same codes. Whoever has file and passphrase can sign for the venue."));
    m_phraseRow->setWords(tr("Passphrase"), tr("At least %1 characters.").arg(shortestPassphrase));
    m_againRow->setWords(tr("The passphrase again"));
    m_export->setLabel(tr("Save the file…"));
    m_importTitle->setText(tr("From another desk"));
    m_importAbout->setText(tr(
        "Take over the file that another desk of the venue saved. Nothing of this desk's record is lost."));
    m_opensRow->setWords(tr("Passphrase of the file"));
    m_replaceRow->setWords(
        tr("In place of this desk's venue"),
        tr("Only where this desk has printed for another venue; its posters are outdated then."));
    m_import->setLabel(tr("Choose the file…"));
    sayState();
}

} // namespace checkpoint
