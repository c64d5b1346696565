#pragma once

#include "core/base/error.h"
#include "core/domain/personrequest.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;
class Picker;
class QuestionPanel;
class Toggle;

/// What people asked for about their own data, with the days by which the law wants it answered and done;
/// those that are late say so. Who asks is shown for 30 seconds when somebody wants to know. Knows no store:
/// wishes go out by signals. GUI thread; part of a page.
class RequestList : public QFrame
{
    Q_OBJECT

public:
    explicit RequestList(QWidget *parent = nullptr);

    void setToday(const QDate &today);
    /// Whom the next request is about: somebody in the record by their abbreviated name, or nobody. Of
    /// somebody else than before the first open request is chosen, or none.
    void setAbout(const std::optional<QUuid> &visitorId, const QString &name);
    bool withDone() const;
    void forget();

public slots:
    void setRequests(const QList<checkpoint::PersonRequest> &requests);
    void showNote(const QUuid &request, const QString &note);
    void showFailure(const checkpoint::Error &error);
    void showAdded(const checkpoint::PersonRequest &request);
    /// Of one in the list as it stands.
    void showAnswered(const QUuid &request);
    void showDone(const QUuid &request);

signals:
    /// The list is looked at, or is to show more or less.
    void listWanted(bool withDone);
    void addWanted(checkpoint::RequestKind kind, const std::optional<QUuid> &visitorId, const QString &note);
    void answeredWanted(const QUuid &request);
    void doneWanted(const QUuid &request);
    void noteWanted(const QUuid &request);
    void personWanted(const QUuid &visitorId);
    /// These words say what became of a wish.
    void told(QWidget *words);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeForm();
    const PersonRequest *chosen() const;
    QString wordsOf(const QUuid &request) const;
    void chooseTheirs();
    void add();
    void fill();
    void fill(const QUuid &chosenId);
    void offer();
    void ask(bool done);
    void endQuestion();
    void wordQuestion();
    void confirm();
    void hideNote();
    void say(const QString &words, QLatin1StringView tone);
    void retranslate();

    QDate m_today;
    QList<PersonRequest> m_requests;
    std::optional<QUuid> m_about;
    QString m_aboutName;
    QTimer m_noteEnds;
    QLabel *m_title;
    Toggle *m_withDone;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QLabel *m_nothing;
    QLabel *m_chosen; ///< the clocks of the chosen request, and who asks
    ActionButton *m_answered;
    ActionButton *m_done;
    ActionButton *m_who;
    ActionButton *m_person;
    /// What is asked before something is marked that cannot be undone, in the place of the buttons.
    struct Asked
    {
        QUuid request;
        bool done = false; ///< or answered
    };
    std::optional<Asked> m_asked;
    bool m_filling = false;
    QWidget *m_form = nullptr;
    QuestionPanel *m_question;
    QLabel *m_newWord = nullptr;
    Picker *m_kind = nullptr;
    QLineEdit *m_note = nullptr;
    ActionButton *m_add = nullptr;
    QLabel *m_said;
};

} // namespace checkpoint
