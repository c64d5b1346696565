#pragma once

#include "core/desk/venueoffice.h"
#include "core/scan/rawscan.h"
#include "ui/common/keyhint.h"
#include "ui/common/savingplace.h"
#include "ui/posterview/papercheck.h"
#include "ui/posterview/posterworkshop.h"

#include <QWidget>

#include <functional>
#include <optional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QProgressBar;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class Picker;
class PosterScreen;
class QuestionPanel;
class SheetPreview;

/// The venue's posters: for which places, how laid out, seen at their true size, proved, saved, printed,
/// shown on a second monitor, and checked on paper. Knows no register: what must be issued is asked for by a
/// signal. GUI thread; owned by the main window.
class PosterView : public QWidget
{
    Q_OBJECT

public:
    explicit PosterView(QWidget *parent = nullptr);
    ~PosterView() override;

    QList<KeyHint> keyHints() const;
    /// Where this desk stands: offered among the places as long as it is none, and becomes one when it is
    /// chosen.
    void setDeskLocation(const QString &location);
    /// A camera's picture with the codes in it, for checking paper; only while isCheckingPaper().
    void checkPicture(const QImage &picture, const QSize &frameSize, const RawScan &scan);
    bool isCheckingPaper() const { return m_checking; }

    SavingPlace saving; ///< asks where a file goes
    std::function<QString(QWidget *parent, const QString &title, const QString &kinds)> askWhich;
    std::function<void(QWidget *parent, const QSizeF &sheetMm, int sheets,
                       const std::function<void(const std::shared_ptr<QPrinter> &)> &chosen)>
        askPrinter;

public slots:
    /// The venue with its places and posters.
    void setRecord(const checkpoint::VenueRecord &record);
    /// What was asked for by postersWanted().
    void takePosters(const Result<QList<SignedPoster>> &posters);
    void showFailure(const checkpoint::Error &error);
    /// A place that locationAdded() asked for cannot be added.
    void showNotAdded(const checkpoint::Error &error);

signals:
    /// Signed posters for these places are needed; those that are valid already are given again.
    void postersWanted(const QStringList &locationCodes, bool renew);
    void locationAdded(const QString &name);
    void locationWithdrawn(const QString &name);
    void checkingPaperChanged(bool checking);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Use = std::function<void(const QList<PosterContent> &)>;

    QWidget *makePlaces();
    QWidget *makeOptions();
    QWidget *makePaper();
    void connectControls();
    void retranslate();
    void arrangeLeft();
    void fillPlaces();
    void takeChoice(const QListWidgetItem *item);
    bool isPlace(const QString &name) const;
    QStringList chosenPlaces() const;
    PosterOptions options() const;
    void preview();
    void withPosters(bool renew, const Use &use);
    void save();
    void print();
    void showOnScreen();
    void addFromList();
    void takeList(const Result<QStringList> &names);
    void addNext();
    void endList(const QString &said, bool trouble = false);
    void cancel();
    void addPlace();
    void withdrawPlace();
    void wordWithdrawing();
    void endWithdrawing();
    void setChecking(bool checking);
    void showVerdict(const PaperVerdict &verdict);
    void say(const QString &text, bool trouble = false);
    void sayDone(const QString &text);
    void sayFindings(const std::vector<ProofFinding> &findings);
    void showWorking(bool working);
    QString whyNothing() const;
    void offer();
    static bool isWithdrawable(const QListWidgetItem &place);

    PosterWorkshop m_workshop;
    PaperCheck m_paper;
    VenueRecord m_record;
    QString m_deskLocation;
    bool m_deskChosen = false; ///< it was chosen, and is being made a place
    Use m_use;                 ///< what the posters asked for are for
    std::optional<ProvedSheet> m_sheet;
    QStringList m_toAdd;                     ///< places of a list that are being added, one after the other
    int m_listed = 0;                        ///< how many there were; 0: none are being added
    std::pair<QString, bool> m_afterPreview; ///< what still is to be read when the sheet is there
    bool m_checking = false;
    bool m_working = false;
    std::unique_ptr<PosterScreen> m_screen;
    QLabel *m_placesTitle = nullptr;
    QListWidget *m_places = nullptr;
    QuestionPanel *m_withdrawing = nullptr;
    QString m_withdrawn; ///< what is asked about
    QWidget *m_left = nullptr;
    QLineEdit *m_newPlace = nullptr;
    ActionButton *m_add = nullptr;
    ActionButton *m_withdraw = nullptr;
    ActionButton *m_list = nullptr;
    QLabel *m_layoutWord = nullptr;
    Picker *m_layout = nullptr;
    QLabel *m_languageWord = nullptr;
    ChoiceRow *m_languages = nullptr;
    ChoiceRow *m_orientation = nullptr;
    SheetPreview *m_preview = nullptr;
    QLabel *m_zoom = nullptr;
    QLabel *m_said = nullptr;
    QProgressBar *m_progress = nullptr;
    ActionButton *m_cancel = nullptr;
    QBoxLayout *m_buttons = nullptr;
    ActionButton *m_print = nullptr;
    ActionButton *m_save = nullptr;
    ActionButton *m_show = nullptr;
    ActionButton *m_check = nullptr;
};

} // namespace checkpoint
