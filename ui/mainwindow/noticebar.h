#pragma once

#include "core/base/error.h"
#include "ui/common/errortext.h"

#include <QFrame>

#include <functional>

class QLabel;

namespace checkpoint {

class ActionButton;

/// A line under the top line that says that something went wrong: what, what was kept, what to do. Never in
/// the way.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Look {
        Trouble,
        Remark, ///< nothing is wrong: how things stand, or why something is not done
    };

    /// `name` begins the object names of its parts: "notice" gives "noticeBar", "noticeClose" …
    NoticeBar(const QString &name, QWidget *parent, Look look = Look::Trouble);

    /// `about` names what failed, such as a file; empty when it is the desk itself.
    void show(ErrorCode code, const QString &about, bool canBeClosed);
    /// The same in words that are asked for in the current language.
    void say(const std::function<ErrorText()> &words, bool canBeClosed);
    void clear();
    bool canBeClosed() const { return m_words && m_canBeClosed; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    std::function<ErrorText()> m_words;
    bool m_canBeClosed = false;
    const Look m_look;
    QLabel *m_happened;
    QLabel *m_rest;
    ActionButton *m_close;
};

} // namespace checkpoint
