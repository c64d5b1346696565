#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/scan/rawscan.h"

#include <QByteArray>
#include <QDialog>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace checkpoint {

class ActionButton;
struct RecoveryReading;

/// Takes a recovery sheet, scanned, pasted or typed, for a data folder whose key is missing or for an
/// administrator who forgot the PIN. Says at once which word is wrong, and whose sheet it is when it is
/// another key's; only a sheet that fits can be used. GUI thread; never blocks, shown by open() or show().
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    /// The folder's key, by its id, and those it had before. With administrators' names a new PIN is asked
    /// for.
    RecoveryDialog(const QByteArray &wantedKeyId, const QList<QByteArray> &formerKeyIds,
                   const QStringList &administrators, QWidget *parent = nullptr);

    /// A device of the desk has read something: a sheet's code is taken, and nothing else of it. The field
    /// says only that there is one.
    void takeScan(const RawScan &scan);
    /// What came of it; the dialog closes when all went well.
    void showAnswer(const Result<void> &answer);

signals:
    /// The sheet is the folder's; without administrators.
    void keyGiven(const checkpoint::Secret &key);
    /// The same, and a PIN was typed twice.
    void pinGiven(const checkpoint::Secret &key, const QString &administrator, const QString &pin);

protected:
    void changeEvent(QEvent *event) override;

private:
    void judge();
    void takeWords();
    RecoveryReading reading() const;
    void use();
    void retranslate();
    void say(const QString &sentence, QLatin1StringView tone);
    QString sheetSentence() const;
    QString pinSentence() const;

    const QByteArray m_wanted;
    const QList<QByteArray> m_former;
    std::optional<Secret> m_key;
    Secret m_scanned; ///< a sheet's code, until words are typed
    QLabel *m_intro;
    QPlainTextEdit *m_words;
    QLabel *m_said;
    QLabel *m_nameLabel = nullptr;
    QComboBox *m_name = nullptr;
    QLabel *m_pinLabel = nullptr;
    QLineEdit *m_pin = nullptr;
    QLineEdit *m_pinAgain = nullptr;
    ActionButton *m_use;
    ActionButton *m_cancel;
};

} // namespace checkpoint
