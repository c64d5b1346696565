#include "ui/passview/passview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/passview/visitorpassmodel.h"
#include "ui/posterview/sheetpreview.h"

#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QTableView>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// For how many days a pass can be made to count; the first is today.
constexpr int offeredDays[] = {1, 2, 3, 7, 14, 30, 90, 180, VenueOffice::mostPassDays};

PassContent passContent(const SignedPass &pass)
{
    const RegisteredPass &issued = pass.issued;
    return {personName(issued.visitor), pass.venueName,         issued.pass.number,
            issued.pass.issuedOn,       issued.pass.validUntil, pass.codeText};
}

} // namespace

QList<KeyHint> PassView::keyHints() const
{
    return {
        {u"Ctrl+N"_s, tr("A new pass: type the name, or choose who was here before")},
        {u"Enter"_s, tr("Issue the pass")},
        {u"Ctrl+F"_s, tr("Search the passes by number or name")},
        {u"Shift+↑ ↓"_s, tr("Choose several passes")},
        {u"Ctrl+P"_s, tr("Print the chosen passes")},
        {u"Ctrl+S"_s, tr("Save the chosen passes as PDF")},
        {u"Del"_s, tr("Withdraw the chosen pass, when it was lost")},
        {u"Ctrl+Z"_s, tr("Let the pass that was withdrawn last count again")},
    };
}

// ---- whom it is for

void PassView::begin()
{
    m_taken.reset();
    m_name->setText({});
    m_list->hide();
    m_name->setFocus(Qt::ShortcutFocusReason);
    updateState();
}

void PassView::beginFor(const QUuid &visitorId, const VisitorData &visitor)
{
    m_taken = VisitorHit{visitorId, visitor, {}, {}, {}};
    m_name->setText(visitor.name.isEmpty() ? QString() : personName(visitor));
    m_list->hide();
    updateState();
    (visitor.name.isEmpty() ? static_cast<QWidget *>(m_name) : m_issue)->setFocus(Qt::OtherFocusReason);
}

void PassView::forget()
{
    m_taken.reset();
    m_ready.clear();
    m_hits.clear();
    m_list->clear();
    m_list->hide();
    for (QString *number : {&m_searched, &m_toChoose, &m_revoked})
        number->clear();
    for (QLineEdit *field : {m_name, m_search})
        field->setText({}); // clear() could be undone
    m_searchSoon.stop();
    m_preview->setSheet({});
    say({});
    setPasses({}, m_model->today());
    m_fetched = false;
    updateState();
}

/// Another name is typed: another person, unless the person had none.
void PassView::nameTyped()
{
    if (m_taken && !m_taken->visitor.name.isEmpty())
        m_taken.reset();
    m_list->hide();
    m_searchSoon.start();
    updateState();
}

void PassView::setHits(const QString &typed, const QList<VisitorHit> &hits)
{
    if (typed != m_searched || m_taken || !m_name->hasFocus())
        return;
    m_hits = hits.mid(0, mostHits);
    m_list->clear();
    for (const VisitorHit &hit : std::as_const(m_hits)) {
        QStringList parts{personName(hit.visitor), personTraits(hit.visitor)};
        if (hit.insideSinceUtcMs)
            parts << tr("inside now");
        else if (hit.lastEntry)
            parts << pastText(hit.lastEntry->at, m_model->today());
        parts.removeAll(QString());
        auto *item = new QListWidgetItem(parts.join(u" · "_s), m_list);
        item->setSizeHint({0, tokens::rowHeight});
    }
    const QPoint below = m_name->mapTo(this, QPoint(0, m_name->height() + tokens::space4));
    m_list->setGeometry(below.x(), below.y(), m_name->width(),
                        int(m_hits.size()) * tokens::rowHeight + 2 * m_list->frameWidth());
    m_list->setVisible(!m_hits.isEmpty());
    m_list->raise();
}

void PassView::takeHit(int row)
{
    if (row < 0 || row >= m_hits.size())
        return;
    beginFor(m_hits[row].visitorId, m_hits[row].visitor);
}

/// The arrows go through who was here before; Enter takes the one that is marked, else it issues.
bool PassView::nameKey(int key)
{
    if (m_list->isHidden())
        return false;
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(row - 1);
        return true;
    case Qt::Key_Escape:
        m_list->hide();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0)
            return false;
        takeHit(row);
        return true;
    default:
        return false;
    }
}

bool PassView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && nameKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut)
        m_list->hide();
    return QWidget::eventFilter(watched, event);
}

void PassView::fillDays()
{
    const int index = std::max(0, m_days->currentIndex());
    const QDate today = m_model->today().isValid() ? m_model->today() : QDate::currentDate();
    m_days->clear();
    for (const int days : offeredDays)
        m_days->addItem(days == 1
                            ? tr("Today only")
                            : tr("%n day(s), until %1", nullptr, days).arg(dateText(today.addDays(days - 1))),
                        days);
    m_days->setCurrentIndex(index);
    m_days->setAccessibleName(tr("How long it counts"));
}

void PassView::issue()
{
    const QString typed = m_name->text().simplified();
    if (!m_hasVenue || typed.isEmpty() || m_issuing)
        return;
    PassDraft draft;
    if (m_taken)
        draft.visitorId = m_taken->visitorId;
    if (!m_taken || m_taken->visitor.name.isEmpty())
        draft.visitor.name = typed;
    m_issuing = true;
    m_list->hide();
    m_searchSoon.stop();
    updateState();
    emit issueWanted(draft, m_days->currentData().toInt());
}

