#pragma once

#include "core/desk/scanoutcome.h"
#include "core/store/entrylists.h"
#include "ui/common/entrycolumns.h"
#include "ui/common/meaning.h"

#include <QAbstractTableModel>

namespace checkpoint {

/// The last scans of this desk, the newest on top: entries, refusals and what was not recorded. Repeats are
/// left out, and questions until they are settled. Above them stands what was left open, so that no later
/// scan pushes it out. People are masked here already.
class RecentModel : public QAbstractTableModel, public EntryColumns
{
    Q_OBJECT

public:
    static constexpr int ColumnCount = Place + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void add(const ScanOutcome &outcome);
    /// Replaces the entries by what the store holds, given newest first. What was refused, and entries that
    /// are newer, stay; what was before `fromUtcMs` goes. Where nothing of it was known here any more,
    /// `refused` comes back.
    void setEntries(const QList<EntryRow> &rows, const QList<RefusedScan> &refused, qint64 fromUtcMs);
    /// Nothing of anybody is left.
    void forget();

    /// Who came along was told afterwards.
    void complete(const ScanOutcome &outcome);
    /// What is held on somebody was put right or destroyed.
    void changePerson(const QUuid &visitorId, const VisitorData &now);

    /// Questions that were put aside, and entries that lack what the venue requires; the one to come back to
    /// first stands first.
    void setLeftOpen(const QList<ScanOutcome> &leftOpen);
    /// Which of those a row is; 0 of another row.
    quint64 leftOpenNumber(int row) const;

    /// Where the entry of a row stands in the record; of what was refused or left open nothing.
    std::optional<PageKey> lineOf(int row) const;

    /// How many rows there is room for; the others wait until there is more.
    void setShownRows(int count);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Texts are made anew in the current language.
    void retranslate();

    static constexpr int keptRows = 40;

private:
    struct Row
    {
        Moment at;
        Meaning meaning = Meaning::In;
        std::optional<Reason> reason;
        std::optional<QUuid> entryId;
        std::optional<QUuid> visitorId;
        VisitorData visitor; ///< masked
        QString source;
        QString place;
        bool voided = false;
        Party apart;             ///< who went without the visitor; nobody with other rows
        Party party;             ///< who passed along with the visitor
        bool noted = false;      ///< the visitor was on the attention list
        quint64 number = 0;      ///< of what was left open
        QList<AskedField> lacks; ///< of an entry that was left open
    };

    static QString passageText(const Row &row);
    static QString personText(const Row &row);
    static QString spokenPerson(const Row &row);
    /// "purpose", in a row of what is missing.
    static QString askedFieldName(AskedField field);
    static QString sourceText(const Row &row);
    QString placeText(int row) const;
    static Row rowOf(const ScanOutcome &outcome);
    static Row rowOf(const RefusedScan &scan);
    int openRows() const;
    const Row &rowAt(int row) const;
    void insertOnTop(const Row &row);
    void replace(const QUuid &entryId, const Row &row);
    void markVoided(const QUuid &entryId);

    bool m_forgotten = true; ///< of what was refused only the store knows
    QList<Row> m_open;
    QList<Row> m_rows;
    int m_shownRows = keptRows;
};

} // namespace checkpoint
