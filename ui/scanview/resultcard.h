#pragma once

#include "core/desk/scanoutcome.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QStackedLayout;

namespace checkpoint {

class ActionButton;
class ElidedLabel;
class SignLabel;
class VoidPanel;

/// The large result of the last scan: who, in or out, recorded or not; questions with their answers; the way
/// back. Never modal: the next outcome replaces whatever is shown. Shows people masked only.
class ResultCard : public QWidget
{
    Q_OBJECT

public:
    explicit ResultCard(QWidget *parent = nullptr);

    void showOutcome(const ScanOutcome &outcome);
    /// What Ctrl+Z would take back.
    const std::optional<ScanOutcome> &undoable() const { return m_undoable; }
    /// True while a question waits for an answer here.
    bool asks() const { return m_outcome && m_outcome->kind == ScanOutcome::Kind::Asks; }

public slots:
    /// Opens the panel that asks for the reason of an undo.
    void beginUndo();

signals:
    void undoRequested(const QUuid &entryId, const QString &reason);
    void turnRoundRequested();
    void answerRequested(quint64 number, checkpoint::Answer answer);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeResultPage();
    void fill();
    void fillLines(const QStringList &notes, const QStringList &warnings, bool alarm);
    void fillButtons();
    void arrangeHead();
    void setTextSizes();
    void showEmpty();

    std::optional<ScanOutcome> m_outcome;
    std::optional<ScanOutcome> m_undoable;
    QStackedLayout *m_pages = nullptr;
    SignLabel *m_sign = nullptr;
    QLabel *m_word = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_timeBelow = nullptr; ///< takes the time where the word needs the whole line
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_traits = nullptr;
    QLabel *m_headline = nullptr;
    std::array<QLabel *, 3> m_notes{};
    struct WarningLine
    {
        SignLabel *sign = nullptr;
        QLabel *text = nullptr;
    };
    std::array<WarningLine, 2> m_warnings{};
    ActionButton *m_undo = nullptr;
    ActionButton *m_turnRound = nullptr;
    std::array<ActionButton *, 3> m_answers{};
    VoidPanel *m_voidPanel = nullptr;
};

} // namespace checkpoint
