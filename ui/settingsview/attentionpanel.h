#pragma once

#include "core/domain/attention.h"

#include <QDate>
#include <QTimer>
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

    /// So long a code is waited for where the number is typed; by the button until it comes.
    static constexpr int waitsMs = 30'000;

    /// How long a note holds that is written now.
    enum class Validity { Today, Tomorrow, Week, Month, Year, Always, Day };
    /// The end of a note that begins at a moment; local days. `last` is that of Validity::Day.
    static std::optional<qint64> endOf(Validity validity, const QDateTime &from, const QDate &last = {});

    /// The next note is about somebody in the record, of whom no number is asked; until the panel is left.
    void beginFor(const QUuid &visitorId, const VisitorData &visitor);
    /// Who is listed, and who was about to be, is nobody's business any more.
    void forget();

public slots:
    void setNotes(const QList<checkpoint::AttentionNote> &notes);
    /// Says below the form that the last wish failed; what was typed stays.
    void showFailure(const QString &sentence);
    void showAdded(const checkpoint::AttentionNote &note);
    void showWithdrawn(const QString &name);
    /// Who was noted just now is in the house.
    void showInside(const QString &name, const QString &since);
    /// A code that was held up: who it names is written into the form, while that is waited for.
    void takeScanned(const QByteArray &text);

signals:
    /// The next code says whom a note is to be about, and is not recorded; or not any more.
    void scanWanted(bool wanted);
    void addRequested(const checkpoint::AttentionNote &note);
    void withdrawRequested(const QUuid &id, const QString &name);
    /// Somebody in the record, shown by this name, is listed as was begun.
    void knownAdded(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeList();
    QWidget *makeQuestion(QWidget *card);
    void retranslate();
    void fill();
    void arrangeForm();
    void emptyForm();
    std::optional<VisitorData> who();
    void add();
    const AttentionNote *chosen() const;
    void askToWithdraw();
    void leaveQuestion();
    void withdraw();
    void say(const QString &sentence, QLatin1StringView tone);

    struct Known
    {
        QUuid visitorId;
        VisitorData visitor;
    };
    std::optional<Known> m_known; ///< the next note is about them
    bool m_adding = false;        ///< a note is being kept
    QTimer *m_waits;              ///< for a code, while the field for the number has the focus
    QList<AttentionNote> m_notes;
    std::optional<AttentionNote> m_asked; ///< to be taken off the list, when that is confirmed
    QLabel *m_about;
    SettingRow *m_whoRow = nullptr;
    QLabel *m_who = nullptr;
    ActionButton *m_scan = nullptr;
    SettingRow *m_numberRow = nullptr;
    QLineEdit *m_number = nullptr;
    SettingRow *m_nameRow = nullptr;
    QLineEdit *m_name = nullptr;
    SettingRow *m_reasonRow = nullptr;
    QLineEdit *m_reason = nullptr;
    SettingRow *m_validityRow = nullptr;
    ChoiceRow *m_validity = nullptr;
    SettingRow *m_dayRow = nullptr;
    QLineEdit *m_day = nullptr;
    ActionButton *m_add = nullptr;
    QLabel *m_said = nullptr;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    ActionButton *m_withdraw = nullptr;
    QWidget *m_questionCard = nullptr;
    QLabel *m_question = nullptr;
    ActionButton *m_confirm = nullptr;
    ActionButton *m_keep = nullptr;
    QLabel *m_listSaid = nullptr;
};

/// A person as one number tells who they are: the number goes where its form says it belongs. Nothing when no
/// document has such a number.
std::optional<VisitorData> personByNumber(const QString &typed);

} // namespace checkpoint
