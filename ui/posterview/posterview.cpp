#include "ui/posterview/posterview.h"

#include "core/posters/locationlist.h"
#include "core/posters/posterlayout.h"
#include "core/posters/sheetwriter.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/posterview/findingtext.h"
#include "ui/posterview/posterscreen.h"
#include "ui/posterview/sheetpreview.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QScreen>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As long as the code of a signed poster mostly is: what a preview shows before anything is issued.
constexpr int usualCodeLength = 140;

} // namespace

PosterView::~PosterView() = default;

QList<KeyHint> PosterView::keyHints() const
{
    return {
        {u"Ctrl+P"_s, tr("Print the posters of the chosen places")},
        {u"Ctrl+S"_s, tr("Save them as PDF, PNG or SVG")},
        {u"Ctrl+D"_s, tr("Show the poster on the second monitor")},
        {u"Ctrl+B"_s, tr("Check a printed poster with the camera")},
        {u"Ctrl+O"_s, tr("Take the places from a list")},
        {u"Delete"_s, tr("In the list: withdraw the place")},
        {u"Space"_s, tr("Tick or untick a place")},
        {u"+ −"_s, tr("On the sheet: larger, smaller")},
        {u"0 1"_s, tr("On the sheet: the whole sheet, its true size")},
        {u"Ctrl+K"_s, tr("Everything else by its name")},
    };
}

void PosterView::setRecord(const VenueRecord &record)
{
    m_record = record;
    if (m_listed > 0) {
        addNext();
        return;
    }
    fillPlaces();
    preview();
}

PosterOptions PosterView::options() const
{
    return {PosterLayout(m_layout->currentIndex()), PosterOrientation(m_orientation->index()),
            PosterLanguages(m_languages->index())};
}

/// Shows the sheet as it will be; nothing is issued by looking.
void PosterView::preview()
{
    const QStringList codes = chosenPlaces();
    m_sheet.reset();
    offer();
    if (!m_record.venue || codes.isEmpty()) {
        m_preview->setHint(whyNothing());
        m_preview->setSheet({});
        say({});
        return;
    }
    QList<PosterContent> contents;
    for (const QString &code : codes) {
        const auto place = std::ranges::find(m_record.locations, code, &Location::code);
        const auto poster = std::ranges::find_if(m_record.posters, [&code](const Poster &each) {
            return each.locationCode == code && each.state == PosterState::Valid;
        });
        PosterContent content;
        content.venueName = m_record.venue->name;
        content.locationName = place == m_record.locations.end() ? QString() : place->name;
        content.adopted = m_record.venue->codeKind == VenueCodeKind::Adopted;
        content.codeText =
            content.adopted ? m_record.venue->adoptedText.toUtf8() : QByteArray(usualCodeLength, 'x');
        content.issuedOn = poster == m_record.posters.end() ? QDate::currentDate() : poster->issuedOn;
        content.serial =
            poster == m_record.posters.end() ? QString(Poster::serialLength, u'·') : poster->serial;
        content.version = poster == m_record.posters.end() ? 1 : poster->version;
        contents << content;
    }
    m_workshop.compose([contents, options = options()] { return provedPosterSheet(contents, 0, options); });
}

// ---- doing

void PosterView::withPosters(bool renew, const Use &use)
{
    if (!m_record.venue || chosenPlaces().isEmpty() || m_workshop.isWriting())
        return;
    m_use = use;
    emit postersWanted(chosenPlaces(), renew);
}

void PosterView::takePosters(const Result<QList<SignedPoster>> &posters)
{
    const Use use = std::exchange(m_use, {});
    if (!posters) {
        setChecking(false);
        showFailure(posters.error());
        return;
    }
    QList<PosterContent> contents;
    for (const SignedPoster &poster : *posters)
        contents << posterContent(poster);
    if (use)
        use(contents);
}

void PosterView::save()
{
    const QString kinds = tr("PDF (*.pdf);;PNG picture (*.png);;SVG drawing (*.svg)");
    const QString path = saving.ask(this, tr("Save posters"), tr("posters") + u".pdf"_s, kinds);
    if (path.isEmpty())
        return;
    if (!sheetFileOf(path)) {
        say(tr("The name must end in .pdf, .png or .svg."), true);
        return;
    }
    withPosters(false, [this, path](const QList<PosterContent> &contents) {
        PosterTask task;
        task.contents = contents;
        task.options = options();
        task.path = path;
        showWorking(true);
        m_workshop.write(task);
    });
}

