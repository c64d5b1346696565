#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/desk/personoffice.h"
#include "core/store/outbox.h"
#include "ui/common/savingplace.h"
#include "ui/persondata/heldreasonpanel.h"

#include <QFrame>
#include <QStackedLayout>
#include <QTimer>

#include <optional>

class QLabel;
class QTextBrowser;

namespace checkpoint {

class ActionButton;
class CorrectionForm;
class EmptyState;
class ErasurePanel;

/// What is held on one person, in plain words and masked; in full for 30 seconds, printed or saved for a
/// reason that is kept; put right; erased. Knows no store: wishes go out by signals. GUI thread; part of a
/// page.
class HeldCard : public QFrame
{
    Q_OBJECT

public:
    explicit HeldCard(QWidget *parent = nullptr);

    static constexpr int revealedSeconds = 30;

    /// Whose data are shown or asked for; nobody's.
    std::optional<QUuid> person() const { return m_person; }
    /// Their abbreviated name, once it is known.
    QString name() const;

    /// Whether somebody is shown masked and nothing is asked or typed: what is held may be shown anew.
    bool isResting() const { return m_masked && !m_full && m_pages->currentIndex() == Shown; }

    /// Asks for what is held on somebody.
    void begin(const QUuid &visitorId);
    /// The same to put right at once what is wrong; the form starts with a name that was shown in full.
    void beginCorrecting(const QUuid &visitorId, const QString &name = {});
    /// Nothing of anybody is left, and no wish.
    void forget();
    void setTight(bool tight);

    SavingPlace saving; ///< asks where a file goes

public slots:
    /// Of the person that was asked for; masked, or in full for a while. Brings what is shown of them up to
    /// date without taking the focus.
    void setHeld(const checkpoint::HeldData &held);
    void showFailure(const checkpoint::Error &error);
    /// The printer's or file's name, or why there is no sheet.
    void showSheet(const checkpoint::Result<QString> &where);
    void showCorrected();
    void showErased();

signals:
    void lookWanted(const QUuid &visitorId);
    void revealWanted(const QUuid &visitorId, const QString &reason);
    void printWanted(const QUuid &visitorId, const QString &reason);
    void saveWanted(const QUuid &visitorId, const QString &reason, const QString &path);
    void correctWanted(const QUuid &visitorId, const checkpoint::VisitorCorrection &correction);
    void eraseWanted(const QUuid &visitorId);
    /// Somebody else is shown, or nobody.
    void personChanged();
    /// These words say what became of a wish.
    void told(QWidget *words);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Page { Empty, Shown, Reason, Correcting, Erasing };
    using Wish = HeldReasonPanel::Wish;

    QWidget *makeShown();
    QWidget *makeCorrecting();
    void openForm();
    void connectParts();
    void ask(Wish wish);
    void takeReason(const QString &reason);
    void save(const QString &reason);
    void correct();
    void mask();
    void leavePanel();
    void say(const QString &words, QLatin1StringView tone);
    void fill();
    void retranslate();

    bool m_correctsNext = false; ///< the form opens as soon as it is known what is held
    QString m_correctsName;      ///< and starts with this name
    std::optional<QUuid> m_person;
    std::optional<HeldData> m_masked;
    std::optional<HeldData> m_full; ///< while it is shown
    Wish m_wish = Wish::Show;
    QTimer m_second;
    int m_secondsLeft = 0;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    QLabel *m_name = nullptr;
    QLabel *m_state = nullptr;
    QTextBrowser *m_text = nullptr;
    QLabel *m_said = nullptr;
    ActionButton *m_reveal = nullptr;
    ActionButton *m_print = nullptr;
    ActionButton *m_save = nullptr;
    ActionButton *m_correct = nullptr;
    ActionButton *m_erase = nullptr;
    HeldReasonPanel *m_reason;
    QLabel *m_correctTitle = nullptr;
    QLabel *m_correctHint = nullptr;
    CorrectionForm *m_form = nullptr;
    ActionButton *m_keep = nullptr;
    ActionButton *m_leave = nullptr;
    ErasurePanel *m_erasing;
};

} // namespace checkpoint
