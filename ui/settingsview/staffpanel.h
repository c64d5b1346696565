#pragma once

#include "core/store/entrylists.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;
class SettingRow;

/// Who belongs to the venue's staff: the list of them, and looking for a visitor who is to be on it. People
/// are shown masked. Takes values in by slots and gives wishes out by signals. GUI thread; owned by whoever
/// shows it.
class StaffPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StaffPanel(QWidget *parent = nullptr);

    /// Asks for the staff, or for who fits what is typed.
    void search();
    /// Who is listed, and who was looked for, is nobody's business any more.
    void forget();

    static constexpr int mostListed = 200;

public slots:
    /// Who fits these words; without words the staff.
    void setHits(const QString &typed, const QList<checkpoint::VisitorHit> &hits);
    void showFailure(const QString &sentence);

signals:
    /// Empty: the staff.
    void wanted(const QString &typed);
    void markRequested(const QUuid &visitorId, bool staff);

protected:
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeCard();
    QString typed() const;
    void fill();
    void mark();
    void updateButton();
    void retranslate();

    QString m_answered; ///< the words that the hits answer
    QList<VisitorHit> m_hits;
    QTimer m_searchSoon;
    QLabel *m_about;
    SettingRow *m_searchRow = nullptr;
    QLineEdit *m_search = nullptr;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_failure = nullptr;
    ActionButton *m_mark = nullptr;
};

} // namespace checkpoint
