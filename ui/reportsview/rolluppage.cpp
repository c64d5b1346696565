#include "ui/reportsview/rolluppage.h"

#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/reportsview/filenotes.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QStackedLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int sourcesWidth = 288;
constexpr QLatin1StringView levelIds[] = {"all"_L1, "province"_L1, "district"_L1, "commune"_L1};

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

/// A number as people write it: "5.400", "−2,29"; empty when there is none.
QString figureText(const Cell &cell)
{
    QString text;
    if (const auto *whole = std::get_if<qint64>(&cell))
        text = QLocale().toString(*whole);
    else if (const auto *part = std::get_if<double>(&cell))
        text = QLocale().toString(*part, 'g', 10);
    return text.replace(u'-', u'\u2212');
}

/// "+3", "−1", "0"; empty stays empty.
QString withSign(const QString &number)
{
    return number.isEmpty() || number.startsWith(u'\u2212') || number == u'0' ? number : u'+' + number;
}

} // namespace

RollupPage::RollupPage(QWidget *parent)
    : QWidget(parent)
    , askFiles([](QWidget *above, const QString &title, const QString &kinds) {
        return QFileDialog::getOpenFileNames(above, title, {}, kinds);
    })
    , askFolder([](QWidget *above, const QString &title) {
        return QFileDialog::getExistingDirectory(above, title);
    })
{
    setObjectName(u"rollupPage"_s);
    setAcceptDrops(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(makeSources());
    row->addWidget(makeAnswer(), 1);
    connect(m_files, &QAbstractButton::clicked, this,
            [this] { addSources(askFiles(this, tr("Reports of venues"), tr("CSV table (*.csv)"))); });
    connect(m_folder, &QAbstractButton::clicked, this, [this] {
        const QString folder = askFolder(this, tr("Folder of reports"));
        addSources(folder.isEmpty() ? QStringList() : QStringList{folder});
    });
    connect(m_people, &QAbstractButton::clicked, this, [this] {
        const QStringList chosen = askFiles(this, tr("File of populations"), tr("CSV table (*.csv)"));
        if (chosen.isEmpty())
            return;
        m_population = chosen.first();
        ask();
    });
    connect(m_remove, &QAbstractButton::clicked, this, &RollupPage::removeChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) { m_remove->setEnabled(at >= 0); });
    connect(m_part, &ChoiceRow::chosen, this, [this](int part) {
        m_parts->setCurrentIndex(part);
        m_level->setVisible(part == Areas);
    });
    connect(m_level, &ChoiceRow::chosen, this, &RollupPage::showAreas);
    connect(m_table, &ReportTable::saveWanted, this, &RollupPage::save);
    connect(m_table, &ReportTable::printWanted, this, [this] { emit printWanted(wish()); });
    connect(m_table, &ReportTable::cancelWanted, this, &RollupPage::cancelWanted);
    m_table->setReady(false);
    m_remove->setEnabled(false);
    retranslate();
}

QWidget *RollupPage::makeSources()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setFixedWidth(textScaled(sourcesWidth));
    m_title = new QLabel(card);
    m_title->setFont(textFont(tokens::headingText, true));
    m_title->setWordWrap(true);
    m_what = new QLabel(card);
    m_formWord = new QLabel(card);
    for (QLabel *word : {m_what, m_formWord}) {
        word->setFont(textFont(tokens::noteText));
        word->setWordWrap(true);
        setTone(word, "quiet"_L1);
    }
    m_list = new QListWidget(card);
    m_list->setObjectName(u"rollupSources"_s);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_files = new ActionButton(ActionButton::Look::Plain, card);
    m_files->setObjectName(u"rollupFiles"_s);
    m_files->setKey(QKeySequence(QKeySequence::Open));
    m_folder = new ActionButton(ActionButton::Look::Plain, card);
    m_folder->setObjectName(u"rollupFolder"_s);
    m_people = new ActionButton(ActionButton::Look::Plain, card);
    m_people->setObjectName(u"rollupPeople"_s);
    m_remove = new ActionButton(ActionButton::Look::Quiet, card);
    m_remove->setObjectName(u"rollupRemove"_s);
    m_form = new ChoiceRow(ReportTable::FormCount, card);
    m_form->setObjectName(u"rollupForm"_s);
    m_form->setIndex(ReportTable::Csv);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_title);
    column->addWidget(m_what);
    column->addWidget(m_list, 1);
    for (ActionButton *button : {m_files, m_folder, m_people, m_remove})
        column->addWidget(button);
    column->addWidget(m_formWord);
    column->addWidget(m_form);
    return card;
}

