#pragma once

#include "core/store/entrystore.h"

#include <QFrame>

#include <array>

class QLabel;

namespace checkpoint {

class ActionButton;

/// Inside now, in today, out today, refused today. Who came along is told apart from the visitors, and counts
/// for what the venue may hold. At its end, while the desk is muted, a button that says so and ends it.
class CounterRow : public QFrame
{
    Q_OBJECT

public:
    explicit CounterRow(QWidget *parent = nullptr);

    void setCounters(const Counters &counters);
    /// How many people the venue may hold; 0: nobody said.
    void setCapacity(int capacity);
    /// Says, as long as it is so, that results make no sound.
    void setMuted(bool muted);

signals:
    /// Results are to be heard again.
    void soundWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tellMore();

    Counters m_counters;
    int m_capacity = 0;
    ActionButton *m_muted;
    QLabel *m_more = nullptr; ///< beside who is inside: those who came along, and the capacity
    std::array<QLabel *, 4> m_words{};
    std::array<QLabel *, 4> m_figures{};
};

} // namespace checkpoint
