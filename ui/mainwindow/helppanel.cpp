#include "ui/mainwindow/helppanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto homeLink = "home"_L1;
constexpr auto chapterLink = "chapter:"_L1;

QString linkTo(qsizetype chapter, const QString &title)
{
    return u"<a href=\"%1%2\">%3</a>"_s.arg(chapterLink, QString::number(chapter), title.toHtmlEscaped());
}

} // namespace

HelpPanel::HelpPanel(QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_close(new ActionButton(ActionButton::Look::Quiet, this))
    , m_search(new QLineEdit(this))
    , m_page(new QTextBrowser(this))
{
    setObjectName(u"helpPanel"_s);
    setProperty("card", true);
    setProperty("overlay", true);
    m_heading->setObjectName(u"helpHeading"_s);
    m_heading->setFont(textFont(tokens::headingText, true));
    m_close->setObjectName(u"helpClose"_s);
    m_close->setIconName("cross"_L1);
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_page->setObjectName(u"helpPage"_s);
    m_page->setOpenLinks(false);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setProperty("plain", true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space12, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addLayout(head);
    column->addWidget(m_search);
    column->addWidget(m_page, 1);
    connect(m_close, &QAbstractButton::clicked, this, &HelpPanel::closed);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_chapter = -1;
        fill();
    });
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const QString target = link.toString();
        m_chapter = target.startsWith(chapterLink) ? target.mid(chapterLink.size()).toInt() : -1;
        fill();
    });
    retranslate();
}

void HelpPanel::setView(const QString &view, const QString &viewName, const QList<KeyHint> &keys,
                        const QList<KeyHint> &everywhere)
{
    const bool moved = view != m_view;
    m_view = view;
    m_viewName = viewName;
    m_keys = keys;
    m_everywhere = everywhere;
    if (moved)
        m_chapter = -1;
    retranslate();
}

void HelpPanel::beginSearch()
{
    m_search->clear();
    m_chapter = -1;
    fill();
    m_search->setFocus(Qt::OtherFocusReason);
}

void HelpPanel::showChapter(qsizetype chapter)
{
    m_chapter = chapter;
    fill();
}

QString HelpPanel::shownText() const
{
    return m_page->toPlainText();
}

QString HelpPanel::keysAsHtml(const QList<KeyHint> &keys) const
{
    QString rows;
    for (const KeyHint &hint : keys)
        rows += u"<tr><td style=\"padding:3px 14px 3px 0; white-space:nowrap\"><b>%1</b></td>"
                "<td style=\"padding:3px 0\">%2</td></tr>"_s.arg(hint.key.toHtmlEscaped(),
                                                                 hint.what.toHtmlEscaped());
    return u"<table cellspacing=0 cellpadding=0>%1</table>"_s.arg(rows);
}

QString HelpPanel::firstPage() const
{
    QString about;
    QString others;
    for (qsizetype i = 0; i < m_text.chapters().size(); ++i) {
        const HelpChapter &chapter = m_text.chapters()[i];
        (chapter.views.contains(m_view) ? about : others) += u"<p>%1</p>"_s.arg(linkTo(i, chapter.title));
    }
    const auto heading = [](const QString &text) { return u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped()); };
    return heading(tr("Keys: %1").arg(m_viewName)) + keysAsHtml(m_keys) + heading(tr("About this view")) +
           about + heading(tr("Everywhere")) + keysAsHtml(m_everywhere) + heading(tr("More")) + others;
}

QString HelpPanel::hitsPage(const QString &typed) const
{
    QString page;
    for (const HelpText::Hit &hit : m_text.search(typed))
        page += u"<p><b>%1</b><br>%2</p>"_s.arg(linkTo(hit.chapter, m_text.chapters()[hit.chapter].title),
                                                hit.paragraph.toHtmlEscaped());
    return page.isEmpty()
               ? u"<p>%1</p>"_s.arg(tr("The manual does not say this. Try another word.").toHtmlEscaped())
               : page;
}

QString HelpPanel::chapterPage(const HelpChapter &chapter) const
{
    QString page = u"<p><a href=\"%1\">← %2</a></p><h2>%3</h2>"_s.arg(
        homeLink, tr("All chapters").toHtmlEscaped(), chapter.title.toHtmlEscaped());
    for (const QString &paragraph : chapter.paragraphs)
        page += u"<p>%1</p>"_s.arg(htmlHelp(paragraph));
    return page;
}

void HelpPanel::fill()
{
    const QString style =
        u"<style>a { color: %1; text-decoration: none; } p { margin: 6px 0; line-height: 130%; } "
        "h3 { margin: 12px 0 4px 0; }</style>"_s.arg(QColor(coloursOf(palette()).accent).name());
    const bool isChapter = m_chapter >= 0 && m_chapter < m_text.chapters().size();
    m_page->setHtml(style + (isChapter ? chapterPage(m_text.chapters()[m_chapter])
                             : m_search->text().simplified().isEmpty() ? firstPage()
                                                                       : hitsPage(m_search->text())));
    m_page->verticalScrollBar()->setValue(0);
}

bool HelpPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool goDown = key->key() == Qt::Key_Down;
    if (m_search->text().isEmpty() || (!enter && !goDown))
        return QFrame::eventFilter(watched, event);
    // Enter belongs to what is being searched for, not to a question that waits.
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        const QList<HelpText::Hit> hits = m_text.search(m_search->text());
        if (enter && !hits.isEmpty())
            showChapter(hits.front().chapter);
        m_page->setFocus(Qt::TabFocusReason);
    }
    return true;
}

void HelpPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

void HelpPanel::retranslate()
{
    const QString language = QLocale().language() == QLocale::Vietnamese ? u"vi"_s : u"en"_s;
    if (language != m_language) {
        m_language = language;
        m_text = HelpText::ofLanguage(language);
    }
    m_heading->setText(tr("Help"));
    m_close->setAccessibleName(tr("Close the help"));
    m_close->setToolTip(m_close->accessibleName());
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(tr("Search the manual"));
    m_page->setAccessibleName(tr("Manual"));
    fill();
}

} // namespace checkpoint
