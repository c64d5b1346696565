#include "ui/firststart/firststartview.h"

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/picker.h"
#include "ui/common/theme.h"
#include "ui/scanview/previewpane.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int columnWidth = 1040;
constexpr QSize pictureSize(384, 216);
constexpr int longestName = 200;
constexpr int roomyPageHeight = 600;
constexpr int narrowWidth = 216;

QFrame *makeCard(QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    return card;
}

} // namespace

FirstStartView::FirstStartView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_start(new ActionButton(ActionButton::Look::Primary, this))
    , m_skip(new ActionButton(ActionButton::Look::Plain, this))
    , m_sheet(new ActionButton(ActionButton::Look::Quiet, this))
    , m_backup(new ActionButton(ActionButton::Look::Quiet, this))
{
    setObjectName(u"firstStartView"_s);
    m_title->setFont(textFont(tokens::nameText, true));
    m_intro->setFont(textFont(tokens::bodyText));
    m_intro->setWordWrap(true);
    setTone(m_intro, "quiet"_L1);
    m_start->setObjectName(u"firstStartBegin"_s);
    m_start->setMinimumHeight(tokens::primaryHeight);
    m_start->setKeyHint(u"Enter"_s);
    m_skip->setObjectName(u"firstStartSkip"_s);
    m_skip->setKey(Qt::Key_Escape);
    m_sheet->setObjectName(u"firstStartSheet"_s);
    m_sheet->setKey(QKeySequence(QKeySequence::Save));
    m_backup->setObjectName(u"firstStartBackup"_s);
    m_backup->setKey(QKeySequence(QKeySequence::Open));

    auto *cards = new QHBoxLayout;
    cards->setSpacing(tokens::space16);
    cards->addWidget(makeWords(), 1);
    cards->addWidget(makeDevices());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space12);
    buttons->addWidget(m_start);
    buttons->addWidget(m_skip, 0, Qt::AlignVCenter);
    buttons->addStretch();
    buttons->addWidget(m_backup, 0, Qt::AlignVCenter);
    buttons->addWidget(m_sheet, 0, Qt::AlignVCenter);

    auto *middle = new QWidget(this);
    middle->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space16);
    column->addStretch();
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addLayout(cards);
    column->addLayout(buttons);
    column->addStretch(2);
    auto *frame = new QHBoxLayout(this);
    frame->setContentsMargins(tokens::space32, tokens::space16, tokens::space32, tokens::space16);
    frame->addStretch();
    frame->addWidget(middle, 100);
    frame->addStretch();

    setTabOrder(m_venue, m_location);
    setTabOrder(m_location, m_access);
    setTabOrder(m_access, m_name);
    setTabOrder(m_name, m_pin);
    setTabOrder(m_pin, m_again);
    setTabOrder(m_again, m_cameraPicker);
    setTabOrder(m_cameraPicker, m_start);
    setTabOrder(m_start, m_skip);
    setTabOrder(m_skip, m_backup);
    setTabOrder(m_backup, m_sheet);
    connect(m_backup, &QAbstractButton::clicked, this, &FirstStartView::backupOffered);
    connect(m_sheet, &QAbstractButton::clicked, this, &FirstStartView::sheetWanted);
    connect(m_start, &QAbstractButton::clicked, this, &FirstStartView::finish);
    connect(m_skip, &QAbstractButton::clicked, this, [this] { emit finished({}, {}); });
    connect(m_cameraPicker, &QComboBox::activated, this, [this](int index) {
        m_camera = m_cameraPicker->itemData(index).toString();
        emit cameraChosen(m_camera);
    });
    retranslate();
}

FirstStartView::Question FirstStartView::makeQuestion(const QString &number, QWidget *card)
{
    Question question;
    question.number = new QLabel(number, card);
    question.number->setFont(textFont(tokens::headingText, true));
    setTone(question.number, "accent"_L1);
    question.title = new QLabel(card);
    question.title->setFont(textFont(tokens::headingText, true));
    question.title->setWordWrap(true);
    question.hint = new QLabel(card);
    question.hint->setFont(textFont(tokens::noteText));
    question.hint->setWordWrap(true);
    setTone(question.hint, "quiet"_L1);
    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::space8);
    head->addWidget(question.number, 0, Qt::AlignTop);
    question.number->setHidden(number.isEmpty());
    head->addWidget(question.title, 1);
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    column->addLayout(head);
    column->addWidget(question.hint);
    return question;
}

