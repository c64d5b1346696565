#pragma once

#include "core/store/entrylists.h"

#include <QAbstractTableModel>

#include <optional>

namespace checkpoint {

/// Who is inside, the last to come first; narrowed by words without a question to the store. GUI thread;
/// owned by the inside view.
class InsideModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Since, Person, Traits, Party, Host, Place, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<InsideRow> &rows);
    /// Only those whose name, host or place has every word in it, whatever the diacritics.
    void setWords(const QString &words);
    /// Only the staff, or nobody of them.
    void setGroup(EntryFilter::Group group);
    void setToday(const QDate &today);

    std::optional<InsideRow> rowAt(int row) const;
    /// Everybody counted, narrowed or not: visitors, and those who came along.
    int visitors() const;
    int staff() const;
    /// " · 2 nhân viên"; empty where none is inside.
    QString staffWords() const;
    int companions() const;
    /// Those of them who are listed.
    int shownVisitors() const;
    int shownStaff() const;
    bool isNarrowed() const { return m_shown.size() < m_all.size(); }
    bool isEmpty() const { return m_all.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Tells of exits that nobody saw: all are counted and the first are named, in the order they come.
    static QString estimatedWords(const QList<EntryRow> &exits);

    void retranslate();

private:
    void narrow();
    QString textOf(const InsideRow &row, int column) const;

    QList<InsideRow> m_all;
    QList<qsizetype> m_shown; ///< indices into m_all
    QString m_words;
    EntryFilter::Group m_group = EntryFilter::Everybody;
    QDate m_today;
};

} // namespace checkpoint
