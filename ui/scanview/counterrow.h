#pragma once

#include "core/store/entrystore.h"

#include <QFrame>

#include <array>

class QLabel;

namespace checkpoint {

/// Inside now, in today, out today, refused today.
class CounterRow : public QFrame
{
    Q_OBJECT

public:
    explicit CounterRow(QWidget *parent = nullptr);

    void setCounters(const Counters &counters);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Counters m_counters;
    std::array<QLabel *, 4> m_words{};
    std::array<QLabel *, 4> m_figures{};
};

} // namespace checkpoint
