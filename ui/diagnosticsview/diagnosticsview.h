#pragma once

#include "core/scan/framediagnostics.h"

#include <QWidget>

#include <array>
#include <optional>

class QFrame;
class QLabel;
class QTableView;

namespace checkpoint {

class ActionButton;
class PassModel;

/// How the camera's frames are read, as it happens: for whoever wants to know why a code is not read, or what
/// reading costs on this machine. Says nothing about any visitor. GUI thread; owned by the main window.
class DiagnosticsView : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosticsView(QWidget *parent = nullptr);

    /// Everything that is shown, one fact a line, columns parted by tabs.
    QString asText() const;

public slots:
    void setDiagnostics(const checkpoint::FrameDiagnostics &diagnostics);
    /// No camera is being read.
    void clear();

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Fact { Picture, Rate, Frames, Dropped, Time, Load, Found, AdviceNow, FactCount };

    QFrame *makeFacts();
    QFrame *makeTable();
    QString factName(Fact fact) const;
    QString factText(Fact fact) const;
    void fill();
    void retranslate();

    std::optional<FrameDiagnostics> m_diagnostics;
    PassModel *m_model;
    QLabel *m_heading;
    QLabel *m_note;
    std::array<QLabel *, FactCount> m_names{};
    std::array<QLabel *, FactCount> m_values{};
    QTableView *m_table = nullptr;
    ActionButton *m_copy;
    ActionButton *m_back;
};

} // namespace checkpoint
