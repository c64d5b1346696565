#pragma once

#include "core/base/error.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace checkpoint {

class ActionButton;

/// A line under the top line that says that something went wrong: what, what was kept, what to do. Never in
/// the way.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// `about` names what failed, such as a file; empty when it is the desk itself.
    void show(ErrorCode code, const QString &about, bool canBeClosed);
    void clear();
    bool canBeClosed() const { return m_code && m_canBeClosed; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    std::optional<ErrorCode> m_code;
    bool m_canBeClosed = false;
    QString m_about;
    QLabel *m_happened;
    QLabel *m_rest;
    ActionButton *m_close;
};

} // namespace checkpoint