void PosterView::print()
{
    withPosters(false, [this](const QList<PosterContent> &contents) {
        const PosterOptions options = this->options();
        const int sheets = posterSheetCount(int(contents.size()), options.layout);
        askPrinter(this, sheetPlan(options.layout, options.orientation).size, sheets,
                   [this, contents, options, sheets](const std::shared_ptr<QPrinter> &printer) {
                       showWorking(true);
                       m_workshop.print(printer, sheets, [contents, options](int index) -> Result<Sheet> {
                           const auto proved = provedPosterSheet(contents, index, options);
                           if (!proved)
                               return proved.error();
                           if (!proved->mayBePrinted())
                               return Error{ErrorCode::CodeUnreadable, u"a code cannot be read back"_s};
                           return proved->sheet;
                       });
                   });
    });
}

void PosterView::showOnScreen()
{
    withPosters(false, [this](const QList<PosterContent> &contents) {
        const QScreen *where = PosterScreen::beside(screen());
        const QSize size = where->size();
        const auto orientation =
            size.width() > size.height() ? PosterOrientation::Landscape : PosterOrientation::Portrait;
        const Result<Sheet> sheet =
            composePosterSheet({contents.first()}, {PosterLayout::A4, orientation, options().languages});
        if (!sheet) {
            showFailure(sheet.error());
            return;
        }
        m_screen = std::make_unique<PosterScreen>(*sheet);
        m_screen->showOn(where, where != screen());
        say(where == screen() ? tr("There is no second monitor. Esc closes the poster.")
                              : tr("The poster is on the second monitor. Esc or a click on it closes it."));
    });
}

void PosterView::addFromList()
{
    const QString path = askWhich(this, tr("List of places"), tr("CSV (*.csv)"));
    if (path.isEmpty() || !m_toAdd.isEmpty() || m_workshop.isWriting())
        return;
    m_workshop.readPlaces(path);
}

void PosterView::takeList(const Result<QStringList> &names)
{
    if (!names) {
        showFailure(names.error());
        return;
    }
    m_toAdd = *names;
    m_listed = int(names->size());
    showWorking(true);
    addNext();
}

/// One place after the other, so that it can be watched and stopped; what was added stays.
void PosterView::addNext()
{
    while (!m_toAdd.isEmpty() && isPlace(m_toAdd.first()))
        m_toAdd.removeFirst();
    m_progress->setRange(0, m_listed);
    m_progress->setValue(m_listed - int(m_toAdd.size()));
    if (!m_toAdd.isEmpty()) {
        emit locationAdded(m_toAdd.takeFirst());
        return;
    }
    if (m_listed == 0)
        return;
    const int listed = std::exchange(m_listed, 0);
    endList(tr("%n place(s) of the list can have posters now.", nullptr, listed));
}

void PosterView::endList(const QString &said, bool trouble)
{
    m_toAdd.clear();
    m_listed = 0;
    showWorking(false);
    fillPlaces();
    preview();
    m_afterPreview = {said, trouble};
    say(said, trouble);
}

void PosterView::showNotAdded(const Error &error)
{
    const ErrorText text = errorText(error.code);
    const QString sentence =
        error.code == ErrorCode::WrongUse
            ? tr("A place's name has at most %1 characters, none of them special. It was not added.")
                  .arg(longestText(VenueField::LocationName))
            : QStringList{text.happened, text.kept, text.todo}.join(u' ').simplified();
    m_deskChosen = false;
    endList(sentence, true);
}

void PosterView::cancel()
{
    if (m_listed > 0)
        endList(tr("Stopped. The places added so far stay."));
    else
        m_workshop.cancel();
}

void PosterView::addPlace()
{
    const QString name = m_newPlace->text().simplified();
    if (name.isEmpty())
        return;
    m_newPlace->clear();
    emit locationAdded(name);
}

// ---- checking paper

