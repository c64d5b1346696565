#pragma once

#include "core/store/venueregister.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// What a pass is worth on a day.
enum class PassState { Valid, Expired, Revoked };

PassState passStateOf(const VisitorPass &pass, const QDate &today);

/// The register of passes, the last issued first; names are abbreviated, searching finds them in full. GUI
/// thread; owned by the pass view.
class VisitorPassModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Person, Issued, ValidUntil, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPasses(const QList<RegisteredPass> &passes, const QDate &today);
    /// Only those whose number or name has every word in it, whatever the diacritics.
    void setWords(const QString &words);

    std::optional<RegisteredPass> passAt(int row) const;
    int rowOf(const QString &number) const; ///< −1: not listed
    bool isEmpty() const { return m_all.isEmpty(); }
    QDate today() const { return m_today; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void narrow();
    QString textOf(const RegisteredPass &pass, int column) const;

    QList<RegisteredPass> m_all;
    QList<qsizetype> m_shown; ///< indices into m_all
    QString m_words;
    QDate m_today;
};

} // namespace checkpoint