QWidget *RollupPage::makeAnswer()
{
    auto *side = new QWidget(this);
    m_headline = new QLabel(side);
    m_headline->setObjectName(u"rollupHeadline"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    m_part = new ChoiceRow(PartCount, side);
    m_part->setObjectName(u"rollupPart"_s);
    m_part->setIndex(Areas);
    m_level = new ChoiceRow(int(std::size(levelIds)), side);
    m_level->setObjectName(u"rollupLevel"_s);
    m_level->setIndex(3);
    m_table = new ReportTable(u"rollup"_s, side);
    m_silent = new QListWidget;
    m_silent->setObjectName(u"rollupSilent"_s);
    m_silent->setUniformItemSizes(true);
    m_silent->setFrameShape(QFrame::NoFrame);
    m_notes = new FileNotes;
    m_parts = new QStackedLayout;
    m_parts->addWidget(m_table);
    for (QWidget *list : std::initializer_list<QWidget *>{m_silent, m_notes}) {
        auto *card = new QFrame;
        card->setProperty("card", true);
        auto *frame = new QVBoxLayout(card);
        frame->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space12);
        frame->addWidget(list);
        m_parts->addWidget(card);
    }
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addWidget(m_headline);
    column->addWidget(m_part, 0, Qt::AlignLeft);
    column->addWidget(m_level, 0, Qt::AlignLeft);
    column->addLayout(m_parts, 1);
    return side;
}

void RollupPage::begin()
{
    m_files->setFocus(Qt::OtherFocusReason);
}

RollupWish RollupPage::wish() const
{
    return {m_sources, m_population};
}

// ---- which files

void RollupPage::addSources(const QStringList &paths)
{
    QStringList added;
    for (const QString &path : paths)
        if (!m_sources.contains(path))
            added << path;
    if (added.isEmpty())
        return;
    m_sources += added;
    ask();
}

void RollupPage::removeChosen()
{
    const int at = m_list->currentRow();
    if (at < 0)
        return;
    if (at < m_sources.size())
        m_sources.removeAt(at);
    else
        m_population.clear();
    ask();
}

/// Asks for what the files say, as they are now.
void RollupPage::ask()
{
    m_list->clear();
    for (const QString &path : std::as_const(m_sources)) {
        m_list->addItem(QDir::toNativeSeparators(QFileInfo(path).fileName()));
        m_list->item(m_list->count() - 1)->setToolTip(QDir::toNativeSeparators(path));
    }
    if (!m_population.isEmpty()) {
        m_list->addItem(tr("Populations: %1").arg(QFileInfo(m_population).fileName()));
        m_list->item(m_list->count() - 1)->setToolTip(QDir::toNativeSeparators(m_population));
    }
    m_answer = {};
    m_table->clear();
    m_table->setReady(false);
    retranslate();
    if (m_sources.isEmpty())
        return;
    m_table->setProgress(0);
    emit rollupWanted(wish());
}

void RollupPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void RollupPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    addSources(localPaths(event->mimeData()));
}

void RollupPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        removeChosen();
    else
        QWidget::keyPressEvent(event);
}

// ---- what they say

void RollupPage::setAnswer(const RollupAnswer &answer)
{
    m_answer = answer;
    m_table->setReady(answer.day.isValid());
    retranslate();
}

