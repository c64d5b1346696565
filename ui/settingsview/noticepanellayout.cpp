#include "ui/settingsview/noticepanel.h"

// How the page of the notice is put together and what it is called; what it does is in noticepanel.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/posterview/sheetpreview.h"
#include "ui/settingsview/settingcard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int noticeLines = 5;
constexpr int versionsShown = 3;
constexpr int noticeWidth = 330;
constexpr int noticeHeight = 360;

QLabel *noticeWords(const QString &name, QWidget *parent, QLatin1StringView tone = {})
{
    auto *words = new QLabel(parent);
    words->setObjectName(name);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    setTone(words, tone);
    return words;
}

QPlainTextEdit *noticeText(const QString &name, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setTabChangesFocus(true);
    text->setFont(textFont(tokens::bodyText));
    text->setFixedHeight(noticeLines * QFontMetrics(text->font()).lineSpacing() + tokens::space16);
    return text;
}

} // namespace

void NoticePanel::makeParts()
{
    m_about = noticeWords(u"noticeAbout"_s, this, "quiet"_L1);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::space12);
    row->addWidget(makeForm(), 5);
    row->addWidget(makeSheet(), 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addWidget(m_about);
    column->addLayout(row, 1);
}

QWidget *NoticePanel::makeForm()
{
    auto *card = new SettingCard(this);
    m_language = new ChoiceRow(2, card);
    m_language->setObjectName(u"noticeLanguage"_s);
    m_language->setIndex(0);
    m_purposeWord = noticeWords(u"noticePurposeWord"_s, card, "quiet"_L1);
    m_purpose = noticeText(u"noticePurpose"_s, card);
    m_basisWord = noticeWords(u"noticeBasisWord"_s, card, "quiet"_L1);
    m_basis = noticeText(u"noticeBasis"_s, card);
    m_contactWord = noticeWords(u"noticeContactWord"_s, card, "quiet"_L1);
    m_contact = new QLineEdit(card);
    m_contact->setObjectName(u"noticeContact"_s);
    m_contact->setMaxLength(longestNoticeContact);
    m_termsText = noticeWords(u"noticeTerms"_s, card, "quiet"_L1);
    m_save = new ActionButton(ActionButton::Look::Primary, card);
    m_save->setObjectName(u"noticeSave"_s);
    m_save->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_said = noticeWords(u"noticeSaid"_s, card);
    makeAnnouncing(m_said);
    m_said->hide();
    for (QWidget *each : std::initializer_list<QWidget *>{m_language, m_purposeWord, m_purpose, m_basisWord,
                                                          m_basis, m_contactWord, m_contact, m_termsText})
        card->column()->addWidget(each);
    card->column()->addSpacing(tokens::space8);
    card->column()->addWidget(m_save, 0, Qt::AlignLeft);
    card->column()->addWidget(m_said);
    card->column()->addStretch();
    return card;
}

QWidget *NoticePanel::makeSheet()
{
    auto *card = new SettingCard(this);
    m_preview = new SheetPreview(card);
    m_preview->setObjectName(u"noticePreview"_s);
    m_preview->setMinimumSize(textScaled(noticeWidth), noticeHeight);
    m_versionsWord = noticeWords(u"noticeVersionsWord"_s, card, "quiet"_L1);
    m_list = new QListWidget(card);
    m_list->setObjectName(u"noticeVersions"_s);
    m_list->setFixedHeight(versionsShown * tokens::rowHeight + tokens::space4);
    m_print = new ActionButton(ActionButton::Look::Plain, card);
    m_print->setObjectName(u"noticePrint"_s);
    m_print->setKey(QKeySequence::Print);
    m_pdf = new ActionButton(ActionButton::Look::Plain, card);
    m_pdf->setObjectName(u"noticePdf"_s);
    m_pdf->setKey(QKeySequence::Save);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_print);
    buttons->addWidget(m_pdf);
    buttons->addStretch();
    card->column()->addWidget(m_preview, 1);
    card->column()->addWidget(m_versionsWord);
    card->column()->addWidget(m_list);
    card->column()->addSpacing(tokens::space8);
    card->column()->addLayout(buttons);
    return card;
}

void NoticePanel::retranslate()
{
    setWindowTitle(tr("Notice for visitors"));
    setAccessibleName(windowTitle());
    m_about->setText(
        tr("What visitors are told before their data are taken: on the wall, and in short on the "
           "visitors' window. Every change that is saved is a version of its own; old ones stay."));
    m_language->setAccessibleName(tr("Language of the notice"));
    m_language->setLabels({u"Tiếng Việt"_s, u"English"_s});
    m_purposeWord->setText(tr("What the data are for"));
    m_purpose->setAccessibleName(m_purposeWord->text());
    m_basisWord->setText(tr("On what basis (law, rules of the venue)"));
    m_basis->setAccessibleName(m_basisWord->text());
    m_contactWord->setText(tr("Whom visitors ask: office, phone, e-mail"));
    m_contact->setAccessibleName(m_contactWord->text());
    m_versionsWord->setText(tr("Versions"));
    m_list->setAccessibleName(tr("Versions of the notice"));
    m_preview->setAccessibleName(tr("The notice as it will be printed"));
    m_print->setLabel(tr("Print…"));
    m_pdf->setLabel(tr("Save as PDF…"));
    offer();
}

} // namespace checkpoint
