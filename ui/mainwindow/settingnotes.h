#pragma once

#include "core/store/ledger.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace checkpoint {

/// Tells the ledger which settings of the desk were changed: their names, never what they are set to. Changes
/// in a row, as of a slider, are one note. GUI thread; the store outlives it.
class SettingNotes : public QObject
{
    Q_OBJECT

public:
    explicit SettingNotes(EntryStore *store, QObject *parent = nullptr);

    /// What only says where somebody looked last is passed over. The note follows a little later.
    void note(const QStringList &names);
    /// Writes what waits: before somebody else signs in, and before the desk is locked.
    void writeNow();

private:
    Ledger m_ledger;
    QStringList m_names;
    QTimer m_soon;
};

} // namespace checkpoint
