#include "ui/settingsview/noticepanel.h"

#include "core/posters/noticesheet.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/posterview/printerchoice.h"
#include "ui/posterview/sheetpreview.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

#include <chrono>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSizeF noticePaper(210, 297);

} // namespace

NoticePanel::NoticePanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"noticePanel"_s);
    makeParts();
    m_composeSoon.setSingleShot(true);
    m_composeSoon.setInterval(300ms);
    setFocusProxy(m_purpose);
    connectParts();
    retranslate();
    fill();
}

void NoticePanel::connectParts()
{
    connect(m_language, &ChoiceRow::chosen, this, [this] {
        fillTexts();
        compose();
    });
    for (QPlainTextEdit *text : {m_purpose, m_basis})
        connect(text, &QPlainTextEdit::textChanged, this, &NoticePanel::edited);
    connect(m_contact, &QLineEdit::textChanged, this, &NoticePanel::edited);
    connect(m_save, &QAbstractButton::clicked, this, &NoticePanel::save);
    connect(m_print, &QAbstractButton::clicked, this, &NoticePanel::print);
    connect(m_pdf, &QAbstractButton::clicked, this, &NoticePanel::savePdf);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (m_filling)
            return;
        offer();
        compose();
    });
    connect(&m_composeSoon, &QTimer::timeout, this, &NoticePanel::compose);
    connect(&m_workshop, &PosterWorkshop::composed, this, [this](const Result<ProvedSheet> &sheet) {
        if (sheet) {
            m_preview->setSheet(sheet->sheet);
        } else {
            m_preview->setSheet({});
            m_preview->setHint(errorText(sheet.error().code).happened);
        }
    });
    connect(&m_workshop, &PosterWorkshop::printed, this, [this](const Result<QString> &printer) {
        if (printer)
            say(tr("Printed on %1. Hang it where visitors read it before they are scanned.").arg(*printer),
                "in"_L1);
        else
            showFailure(printer.error());
        offer();
    });
    connect(&m_workshop, &PosterWorkshop::written, this, [this](const Result<PosterBatch> &batch) {
        if (batch)
            say(tr("Saved: %1").arg(batch->files.value(0)), "in"_L1);
        else
            showFailure(batch.error());
        offer();
    });
}

PosterLanguages NoticePanel::language() const
{
    return m_language->index() == 1 ? PosterLanguages::English : PosterLanguages::Vietnamese;
}

Notice NoticePanel::typed() const
{
    Notice notice = m_draft.withTerms(m_terms);
    notice.version = 0;
    notice.savedAt = {};
    return notice;
}

bool NoticePanel::isChanged() const
{
    return m_versions.isEmpty() || !m_versions.first().saysAs(typed());
}

Notice NoticePanel::shown() const
{
    const int row = m_list->currentRow() - (isChanged() ? 1 : 0);
    return row >= 0 && row < m_versions.size() ? m_versions[row] : typed();
}

// ---- what is told

void NoticePanel::setVenue(const std::optional<Venue> &venue)
{
    m_venue = venue;
    fill();
}

void NoticePanel::setTerms(const RetentionTerms &terms)
{
    m_terms = terms;
    fill();
}

void NoticePanel::setVersions(const QList<Notice> &versions)
{
    m_versions = versions;
    fill();
}

void NoticePanel::forget()
{
    m_touched = false;
    m_said->hide();
    fill();
}

/// What somebody types is left alone.
void NoticePanel::fill()
{
    if (!m_touched) {
        m_draft = m_versions.isEmpty() ? proposedNotice(m_venue, m_terms) : m_versions.first();
        fillTexts();
    }
    const bool filling = std::exchange(m_filling, true);
    m_list->clear();
    if (isChanged())
        m_list->addItem(tr("Not saved yet"));
    for (const Notice &notice : std::as_const(m_versions))
        m_list->addItem(
            tr("Version %1 of %2").arg(notice.version).arg(dateText(notice.savedAt.toDateTime().date())));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint({0, tokens::rowHeight});
    m_list->setCurrentRow(0);
    m_filling = filling;
    m_termsText->setText(
        tr("How long (as set under “Keeping data”): visitors' data %1 days, purposes and hosts "
           "%2 days, what waits to be sent %3 days.")
            .arg(m_terms.days(RetentionKind::Visitors))
            .arg(m_terms.days(RetentionKind::Details))
            .arg(m_terms.days(RetentionKind::Waiting)));
    offer();
    m_composeSoon.start();
}

