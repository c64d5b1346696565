#include "ui/posterview/posterview.h"

// How the view is laid out and what is connected to what; what it does is in posterview.cpp.

#include "core/posters/posterwords.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/picker.h"
#include "ui/common/questionpanel.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/posterview/posterscreen.h"
#include "ui/posterview/printerchoice.h"
#include "ui/posterview/sheetpreview.h"

#include <QFileDialog>
#include <QFontMetrics>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int placesWidth = 360;
constexpr int roomyWidth = 1200; ///< pixels of width from which every button shows its key

} // namespace

PosterView::PosterView(QWidget *parent)
    : QWidget(parent)
    , askWhich([](QWidget *above, const QString &title, const QString &kinds) {
        return QFileDialog::getOpenFileName(above, title, {}, kinds);
    })
    , askPrinter(choosePrinter)
{
    setObjectName(u"posterView"_s);
    m_left = new QWidget(this);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(tokens::space12);
    left->addWidget(makePlaces(), 1);
    left->addWidget(makeOptions());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    row->setSpacing(tokens::space12);
    row->addWidget(m_left);
    row->addWidget(makePaper(), 1);
    connectControls();
    retranslate();
    showWorking(false);
}

/// As wide as the widest row of choices and the words in the field need; with the keys of the buttons where
/// there is room.
void PosterView::arrangeLeft()
{
    const QFontMetrics words(textFont(tokens::bodyText));
    const int field =
        words.horizontalAdvance(m_newPlace->placeholderText()) + tokens::space32 + tokens::space8;
    m_newPlace->setMinimumWidth(field - tokens::space8);
    const bool roomy = width() >= textScaled(roomyWidth);
    const auto needed = [roomy](const ActionButton *button) {
        return (roomy ? button->sizeHint() : button->minimumSizeHint()).width();
    };
    const int wanted = std::max({m_languages->minimumSizeHint().width(), field + needed(m_add),
                                 needed(m_withdraw) + tokens::space8 + needed(m_list)});
    m_left->setFixedWidth(qMax(placesWidth, wanted + 2 * tokens::space16 + 2));
}

QWidget *PosterView::makePlaces()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_placesTitle = new QLabel(card);
    m_placesTitle->setFont(textFont(tokens::headingText, true));
    m_places = new QListWidget(card);
    m_places->setObjectName(u"posterPlaces"_s);
    m_places->setFrameShape(QFrame::NoFrame);
    m_places->setSpacing(tokens::space4);
    m_places->setWordWrap(true);
    m_places->setItemDelegate(new WholeRowDelegate(m_places));
    m_places->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_newPlace = new QLineEdit(card);
    m_newPlace->setObjectName(u"posterNewPlace"_s);
    m_newPlace->setMaxLength(80);
    m_add = new ActionButton(ActionButton::Look::Plain, card);
    m_add->setObjectName(u"posterAddPlace"_s);
    m_add->setKeyHint(u"Enter"_s);
    m_withdraw = new ActionButton(ActionButton::Look::Plain, card);
    m_withdraw->setObjectName(u"posterWithdrawPlace"_s);
    m_withdraw->setKey(Qt::Key_Delete, m_places);
    m_list = new ActionButton(ActionButton::Look::Plain, card);
    m_list->setObjectName(u"posterListButton"_s);
    m_list->setKey(QKeySequence(QKeySequence::Open));
    auto *add = new QHBoxLayout;
    add->setSpacing(tokens::space8);
    add->addWidget(m_newPlace, 1);
    add->addWidget(m_add);
    auto *more = new QHBoxLayout;
    more->setSpacing(tokens::space8);
    more->addWidget(m_withdraw);
    more->addWidget(m_list);
    more->addStretch();
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_placesTitle);
    column->addWidget(m_places, 1);
    column->addLayout(add);
    column->addLayout(more);
    m_withdrawing = new QuestionPanel(u"withdraw"_s, card);
    column->addWidget(m_withdrawing);
    connect(m_withdrawing, &QuestionPanel::left, this, &PosterView::endWithdrawing);
    connect(m_withdrawing, &QuestionPanel::confirmed, this, [this] {
        const QString name = m_withdrawn;
        endWithdrawing();
        emit locationWithdrawn(name);
    });
    return card;
}

