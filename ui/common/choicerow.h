#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace checkpoint {

/// A few choices side by side, one of them taken. Arrow keys move the choice.
class ChoiceRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceRow(int count, QWidget *parent = nullptr);

    void setLabels(const QStringList &labels);
    int index() const;
    /// Without the signal.
    void setIndex(int index);
    QAbstractButton *button(int index) const;

signals:
    void chosen(int index);

private:
    QButtonGroup *m_group;
};

} // namespace checkpoint
