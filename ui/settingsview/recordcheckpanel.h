#pragma once

#include "core/base/error.h"
#include "core/store/ledger.h"

#include <QByteArray>
#include <QDate>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;

namespace checkpoint {

class ActionButton;

/// A page of the settings: whether the record is as it was written, asked when somebody wants to know, and
/// the signed head of the day for keeping elsewhere. Knows no store: wishes go out by signals. GUI thread;
/// owned by the settings view.
class RecordCheckPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RecordCheckPanel(QWidget *parent = nullptr);

public slots:
    void setProgress(checkpoint::Ledger::Step step, int perMille);
    void showProof(const checkpoint::RecordProof &proof);
    void showFailure(const checkpoint::Error &error);
    /// The signed head of the ledger as it stands; nothing while nothing was written.
    void setHead(const QDate &day, const QByteArray &line);
    /// The printer's or file's name, or why nothing was printed.
    void showPrinted(const checkpoint::Result<QString> &answer);

signals:
    void checkWanted();
    void stopWanted();
    /// The page is looked at: the head of today is wanted.
    void headWanted();
    void printWanted(const QDate &day, const QByteArray &line);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setRunning(bool running);
    void say(const QString &words, QLatin1StringView tone);
    void retranslate();

    std::optional<RecordProof> m_proof;
    QDate m_day;
    QByteArray m_line;
    bool m_running = false;
    QLabel *m_what;
    QLabel *m_said;
    QLabel *m_step;
    QProgressBar *m_progress;
    ActionButton *m_check;
    ActionButton *m_stop;
    QLabel *m_headTitle;
    QLabel *m_headWhat;
    QLabel *m_head;
    QLabel *m_printed;
    ActionButton *m_print;
};

} // namespace checkpoint