QWidget *PosterView::makeOptions()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_layoutWord = new QLabel(card);
    m_layout = new Picker(card);
    m_layout->setObjectName(u"posterLayout"_s);
    m_orientation = new ChoiceRow(2, card);
    m_orientation->setObjectName(u"posterOrientation"_s);
    m_orientation->setIndex(int(PosterOrientation::Portrait));
    m_languageWord = new QLabel(card);
    m_languages = new ChoiceRow(3, card);
    m_languages->setObjectName(u"posterLanguages"_s);
    m_languages->setIndex(int(PosterLanguages::Both));
    for (QLabel *word : {m_layoutWord, m_languageWord}) {
        word->setFont(textFont(tokens::noteText));
        setTone(word, "quiet"_L1);
    }
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_layoutWord);
    column->addWidget(m_layout);
    column->addWidget(m_orientation);
    column->addWidget(m_languageWord);
    column->addWidget(m_languages);
    return card;
}

QWidget *PosterView::makePaper()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_preview = new SheetPreview(card);
    m_zoom = new QLabel(card);
    m_zoom->setObjectName(u"posterZoom"_s);
    m_zoom->setFont(textFont(tokens::noteText));
    setTone(m_zoom, "quiet"_L1);
    m_said = new QLabel(card);
    m_said->setObjectName(u"posterSaid"_s);
    m_said->setFont(textFont(tokens::bodyText));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(u"posterProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(tokens::space8);
    m_cancel = new ActionButton(ActionButton::Look::Plain, card);
    m_cancel->setObjectName(u"posterCancel"_s);
    m_print = new ActionButton(ActionButton::Look::Primary, card);
    m_print->setObjectName(u"posterPrint"_s);
    m_print->setKey(QKeySequence(QKeySequence::Print));
    m_save = new ActionButton(ActionButton::Look::Plain, card);
    m_save->setObjectName(u"posterSave"_s);
    m_save->setKey(QKeySequence(QKeySequence::Save));
    m_show = new ActionButton(ActionButton::Look::Plain, card);
    m_show->setObjectName(u"posterShow"_s);
    m_show->setKey(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_check = new ActionButton(ActionButton::Look::Plain, card);
    m_check->setObjectName(u"posterCheck"_s);
    m_check->setKey(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_check->setCheckable(true);

    auto *state = new QHBoxLayout;
    state->setSpacing(tokens::space12);
    state->addWidget(m_said, 1);
    state->addWidget(m_progress);
    state->addWidget(m_cancel);
    state->addWidget(m_zoom);
    m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
    m_buttons->setSpacing(tokens::space8);
    const std::pair<QWidget *, QWidget *> pairs[] = {{m_print, m_save}, {m_show, m_check}};
    for (const auto &[first, second] : pairs) {
        auto *pair = new QHBoxLayout;
        pair->setSpacing(tokens::space8);
        pair->addWidget(first);
        pair->addWidget(second);
        pair->addStretch();
        m_buttons->addLayout(pair);
    }
    m_buttons->setStretch(1, 1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space16, tokens::space16, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_preview, 1);
    column->addLayout(state);
    column->addLayout(m_buttons);
    return card;
}

/// Where it is narrow the buttons stand in two rows, none of them cut.
void PosterView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeLeft();
    const int room = width() - m_left->width() - 2 * tokens::space16 - tokens::space12 - 2 * tokens::space16;
    int wanted = 3 * tokens::space8;
    for (const ActionButton *button : {m_print, m_save, m_show, m_check})
        wanted += button->sizeHint().width();
    m_buttons->setDirection(wanted > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PosterView::connectControls()
{
    connect(m_places, &QListWidget::itemChanged, this, &PosterView::takeChoice);
    connect(m_places, &QListWidget::currentItemChanged, this, &PosterView::offer);
    connect(m_layout, &QComboBox::activated, this, &PosterView::preview);
    connect(m_orientation, &ChoiceRow::chosen, this, &PosterView::preview);
    connect(m_languages, &ChoiceRow::chosen, this, &PosterView::preview);
    connect(m_add, &QAbstractButton::clicked, this, &PosterView::addPlace);
    connect(m_newPlace, &QLineEdit::returnPressed, this, &PosterView::addPlace);
    connect(m_withdraw, &QAbstractButton::clicked, this, &PosterView::withdrawPlace);
    connect(m_list, &QAbstractButton::clicked, this, &PosterView::addFromList);
    connect(m_print, &QAbstractButton::clicked, this, &PosterView::print);
    connect(m_save, &QAbstractButton::clicked, this, &PosterView::save);
    connect(m_show, &QAbstractButton::clicked, this, &PosterView::showOnScreen);
    connect(m_check, &QAbstractButton::toggled, this, &PosterView::setChecking);
    connect(m_cancel, &QAbstractButton::clicked, this, &PosterView::cancel);
    connect(&m_workshop, &PosterWorkshop::placesRead, this, &PosterView::takeList);
    connect(&m_paper, &PaperCheck::judged, this, &PosterView::showVerdict);
    connect(m_preview, &SheetPreview::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(u"%1 %"_s.arg(QLocale().toString(zoom * 100, 'f', 0))); });
    connect(&m_workshop, &PosterWorkshop::composed, this, [this](const Result<ProvedSheet> &sheet) {
        if (!sheet) {
            m_preview->setSheet({});
            showFailure(sheet.error());
            return;
        }
        m_sheet = *sheet;
        m_preview->setSheet(sheet->sheet);
        const auto [said, trouble] = std::exchange(m_afterPreview, {});
        if (!said.isEmpty())
            say(said, trouble);
        else if (!m_checking)
            sayFindings(sheet->findings);
    });
    connect(&m_workshop, &PosterWorkshop::progressed, this, [this](int done, int of) {
        m_progress->setRange(0, of);
        m_progress->setValue(done);
    });
    connect(&m_workshop, &PosterWorkshop::printed, this, [this](const Result<QString> &printer) {
        showWorking(false);
        if (printer)
            sayDone(tr("Sent to the printer “%1”. Check the print before you hang it up.").arg(*printer));
        else
            showFailure(printer.error());
    });
    connect(&m_workshop, &PosterWorkshop::written, this, [this](const Result<PosterBatch> &batch) {
        showWorking(false);
        if (batch)
            sayDone(batch->files.size() == 1 ? tr("Saved: %1").arg(batch->files.first())
                                             : tr("%n file(s) saved", nullptr, int(batch->files.size())));
        else
            showFailure(batch.error());
    });
}

void PosterView::retranslate()
{
    m_placesTitle->setText(tr("Where do the posters hang?"));
    m_places->setAccessibleName(m_placesTitle->text());
    m_newPlace->setPlaceholderText(tr("Another place, such as Gate B"));
    m_newPlace->setAccessibleName(m_newPlace->placeholderText());
    m_add->setLabel(tr("Add"));
    m_withdraw->setLabel(tr("Withdraw the place"));
    wordWithdrawing();
    m_list->setLabel(tr("From a list…"));
    m_layoutWord->setText(tr("Paper"));
    m_layout->setAccessibleName(m_layoutWord->text());
    const int layout = qMax(0, m_layout->currentIndex());
    m_layout->clear();
    m_layout->addItems({tr("A4, one poster"), tr("A5, one poster"), tr("A4, two posters"),
                        tr("A4, four posters"), tr("Sticker, square"), tr("Door sign")});
    m_layout->setCurrentIndex(layout);
    m_orientation->setLabels({tr("Portrait"), tr("Landscape")});
    m_orientation->setAccessibleName(tr("Orientation"));
    m_languageWord->setText(tr("Language of the poster"));
    m_preview->setToolTip(
        tr("Every poster names the national hotline %1.").arg(QString::fromUtf16(hotlineNumber)));
    m_languages->setLabels({u"Tiếng Việt"_s, u"English"_s, tr("Both")});
    m_languages->setAccessibleName(m_languageWord->text());
    m_preview->setAccessibleName(tr("The sheet as it will be printed"));
    m_cancel->setLabel(tr("Cancel"));
    m_print->setLabel(tr("Print"));
    m_save->setLabel(tr("Save"));
    m_show->setLabel(tr("On the second monitor"));
    m_check->setLabel(tr("Check the printout"));
    arrangeLeft();
    fillPlaces();
    preview();
}

} // namespace checkpoint