void NoticePanel::fillTexts()
{
    const bool filling = std::exchange(m_filling, true);
    const bool isEnglish = language() == PosterLanguages::English;
    const NoticeText &text = isEnglish ? m_draft.english : m_draft.vietnamese;
    m_purpose->setPlainText(text.purpose);
    m_basis->setPlainText(text.basis);
    m_contact->setText(m_draft.contact);
    m_filling = filling;
}

void NoticePanel::takeTexts()
{
    NoticeText &text = language() == PosterLanguages::English ? m_draft.english : m_draft.vietnamese;
    text.purpose = m_purpose->toPlainText();
    text.basis = m_basis->toPlainText();
    m_draft.contact = m_contact->text();
}

void NoticePanel::edited()
{
    if (m_filling)
        return;
    takeTexts();
    m_touched = true;
    m_said->hide();
    fill();
}

// ---- what is done

void NoticePanel::save()
{
    if (!isChanged())
        return;
    const Notice notice = typed();
    if (const std::optional<NoticeFault> fault = faultOf(notice))
        return sayFault(*fault);
    emit saveWanted(notice);
}

void NoticePanel::sayFault(const NoticeFault &fault)
{
    using Field = NoticeFault::Field;
    const bool isEnglish = fault.field == Field::PurposeEnglish || fault.field == Field::BasisEnglish;
    if (fault.field != Field::Contact && isEnglish != (language() == PosterLanguages::English)) {
        m_language->setIndex(isEnglish ? 1 : 0);
        fillTexts();
    }
    QWidget *where = fault.field == Field::Contact ? static_cast<QWidget *>(m_contact)
                     : fault.field == Field::BasisVietnamese || fault.field == Field::BasisEnglish
                         ? m_basis
                         : m_purpose;
    where->setFocus(Qt::OtherFocusReason);
    const auto words = [&fault] {
        switch (fault.kind) {
        case NoticeFault::Kind::Missing:
            return tr("The notice needs this text, in both languages.");
        case NoticeFault::Kind::TooLong:
            return tr("This text is too long for one page.");
        case NoticeFault::Kind::Unprintable:
            return tr("This text cannot be printed. Type it without special characters.");
        }
        Q_UNREACHABLE();
    };
    say(words(), "refused"_L1);
}

void NoticePanel::showSaved(const Notice &notice)
{
    m_touched = false;
    say(tr("Version %1 is kept and shown to visitors. Print it and hang it up in place of the old one.")
            .arg(notice.version),
        "in"_L1);
}

void NoticePanel::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void NoticePanel::print()
{
    const NoticeSheetContent content = noticeSheetContent(m_venue, shown());
    if (content.notice.version == 0 || m_workshop.isWriting())
        return;
    choosePrinter(window(), noticePaper, 1,
                  [this, content, language = language()](const std::shared_ptr<QPrinter> &printer) {
                      m_workshop.print(printer, 1, [content, language](int) -> Result<Sheet> {
                          const auto sheets = noticeSheets(content, language);
                          return sheets ? Result<Sheet>(sheets->front()) : sheets.error();
                      });
                      offer();
                  });
}

void NoticePanel::savePdf()
{
    const NoticeSheetContent content = noticeSheetContent(m_venue, shown());
    if (content.notice.version == 0 || m_workshop.isWriting())
        return;
    const QString name = tr("notice-version-%1").arg(content.notice.version) + u".pdf"_s;
    QString path = saving.ask(this, tr("Save the notice"), name, u"PDF (*.pdf)"_s);
    if (path.isEmpty())
        return;
    if (!path.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        path += u".pdf"_s;
    m_workshop.writeFile([path, content, language = language()]() -> Result<QString> {
        const Result<void> written = writeNoticePdf(path, content, language);
        return written ? Result<QString>(path) : written.error();
    });
    offer();
}

void NoticePanel::compose()
{
    m_composeSoon.stop();
    if (!isVisible())
        return;
    m_workshop.compose(
        [content = noticeSheetContent(m_venue, shown()), language = language()]() -> Result<ProvedSheet> {
            const auto sheets = noticeSheets(content, language);
            return sheets ? Result<ProvedSheet>(ProvedSheet{sheets->front(), {}}) : sheets.error();
        });
}

void NoticePanel::offer()
{
    const bool saved = shown().version > 0;
    m_print->setEnabled(saved && !m_workshop.isWriting());
    m_pdf->setEnabled(saved && !m_workshop.isWriting());
    m_save->setEnabled(isChanged());
    m_save->setLabel(tr("Save as version %1").arg(m_versions.isEmpty() ? 1 : m_versions.first().version + 1));
}

void NoticePanel::say(const QString &words, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(words);
    m_said->show();
    announce(m_said, words);
}

// ---- how it is said

void NoticePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit opened();
    compose();
}

void NoticePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
}

} // namespace checkpoint
