#pragma once

#include "core/desk/scanoutcome.h"
#include "core/domain/notice.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QScreen;

namespace checkpoint {

/// What a visitor is told: a word that is read from across the hall, and what to do now.
struct VisitorWords
{
    QString word; ///< "VÀO", "RA", or a greeting
    QString name; ///< abbreviated; empty where nobody is to be named
    QString todo;
};

/// The words for an outcome; nothing where a visitor is told nothing (an entry of the list was taken back).
/// Why somebody has to wait is the operator's business alone: it is never said here.
std::optional<VisitorWords> visitorWords(const ScanOutcome &outcome);

/// A monitor that shows something else than `taken` does: none where there is only one, or where both show
/// the same. `gone` is being unplugged and does not count.
QScreen *screenBeside(const QScreen *taken, const QScreen *gone = nullptr);

/// The window that visitors look at, on a monitor of its own: a welcome, and for some seconds after a scan
/// who was recorded and which way. Shows abbreviated names only, and never stands over the desk: without
/// another monitor it waits for one. GUI thread; owned by the main window, its parent.
class VisitorWindow : public QWidget
{
    Q_OBJECT

public:
    explicit VisitorWindow(QWidget *parent = nullptr);

    /// How long a result stays before the welcome comes back.
    static constexpr int resultStaysMs = 6'000;

    void setVenue(const QString &name);
    /// What visitors are told about their data, in short below the welcome; nothing while there is no notice.
    void setNotice(const std::optional<Notice> &notice);
    void showOutcome(const ScanOutcome &outcome);
    /// Shown from now on while its parent is, over the whole of a monitor that the parent does not stand on;
    /// goes away and comes back with that monitor.
    void setWanted(bool wanted);
    /// Everything it says now, in reading order.
    QString spokenText() const;

signals:
    /// Closed by its own title bar or Esc.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place(const QScreen *gone);
    void follow();
    void watch(const QScreen *monitor);
    VisitorWords words() const;
    void welcome();
    void tellScreenReader();

    QString noticeText() const;
    void paintNotice(QPainter &painter, const QRect &area) const;

    bool m_wanted = false;
    QString m_venue;
    std::optional<Notice> m_notice;
    std::optional<ScanOutcome> m_outcome;
    QTimer m_back;
};

} // namespace checkpoint