QWidget *FirstStartView::makeWords()
{
    QFrame *card = makeCard(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space24);
    column->setSpacing(tokens::space8);
    m_venueQuestion = makeQuestion(u"1"_s, card);
    m_venue = new QLineEdit(card);
    m_venue->setObjectName(u"firstStartVenue"_s);
    column->addWidget(m_venue);
    column->addSpacing(tokens::space8);
    m_locationQuestion = makeQuestion(u"2"_s, card);
    m_location = new QLineEdit(card);
    m_location->setObjectName(u"firstStartLocation"_s);
    column->addWidget(m_location);
    column->addSpacing(tokens::space8);
    makeAccess(card);
    column->addStretch();
    for (QLineEdit *edit : {m_venue, m_location})
        edit->setMaxLength(longestName);
    return card;
}

void FirstStartView::makeAccess(QWidget *card)
{
    m_accessQuestion = makeQuestion({}, card); // answered already; three are asked
    m_access = new ChoiceRow(2, card);
    m_access->setObjectName(u"firstStartAccess"_s);
    m_access->setIndex(0);
    m_administrator = new QWidget(card);
    m_name = new QLineEdit(m_administrator);
    m_name->setObjectName(u"firstStartOperator"_s);
    m_name->setMaxLength(longestName);
    m_pin = new QLineEdit(m_administrator);
    m_pin->setObjectName(u"firstStartPin"_s);
    m_again = new QLineEdit(m_administrator);
    m_again->setObjectName(u"firstStartPinAgain"_s);
    for (QLineEdit *pin : {m_pin, m_again})
        pin->setEchoMode(QLineEdit::Password);
    auto *row = new QHBoxLayout(m_administrator);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    row->addWidget(m_name, 4);
    row->addWidget(m_pin, 3);
    row->addWidget(m_again, 4);
    m_accessSaid = new QLabel(card);
    m_accessSaid->setObjectName(u"firstStartAccessSaid"_s);
    m_accessSaid->setWordWrap(true);
    m_accessSaid->setFont(textFont(tokens::noteText));
    setTone(m_accessSaid, "refused"_L1);
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    column->addWidget(m_access);
    column->addWidget(m_administrator);
    column->addWidget(m_accessSaid);
    connect(m_access, &ChoiceRow::chosen, this, [this](int index) {
        showAccess();
        if (index == 1)
            m_name->setFocus(Qt::TabFocusReason);
    });
    showAccess();
}

void FirstStartView::showAccess()
{
    m_administrator->setVisible(m_access->index() == 1);
    m_accessSaid->hide();
    m_accessQuestion.hint->setText(
        m_access->index() == 1
            ? tr("The first one is an administrator, who adds the others in the settings.") + u"\n"_s +
                  pinRule()
            : tr("For an office of one: everybody at this computer may see, change and export everything."));
}

/// What is wrong with the administrator; empty when nothing is.
QString FirstStartView::accessFault() const
{
    const QString pin = m_pin->text();
    if (m_access->index() == 0)
        return {};
    if (m_name->text().simplified().isEmpty())
        return tr("The administrator needs a name.");
    if (const QString wrong = pinFaultText(pin); !wrong.isEmpty())
        return wrong;
    if (pin != m_again->text())
        return tr("The two PINs differ. Type both again.");
    return {};
}

QWidget *FirstStartView::makeDevices()
{
    QFrame *card = makeCard(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space24);
    column->setSpacing(tokens::space8);
    m_deviceQuestion = makeQuestion(u"3"_s, card);
    m_preview = new PreviewPane(card);
    m_preview->setFixedSize(pictureSize);
    m_cameraPicker = new Picker(card);
    m_cameraPicker->setObjectName(u"firstStartCamera"_s);
    m_scanner = new QLabel(card);
    m_scanner->setObjectName(u"firstStartScanner"_s);
    m_scanner->setFont(textFont(tokens::bodyText));
    m_scanner->setFixedWidth(pictureSize.width());
    m_scanner->setWordWrap(true);
    m_scanner->setTextFormat(Qt::PlainText);
    column->addWidget(m_preview);
    column->addWidget(m_cameraPicker);
    column->addWidget(m_scanner);
    column->addStretch();
    return card;
}

void FirstStartView::begin()
{
    m_venue->setFocus(Qt::OtherFocusReason);
}

void FirstStartView::setPreferences(const DeskPreferences &preferences)
{
    if (!m_venue->isModified())
        m_venue->setText(preferences.venue);
    if (!m_location->isModified())
        m_location->setText(preferences.location);
    m_preview->setMirrored(preferences.mirrored);
}