void RollupPage::showFailure(const Error &error)
{
    retranslate();
    m_table->showFailure(error);
}

void RollupPage::showAreas()
{
    const QString level = levelIds[std::max(0, m_level->index())];
    PreviewRows rows{m_answer.columns, m_answer.areas.value(level)};
    rows.more = m_answer.areaCounts.value(level) > rows.rows.size();
    m_table->setPreview(rows);
    m_silent->clear();
    m_silent->addItems(m_answer.silent);
}

void RollupPage::save()
{
    const QString name = u"rollup-%1"_s.arg(m_answer.day.toString(Qt::ISODate));
    const QString path = m_table->askPath(name, ReportTable::Form(std::max(0, m_form->index())));
    if (path.isEmpty())
        return;
    m_table->setProgress(0);
    emit saveWanted(wish(), path);
}

void RollupPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString RollupPage::headline() const
{
    if (!m_answer.day.isValid())
        return {};
    const auto of = [this](const QString &column) { return figureText(m_answer.whole.value(column)); };
    QStringList parts{tr("On %1: %2 of %3 points active")
                          .arg(dateText(m_answer.day), of(u"points_active"_s), of(u"points_registered"_s))};
    if (const QString change = of(u"points_active_change"_s); !change.isEmpty())
        parts << tr("%1 against the day before").arg(withSign(change));
    if (const QString change = of(u"points_active_against_mean"_s); !change.isEmpty())
        parts << tr("%1 against the mean of seven days").arg(withSign(change));
    if (const QString rate = of(u"points_active_per_100_people"_s); !rate.isEmpty())
        parts << (m_answer.whole.value(u"target_met"_s) == Cell(true)
                      ? tr("%1 for each 100 people, the target of 1 is met")
                      : tr("%1 for each 100 people, the target is 1"))
                     .arg(rate);
    parts << tr("%1 persons, %2 in, %3 out").arg(of(u"persons"_s), of(u"entries_in"_s), of(u"entries_out"_s));
    return parts.join(u" · "_s);
}

void RollupPage::retranslate()
{
    m_title->setText(tr("Reports of many venues"));
    m_what->setText(
        tr("Drop the files that venues sent, or a folder of them, here. Each file is checked; of a venue's "
           "day the newest report counts."));
    m_list->setAccessibleName(tr("Files that are added up"));
    m_files->setLabel(tr("Choose files…"));
    m_folder->setLabel(tr("Choose a folder…"));
    m_people->setLabel(tr("Populations…"));
    m_remove->setLabel(tr("Leave the chosen one out"));
    m_formWord->setText(tr("Format"));
    m_form->setAccessibleName(tr("Form of the file"));
    m_form->setLabels({tr("CSV"), tr("Excel"), tr("PDF")});
    m_headline->setText(headline());
    m_headline->setVisible(m_answer.day.isValid());
    m_part->setAccessibleName(tr("What is shown"));
    m_part->setLabels({tr("Totals"), tr("Without a scan (%1)").arg(m_answer.silent.size()),
                       tr("Notes on the files (%1)").arg(m_answer.noteCount)});
    m_level->setAccessibleName(tr("Sums of which areas"));
    m_level->setLabels({tr("All"), tr("Provinces"), tr("Districts"), tr("Communes")});
    m_silent->setAccessibleName(tr("Communes without a scan"));
    m_notes->setAccessibleName(tr("What was decided about the files"));
    m_table->setEmptyWords(tr("What many venues' reports add up to"),
                           tr("Begin by dropping files here, or with the buttons on the left."));
    showAreas();
    m_notes->setNotes(m_answer.notes);
    if (m_answer.broken > 0)
        m_table->say(
            tr("%n row(s) do not count; why stands under “Notes on the files”.", nullptr, m_answer.broken),
            "ask"_L1);
}

} // namespace checkpoint
