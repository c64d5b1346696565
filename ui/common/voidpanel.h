#pragma once

#include "core/domain/entry.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;

namespace checkpoint {

class ActionButton;

/// Asks, in its place on the screen, why an entry is taken back: ready reasons on the keys 1 to 4, or own
/// words. Enter takes it back, Esc leaves it. Names the person, so that the wrong one is not taken back.
class VoidPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VoidPanel(QWidget *parent = nullptr);

    /// The entry it is about; starts anew with the first reason.
    void ask(const QUuid &entryId, Direction direction, const Moment &at, const VisitorData &visitor);
    QUuid entryId() const { return m_entryId; }
    /// Where there is little room, the sentence that explains gives way.
    void setTight(bool tight);

signals:
    void confirmed(const QUuid &entryId, const QString &reason);
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void takeOwnWords();
    QString reason() const;

    QUuid m_entryId;
    Direction m_direction = Direction::In;
    Moment m_at;
    VisitorData m_visitor;
    QLabel *m_question;
    QLabel *m_why;
    std::array<ActionButton *, 4> m_reasons{};
    QLineEdit *m_ownWords;
    ActionButton *m_confirm;
    ActionButton *m_leave;
};

} // namespace checkpoint