void PosterView::setChecking(bool checking)
{
    if (checking == m_checking)
        return;
    m_checking = checking;
    m_check->setChecked(checking);
    offer();
    emit checkingPaperChanged(checking);
    if (!checking) {
        m_paper.end();
        return;
    }
    // All that hang are known, so that another one is told; nothing is issued by looking.
    QStringList codes = chosenPlaces();
    const auto hasPoster = [this](const QString &code) {
        return std::ranges::any_of(m_record.posters, [&code](const Poster &each) {
            return each.locationCode == code && each.state == PosterState::Valid;
        });
    };
    codes.removeIf([&](const QString &code) { return !hasPoster(code); });
    const qsizetype chosen = codes.size();
    if (chosen == 0) {
        say(tr("Print a poster of a chosen place first, then hold it up to the camera."), true);
        m_checking = false;
        m_check->setChecked(false);
        emit checkingPaperChanged(false);
        return;
    }
    for (const Location &place : m_record.locations)
        if (!place.withdrawn && !codes.contains(place.code) && hasPoster(place.code))
            codes << place.code;
    say(paperText({}));
    m_use = [this, chosen](const QList<PosterContent> &contents) {
        if (m_checking)
            m_paper.begin(contents.mid(0, chosen), contents.mid(chosen), options());
    };
    emit postersWanted(codes, false);
}

void PosterView::checkPicture(const QImage &picture, const QSize &frameSize, const RawScan &scan)
{
    if (m_checking)
        m_paper.look(picture, frameSize, scan.sightings);
}

void PosterView::showVerdict(const PaperVerdict &verdict)
{
    const QString place = verdict.place.isEmpty() ? tr("The whole venue") : verdict.place;
    if (!verdict.finding)
        say(tr("The print is right: %1, readable, at the right size.").arg(place));
    else if (verdict.known)
        say(place + u": "_s + paperText(*verdict.finding), true);
    else
        say(paperText(*verdict.finding), verdict.finding->kind != PaperKind::NotReadable);
}

// ---- saying

void PosterView::say(const QString &text, bool trouble)
{
    m_said->setText(text);
    setTone(m_said, trouble ? "refused"_L1 : "quiet"_L1);
}

void PosterView::sayDone(const QString &text)
{
    say(text);
    setTone(m_said, "in"_L1);
}

void PosterView::sayFindings(const std::vector<ProofFinding> &findings)
{
    QStringList texts;
    bool forbidden = false;
    for (const ProofFinding &finding : findings) {
        texts << proofText(finding);
        forbidden = forbidden || forbidsPrinting(finding.kind);
    }
    texts.removeDuplicates();
    say(texts.isEmpty() ? tr("Test-read at 72 and 300 dpi: correct.") : texts.join(u' '), forbidden);
}

void PosterView::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
    say(QStringList{text.happened, text.kept, text.todo}.join(u' ').simplified(), true);
}

void PosterView::showWorking(bool working)
{
    m_progress->setVisible(working);
    m_progress->setRange(0, 0);
    m_cancel->setVisible(working);
    m_working = working;
    offer();
}

/// Why there is nothing to print now; empty when there is.
QString PosterView::whyNothing() const
{
    if (!m_record.venue)
        return tr("Name the venue first: Settings (F10), Venue.");
    return chosenPlaces().isEmpty() ? tr("Choose a place at the left.") : QString();
}

void PosterView::offer()
{
    const QString why = whyNothing();
    for (ActionButton *button : {m_print, m_save, m_show, m_check}) {
        button->setWhyNot(why);
        const bool ends = button == m_check && m_check->isChecked(); // whatever is ticked meanwhile
        button->setEnabled(ends || (why.isEmpty() && (!m_working || button == m_check)));
    }
    for (ActionButton *button : {m_list, m_add}) {
        button->setWhyNot(m_record.venue ? QString() : why);
        button->setEnabled(!m_working && m_record.venue);
    }
    m_zoom->setVisible(why.isEmpty());
    const QListWidgetItem *place = m_places->currentItem();
    m_withdraw->setWhyNot(tr("Choose a place in the list; the whole venue is none."));
    m_withdraw->setEnabled(!m_working && place && isWithdrawable(*place));
}

void PosterView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    preview();
}

void PosterView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setChecking(false);
}

void PosterView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange && m_left)
        arrangeLeft();
}

} // namespace checkpoint