void FirstStartView::setCameras(const std::vector<CameraInfo> &cameras)
{
    m_cameras = cameras;
    if (m_cameras.empty())
        m_preview->setState({});
    retranslate();
}

void FirstStartView::setPicture(const QImage &picture, const QSize &frameSize)
{
    m_preview->setState(DeviceState::Running);
    m_preview->setPicture(picture, frameSize);
}

void FirstStartView::showScanned(const QString &deviceName)
{
    if (deviceName == m_scannedBy)
        return;
    m_scannedBy = deviceName;
    retranslate();
}

void FirstStartView::finish()
{
    if (const QString fault = accessFault(); !fault.isEmpty()) {
        m_accessSaid->setText(fault);
        m_accessSaid->show();
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString pin = m_pin->text();
    m_pin->clear();
    m_again->clear();
    emit finished(m_venue->text().simplified(), m_location->text().simplified());
    if (m_access->index() == 1)
        emit administratorNamed(m_name->text().simplified(), pin);
}

void FirstStartView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    if (m_venue->hasFocus() && m_location->text().isEmpty())
        m_location->setFocus(Qt::TabFocusReason); // the next question first
    else
        finish();
}

void FirstStartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(coloursOf(palette()).ground));
}

/// On a low screen the questions come first: what explains them and the picture give way.
void FirstStartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool roomy = height() >= textScaled(roomyPageHeight);
    for (QWidget *each : std::initializer_list<QWidget *>{
             m_intro, m_venueQuestion.hint, m_locationQuestion.hint, m_deviceQuestion.hint, m_preview})
        each->setVisible(roomy);
    m_scanner->setFixedWidth(roomy ? pictureSize.width() : narrowWidth);
    for (QWidget *card : {m_venue->parentWidget(), m_cameraPicker->parentWidget()})
        card->layout()->setSpacing(roomy ? tokens::space8 : tokens::space4);
}

void FirstStartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FirstStartView::retranslate()
{
    m_sheet->setLabel(tr("Save the recovery sheet…"));
    m_backup->setLabel(tr("I have a backup…"));
    setAccessibleName(tr("First start"));
    m_title->setText(tr("Three questions before scanning"));
    m_intro->setText(tr("You can skip any of them. Everything can be changed later in the settings (F10)."));
    m_venueQuestion.title->setText(tr("What is the venue called?"));
    m_venueQuestion.hint->setText(tr("As it stands on the posters and in the reports."));
    m_venue->setAccessibleName(m_venueQuestion.title->text());
    m_venue->setPlaceholderText(tr("Such as: District General Hospital"));
    m_locationQuestion.title->setText(tr("Where does this desk stand?"));
    m_locationQuestion.hint->setText(tr("The place within the venue; it is kept with every entry."));
    m_location->setAccessibleName(m_locationQuestion.title->text());
    m_location->setPlaceholderText(tr("Such as: Gate A"));
    m_deviceQuestion.title->setText(tr("What do you scan with?"));
    m_deviceQuestion.hint->setText(tr("A camera, a handheld scanner, or both: all work at once."));
    m_cameraPicker->setAccessibleName(tr("Camera"));
    m_cameraPicker->clear();
    if (m_cameras.empty())
        m_cameraPicker->addItem(tr("No camera is plugged in"), QString());
    for (const CameraInfo &camera : m_cameras)
        m_cameraPicker->addItem(camera.description, camera.description);
    m_cameraPicker->setEnabled(m_cameras.size() > 1);
    m_cameraPicker->setCurrentIndex(qMax(0, m_cameraPicker->findData(m_camera)));
    m_scanner->setText(
        m_scannedBy.isEmpty()
            ? tr("Handheld scanner: plug it in and scan any code to try it. "
                 "Nothing is recorded here.")
            : tr("%1 works: a code has just been read. It was not recorded.").arg(m_scannedBy));
    setTone(m_scanner, m_scannedBy.isEmpty() ? "quiet"_L1 : "in"_L1);
    m_accessQuestion.title->setText(tr("Sign-in"));
    m_access->setLabels({tr("Nobody signs in"), tr("Each with a PIN")});
    m_access->setAccessibleName(tr("Sign-in"));
    m_name->setPlaceholderText(tr("Administrator"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_pin->setPlaceholderText(tr("PIN"));
    m_pin->setAccessibleName(tr("PIN"));
    m_again->setPlaceholderText(tr("PIN again"));
    m_again->setAccessibleName(tr("PIN again"));
    showAccess();
    m_start->setLabel(tr("Start scanning"));
    m_skip->setLabel(tr("Skip"));
}

} // namespace checkpoint
