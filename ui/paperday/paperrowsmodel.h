#pragma once

#include "core/desk/lateentries.h"
#include "core/desk/paperline.h"

#include <QAbstractTableModel>
#include <QList>

namespace checkpoint {

/// How far a typed line is.
enum class TypedLineState {
    Waiting, ///< on its way into the record
    Recorded,
    Known,     ///< the same was recorded before
    Refused,   ///< the desk does not take it
    Failed,    ///< the record could not be written
    TakenBack, ///< recorded, and taken back
};

/// A line of the paper form that was typed in.
struct TypedLine
{
    int number = 0; ///< as on the form, the first is 1
    PaperLine line;
    TypedLineState state = TypedLineState::Waiting;
    std::optional<QUuid> entryId;
    std::optional<QUuid> visitorId;
    QString trouble; ///< why it is not recorded, in the current language
};

/// The lines that were typed in, the newest on top. GUI thread.
class PaperRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Time, Way, Person, Traits, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Adds a line; gives its number.
    int append(const PaperLine &line);
    void setState(int number, TypedLineState state, const QString &trouble = {});
    void setRecorded(int number, const LateOutcome &outcome);
    void remove(int number);
    /// All lines; those to come are numbered on.
    void forget();
    /// The last line that can be taken back: recorded, or not taken.
    const TypedLine *lastStanding() const;
    const TypedLine *find(int number) const;
    /// Who came in by a line of this name, latest, and has not left by a later one.
    std::optional<QUuid> insideByName(const QString &name) const;
    int count(TypedLineState state) const;
    bool isEmpty() const { return m_rows.isEmpty(); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stateWords(const TypedLine &row);

private:
    qsizetype placeOf(int number) const;
    void changed(qsizetype place);

    QList<TypedLine> m_rows; ///< the newest last
    int m_last = 0;
};

} // namespace checkpoint
