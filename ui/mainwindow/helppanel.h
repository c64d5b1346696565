#pragma once

#include "ui/common/keyhint.h"
#include "ui/mainwindow/helptext.h"

#include <QFrame>
#include <QList>

class QLabel;
class QLineEdit;
class QTextBrowser;

namespace checkpoint {

class ActionButton;

/// The manual beside the view: the keys of the view one is in, its chapters, then all others; searched
/// without diacritics. GUI thread; owned by the main window.
class HelpPanel : public QFrame
{
    Q_OBJECT

public:
    explicit HelpPanel(QWidget *parent = nullptr);

    /// `view` as the chapters of the manual name it, and as people do; its keys, and those that count
    /// everywhere.
    void setView(const QString &view, const QString &viewName, const QList<KeyHint> &keys,
                 const QList<KeyHint> &everywhere);
    /// Shows the first page and waits for what is typed.
    void beginSearch();
    /// Shows one chapter.
    void showChapter(qsizetype chapter);
    /// What is read now, without marks; for screen readers and tests.
    QString shownText() const;

    static constexpr int usualWidth = 480; ///< at the usual size of text

signals:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    QString keysAsHtml(const QList<KeyHint> &keys) const;
    QString firstPage() const;
    QString hitsPage(const QString &typed) const;
    QString chapterPage(const HelpChapter &chapter) const;

    HelpText m_text;
    QString m_language;
    QString m_view;
    QString m_viewName;
    QList<KeyHint> m_keys;
    QList<KeyHint> m_everywhere;
    qsizetype m_chapter = -1; ///< the one that is shown
    QLabel *m_heading;
    ActionButton *m_close;
    QLineEdit *m_search;
    QTextBrowser *m_page;
};

} // namespace checkpoint