void PassView::takeIssued(const Result<SignedPass> &pass)
{
    m_issuing = false;
    updateState();
    if (!pass) {
        if (pass.error().code == ErrorCode::WrongUse)
            say(tr("This name cannot be printed. No pass was issued. Type it without special characters."),
                true);
        else
            showFailure(pass.error());
        return;
    }
    m_taken.reset();
    m_name->setText({});
    m_search->setText({});
    m_toChoose = pass->issued.pass.number;
    say(tr("Pass %1 was issued. Print it now.").arg(m_toChoose));
    m_print->setFocus(Qt::OtherFocusReason);
    updateState();
    emit passesWanted();
}

// ---- the list

void PassView::setHasVenue(bool has)
{
    m_hasVenue = has;
    updateState();
}

void PassView::setPasses(const QList<RegisteredPass> &passes, const QDate &today)
{
    const bool anotherDay = today != m_model->today();
    const QStringList chosen = m_toChoose.isEmpty() ? chosenNumbers() : QStringList{m_toChoose};
    m_fetched = true;
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model->setPasses(passes, today);
    }
    if (anotherDay)
        fillDays();
    m_table->clearSelection();
    for (const QString &number : chosen) {
        const QModelIndex index = m_model->index(m_model->rowOf(number), 0);
        if (!index.isValid())
            continue;
        if (number == m_toChoose)
            m_toChoose.clear();
        m_table->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(index);
    }
    updateState();
}

QStringList PassView::chosenNumbers() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    QStringList numbers;
    for (const int row : rows) {
        if (const auto pass = m_model->passAt(row))
            numbers << pass->pass.number;
    }
    return numbers;
}

void PassView::chosenChanged()
{
    m_ready.clear();
    const QStringList numbers = chosenNumbers();
    const bool valid = std::ranges::all_of(numbers, [this](const QString &number) {
        const auto pass = m_model->passAt(m_model->rowOf(number));
        return pass && pass->visitorId && passStateOf(pass->pass, m_model->today()) == PassState::Valid;
    });
    // A sheet that is looked at is as good as one that is printed.
    const QString whoMay = m_print->whoMay();
    if (numbers.isEmpty() || !valid || !whoMay.isEmpty())
        m_preview->setSheet({});
    else
        emit codesWanted(numbers);
    m_preview->setHint(!whoMay.isEmpty() ? whoMay
                       : valid           ? tr("Choose a pass in the list, or issue one.")
                               : tr("Only passes of this desk that still count are printed again."));
    updateState();
}

void PassView::takeCodes(const QStringList &numbers, const Result<QList<SignedPass>> &passes)
{
    if (numbers != chosenNumbers())
        return;
    m_ready.clear();
    if (passes) {
        for (const SignedPass &pass : *passes)
            m_ready << passContent(pass);
    } else {
        showFailure(passes.error());
    }
    preview();
    updateState();
}

void PassView::revoke()
{
    const QStringList numbers = chosenNumbers();
    const auto pass = numbers.size() == 1 ? m_model->passAt(m_model->rowOf(numbers.first())) : std::nullopt;
    if (!pass || pass->pass.revoked)
        return;
    m_revoked = pass->pass.number;
    updateState();
    emit revokeWanted(m_revoked);
}

void PassView::undo()
{
    if (m_revoked.isEmpty())
        return;
    const QString number = std::exchange(m_revoked, {});
    updateState();
    emit restoreWanted(number);
}

// ---- paper

PassOptions PassView::options() const
{
    return {PassLayout(m_layout->index()), PosterLanguages(m_languages->index())};
}

void PassView::preview()
{
    if (m_ready.isEmpty()) {
        m_preview->setSheet({});
        return;
    }
    m_workshop.compose([ready = m_ready, options = options()]() -> Result<ProvedSheet> {
        const Result<Sheet> sheet = provedPassSheet(ready, 0, options);
        return sheet ? Result<ProvedSheet>(ProvedSheet{*sheet, {}}) : sheet.error();
    });
}

void PassView::print()
{
    if (m_ready.isEmpty() || m_workshop.isWriting())
        return;
    const QSizeF paper = m_layout->index() == int(PassLayout::Label) ? passLabelMm : QSizeF(210, 297);
    const int sheets = passSheetCount(int(m_ready.size()), options().layout);
    askPrinter(
        this, paper, sheets,
        [this, ready = m_ready, options = options(), sheets](const std::shared_ptr<QPrinter> &printer) {
            showWorking(true);
            m_workshop.print(printer, sheets,
                             [ready, options](int index) { return provedPassSheet(ready, index, options); });
        });
}

void PassView::save()
{
    if (m_ready.isEmpty() || m_workshop.isWriting())
        return;
    QString path = saving.ask(this, tr("Save passes"), m_ready.first().number + u".pdf"_s, tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u".pdf"_s;
    if (QFileInfo(path).suffix().compare(u"pdf"_s, Qt::CaseInsensitive) != 0) {
        say(tr("The name must end in .pdf."), true);
        return;
    }
    showWorking(true);
    m_workshop.writeFile([path, ready = m_ready, options = options()]() -> Result<QString> {
        const Result<void> written = writePassPdf(path, ready, options);
        return written ? Result<QString>(path) : written.error();
    });
}

// ---- saying

void PassView::say(const QString &text, bool trouble)
{
    m_said->setText(text);
    setTone(m_said, trouble ? "refused"_L1 : "quiet"_L1);
}

void PassView::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
    say(QStringList{text.happened, text.kept, text.todo}.join(u' ').simplified(), true);
    updateState();
}

void PassView::showWorking(bool working)
{
    m_progress->setVisible(working);
    m_progress->setRange(0, 0);
    m_cancel->setVisible(working);
    updateState();
}

void PassView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit passesWanted();
}

void PassView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace checkpoint
