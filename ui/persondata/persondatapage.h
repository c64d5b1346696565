#pragma once

#include <QWidget>

class QBoxLayout;
class QDate;

namespace checkpoint {

class ActionButton;
class HeldCard;
class PersonSearch;
class RequestList;

/// A person's own data: who asks, what is held on them, and what was asked for and by when it has to be done.
/// GUI thread; part of the reports.
class PersonDataPage : public QWidget
{
    Q_OBJECT

public:
    explicit PersonDataPage(QWidget *parent = nullptr);

    PersonSearch *search() const { return m_search; }
    HeldCard *held() const { return m_held; }
    RequestList *requests() const { return m_requests; }

    void setToday(const QDate &today);
    /// The focus to where somebody is looked up.
    void begin();
    /// Somebody of an entry is looked at: there is a way back to the entries, until the page is left.
    void setOfEntry(bool ofEntry);
    /// Nothing of anybody is left, half typed or on its way.
    void forget();

signals:
    /// Whatever was asked for is nobody's business any more: answers that come are to be dropped.
    void forgotten();
    void entriesWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void nameWayBack();

    ActionButton *m_back;
    QBoxLayout *m_row;
    PersonSearch *m_search;
    RequestList *m_requests;
    HeldCard *m_held;
};

} // namespace checkpoint
