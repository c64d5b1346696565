#pragma once

#include <QAbstractButton>
#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace checkpoint {

/// The chapters of the settings at the left, one of them chosen. Up and Down move the choice, from whatever
/// it filters as well; Tab leaves the list. On a low screen the chosen one is scrolled to. GUI thread.
class SectionList : public QScrollArea
{
    Q_OBJECT

public:
    explicit SectionList(QWidget *parent = nullptr);

    void add(const QString &name, QLatin1StringView icon);
    void setLabels(const QStringList &labels);
    int index() const { return m_index; }
    /// Without the signal; -1 chooses none.
    void setIndex(int index);
    QAbstractButton *button(int index) const { return m_items[size_t(index)]; }

signals:
    void chosen(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateFocus();

    QVBoxLayout *m_column = nullptr;
    std::vector<QAbstractButton *> m_items;
    int m_index = -1;
};

} // namespace checkpoint
