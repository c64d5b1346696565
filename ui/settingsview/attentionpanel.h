#pragma once

#include "core/domain/attention.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class SettingRow;

/// The people whose arrival the desk is to be told of: noting somebody, and ending a note. Takes values in by
/// slots and gives wishes out by signals. People are shown masked. GUI thread; owned by whoever shows it.
class AttentionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionPanel(QWidget *parent = nullptr);

    /// How long a note holds that is written now.
    enum class Validity { Today, Tomorrow, Week, Month, Year, Always };
    /// The end of a note that begins at a moment; local days.
    static std::optional<qint64> endOf(Validity validity, const QDateTime &from);

    /// Who is listed, and who was about to be, is nobody's business any more.
    void forget();

public slots:
    void setNotes(const QList<checkpoint::AttentionNote> &notes);
    /// Says below the form that the last wish failed.
    void showFailure(const QString &sentence);

signals:
    void addRequested(const checkpoint::AttentionNote &note);
    void withdrawRequested(const QUuid &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeList();
    void retranslate();
    void fill();
    void add();
    void withdraw();

    QList<AttentionNote> m_notes;
    QLabel *m_about;
    SettingRow *m_numberRow = nullptr;
    QLineEdit *m_number = nullptr;
    SettingRow *m_nameRow = nullptr;
    QLineEdit *m_name = nullptr;
    SettingRow *m_reasonRow = nullptr;
    QLineEdit *m_reason = nullptr;
    SettingRow *m_validityRow = nullptr;
    ChoiceRow *m_validity = nullptr;
    ActionButton *m_add = nullptr;
    QLabel *m_failure = nullptr;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    ActionButton *m_withdraw = nullptr;
};

/// A person as one number tells who they are: the number goes where its form says it belongs. Nothing when no
/// document has such a number.
std::optional<VisitorData> personByNumber(const QString &typed);

} // namespace checkpoint
