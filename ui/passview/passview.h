#pragma once

#include "core/desk/venueoffice.h"
#include "core/posters/passsheets.h"
#include "core/store/entrylists.h"
#include "ui/common/keyhint.h"
#include "ui/common/savingplace.h"
#include "ui/posterview/posterworkshop.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QStackedLayout;
class QTableView;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class EmptyState;
class VisitorPassModel;
class Picker;
class SheetPreview;

/// Passes for visitors without a phone: issued for somebody new or somebody known, listed, printed on labels
/// or eight to a sheet, withdrawn. Knows no register: wishes go out by signals. GUI thread; owned by the main
/// window.
class PassView : public QWidget
{
    Q_OBJECT

public:
    explicit PassView(QWidget *parent = nullptr);
    ~PassView() override;

    QList<KeyHint> keyHints() const;
    /// Whoever has a pass, or was about to get one, is nobody's business any more.
    void forget();

    SavingPlace saving; ///< asks where a file goes
    /// How a printer is asked for; a test answers by itself.
    std::function<void(QWidget *parent, const QSizeF &sheetMm, int sheets,
                       const std::function<void(const std::shared_ptr<QPrinter> &)> &chosen)>
        askPrinter;

    static constexpr int mostHits = 4;
    static constexpr int leastSearchLetters = 2;
    static constexpr int searchDelayMs = 80;

public slots:
    /// Nothing can be issued without a venue.
    void setHasVenue(bool has);
    void setPasses(const QList<checkpoint::RegisteredPass> &passes, const QDate &today);
    /// Who fits what was typed; ignored when something else is typed by now.
    void setHits(const QString &typed, const QList<checkpoint::VisitorHit> &hits);
    /// Begins a pass for somebody known.
    void beginFor(const QUuid &visitorId, const checkpoint::VisitorData &visitor);
    /// Begins a pass for somebody whose name is about to be typed.
    void begin();
    /// What was asked for by issueWanted().
    void takeIssued(const Result<SignedPass> &pass);
    /// What was asked for by codesWanted().
    void takeCodes(const QStringList &numbers, const Result<QList<SignedPass>> &passes);
    void showFailure(const checkpoint::Error &error);

signals:
    void passesWanted();
    void visitorsWanted(const QString &typed);
    void issueWanted(const checkpoint::PassDraft &draft, int days);
    /// The codes of passes that are looked at, or to be printed.
    void codesWanted(const QStringList &numbers);
    void revokeWanted(const QString &number);
    void restoreWanted(const QString &number);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeForm();
    QWidget *makePaper();
    void connectControls();
    void makeKeys();
    void retranslate();
    void fillDays();
    void nameTyped();
    void takeHit(int row);
    bool nameKey(int key);
    void issue();
    void revoke();
    void undo();
    void print();
    void save();
    QStringList chosenNumbers() const;
    PassOptions options() const;
    void chosenChanged();
    void preview();
    void updateState();
    void say(const QString &text, bool trouble = false);
    void showWorking(bool working);

    PosterWorkshop m_workshop;
    VisitorPassModel *m_model;
    bool m_hasVenue = false;
    bool m_fetched = false;
    QList<VisitorHit> m_hits;
    std::optional<VisitorHit> m_taken; ///< whom the pass is for, when they are known
    bool m_issuing = false;            ///< until it is known what became of it
    QString m_searched;
    QTimer m_searchSoon;
    QString m_toChoose;         ///< the pass just issued, until it is listed
    QString m_revoked;          ///< what can be taken back
    QList<PassContent> m_ready; ///< those chosen, with their codes
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    ActionButton *m_revoke = nullptr;
    ActionButton *m_undo = nullptr;
    QLabel *m_undoWords = nullptr;
    QLabel *m_formTitle = nullptr;
    QLineEdit *m_name = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_known = nullptr;
    Picker *m_days = nullptr;
    ActionButton *m_issue = nullptr;
    ChoiceRow *m_layout = nullptr;
    ChoiceRow *m_languages = nullptr;
    SheetPreview *m_preview = nullptr;
    QLabel *m_said = nullptr;
    QProgressBar *m_progress = nullptr;
    ActionButton *m_cancel = nullptr;
    ActionButton *m_print = nullptr;
    ActionButton *m_save = nullptr;
};

} // namespace checkpoint
