#include "ui/paperday/photospage.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int choicesWidth = 340;
constexpr DirectionRule rules[] = {DirectionRule::Auto, DirectionRule::In, DirectionRule::Out};

} // namespace

QString photoWords(const PhotoNote &note)
{
    switch (note.kind) {
    case PhotoNote::Recorded:
        return PhotosPage::tr("Recorded, late");
    case PhotoNote::Known:
        return PhotosPage::tr("Known already");
    case PhotoNote::NotPicture:
        return PhotosPage::tr("No picture that can be read");
    case PhotoNote::NoCode:
        return PhotosPage::tr("No code is found in it");
    case PhotoNote::NoTime:
        return PhotosPage::tr("It does not say when it was taken");
    case PhotoNote::Refused:
        return PhotosPage::tr("The code or its time does not count");
    }
    Q_UNREACHABLE();
}

PhotosPage::PhotosPage(QWidget *parent)
    : QWidget(parent), askFolder([](QWidget *above, const QString &title) {
        return QFileDialog::getExistingDirectory(above, title);
    })
{
    setObjectName(u"photosPage"_s);
    auto *choices = new QFrame(this);
    choices->setProperty("card", true);
    choices->setFixedWidth(textScaled(choicesWidth));
    m_title = new QLabel(choices);
    m_title->setFont(textFont(tokens::headingText, true));
    m_what = new QLabel(choices);
    m_wayWord = new QLabel(choices);
    m_way = new ChoiceRow(3, choices);
    m_way->setObjectName(u"photosWay"_s);
    m_way->setIndex(0);
    m_placeWord = new QLabel(choices);
    m_place = new Picker(choices);
    m_place->setObjectName(u"photosPlace"_s);
    m_choose = new ActionButton(ActionButton::Look::Primary, choices);
    m_choose->setObjectName(u"photosChoose"_s);
    m_choose->setMinimumHeight(tokens::primaryHeight);
    m_choose->setKey(QKeySequence(QKeySequence::Open));
    for (QLabel *word : {m_what, m_wayWord, m_placeWord}) {
        word->setFont(textFont(tokens::noteText));
        word->setWordWrap(true);
        setTone(word, "quiet"_L1);
    }
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_title, m_what, m_wayWord, m_way, m_placeWord, m_place})
        column->addWidget(each);
    column->addStretch();
    column->addWidget(m_choose);

    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_table = new QTableWidget(0, 2, card);
    m_table->setObjectName(u"photosTable"_s);
    RowDelegate::setUp(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_empty = new EmptyState(u"photosEmptyTitle"_s, card);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_said = new QLabel(card);
    m_said->setObjectName(u"photosSaid"_s);
    m_said->setWordWrap(true);
    makeAnnouncing(m_said);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(u"photosProgress"_s);
    m_progress->setTextVisible(false);
    m_stop = new ActionButton(ActionButton::Look::Plain, card);
    m_stop->setObjectName(u"photosStop"_s);
    m_stop->setKey(Qt::Key_Escape);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(tokens::space12);
    bottom->addWidget(m_said, 1);
    bottom->addWidget(m_progress, 1);
    bottom->addWidget(m_stop);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space12);
    rows->setSpacing(tokens::space8);
    rows->addLayout(m_pages, 1);
    rows->addLayout(bottom);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(choices);
    row->addWidget(card, 1);
    connect(m_choose, &QAbstractButton::clicked, this, &PhotosPage::chooseFolder);
    connect(m_stop, &QAbstractButton::clicked, this, &PhotosPage::cancelWanted);
    setFocusProxy(m_choose);
    setWorking(false);
    retranslate();
}

void PhotosPage::setLocations(const QStringList &locations, const QString &chosen)
{
    const QString before = m_place->count() > 0 ? m_place->currentText() : chosen;
    m_place->clear();
    m_place->addItems(locations);
    m_place->setCurrentIndex(std::max(0, int(locations.indexOf(before))));
    m_place->setEnabled(!locations.isEmpty());
}

QList<KeyHint> PhotosPage::keyHints() const
{
    return {{u"Ctrl+O"_s, tr("Choose a folder of photos")}};
}

void PhotosPage::chooseFolder()
{
    if (!m_choose->isEnabled())
        return;
    const QString folder = askFolder(this, tr("Folder with photos of codes"));
    if (folder.isEmpty())
        return;
    m_table->setRowCount(0);
    setWorking(true);
    setProgress(0, 0);
    emit importWanted(folder, rules[std::max(0, m_way->index())], m_place->currentText());
}

void PhotosPage::addNote(const PhotoNote &note)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(note.name));
    m_table->setItem(row, 1, new QTableWidgetItem(photoWords(note)));
    m_pages->setCurrentIndex(1);
}

void PhotosPage::setProgress(int done, int all)
{
    m_progress->setRange(0, all);
    m_progress->setValue(done);
}

void PhotosPage::showSum(const Result<PhotoSum> &sum)
{
    setWorking(false);
    if (!sum) {
        const ErrorText text = errorText(sum.error().code);
        return say(text.happened + u' ' + text.todo, "refused"_L1);
    }
    QString words = tr("%1 recorded as late entries, %2 known already, %3 not readable or left out.")
                        .arg(sum->recorded)
                        .arg(sum->known)
                        .arg(sum->leftOut);
    if (sum->cancelled)
        words.prepend(tr("Stopped.") + u' ');
    say(words, sum->leftOut > 0 || sum->cancelled ? "ask"_L1 : "in"_L1);
    if (m_table->rowCount() == 0 && !sum->cancelled)
        m_empty->setWords(tr("There is no photo in this folder"), tr("Choose the folder in which they lie."));
}

void PhotosPage::setWorking(bool working)
{
    m_progress->setVisible(working);
    m_stop->setVisible(working);
    m_said->setVisible(!working);
    m_choose->setEnabled(!working);
    m_way->setEnabled(!working);
    if (working)
        m_stop->setFocus(Qt::OtherFocusReason);
}

void PhotosPage::say(const QString &words, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(words);
    announce(m_said, words);
}

void PhotosPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PhotosPage::retranslate()
{
    m_title->setText(tr("Photos of codes"));
    m_what->setText(
        tr("Codes that were photographed with a phone while the desk had no power become late entries "
           "at the time each photo was taken. The same folder may be read twice: nothing is recorded "
           "twice."));
    m_wayWord->setText(tr("Direction"));
    m_way->setAccessibleName(m_wayWord->text());
    m_way->setLabels({tr("Automatic"), directionWord(Direction::In), directionWord(Direction::Out)});
    m_placeWord->setText(tr("Place"));
    m_place->setAccessibleName(m_placeWord->text());
    m_choose->setLabel(tr("Choose the folder…"));
    m_stop->setLabel(tr("Stop"));
    m_progress->setAccessibleName(tr("Photos that are read"));
    m_table->setAccessibleName(tr("What became of each photo"));
    m_table->setHorizontalHeaderLabels({tr("Photo"), tr("Result")});
    m_empty->setWords(tr("No folder is chosen yet"),
                      tr("Copy the photos from the phone into a folder, then choose it with Ctrl+O."));
}

} // namespace checkpoint
