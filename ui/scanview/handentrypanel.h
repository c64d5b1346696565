#pragma once

#include "core/desk/handentry.h"
#include "core/store/entrylists.h"
#include "ui/common/overlaypanel.h"
#include "ui/scanview/passagefields.h"

#include <QElapsedTimer>

#include <optional>

class QLabel;

namespace checkpoint {

class ActionButton;
class Toggle;
class VisitorOffers;

/// Writes down somebody who has no code: over the preview, from the keyboard alone. While the name is typed
/// those who are expected and those who were here before are offered below it; taking one fills the rest in.
/// F12 always records that they come in, F9 that they leave, Enter the one of the two that is proposed; Esc
/// closes and empties; what was typed when another panel took its place stands there the next time. Where a
/// name is typed in full that one visitor of before has, it asks whether they are one person. Knows no store:
/// it asks for names by a signal. GUI thread.
class HandEntryPanel : public OverlayPanel
{
    Q_OBJECT

public:
    explicit HandEntryPanel(QWidget *parent = nullptr);

    /// Opens empty, or with what was set aside; once more empties that.
    void begin();
    /// Closes; nothing stays of what was typed and offered.
    void forget();
    /// Which fields the venue asks for.
    void setRules(const VenueRules &rules);
    /// Words that were written down before, for completing.
    void setOffers(const QStringList &purposes, const QStringList &hosts);
    bool isBlank() const;
    /// What is typed is a draft from now on.
    void setAside();

public slots:
    /// Who fits what was typed; ignored when something else is typed by now.
    void setHits(const QString &typed, const QList<checkpoint::VisitorHit> &hits);

signals:
    void searchRequested(const QString &typed);
    void recordRequested(const checkpoint::HandEntry &entry);
    void left();

protected:
    void takeKey(int key) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Way { Proposed, In, Out };

    void makeButtons();
    void empty();
    void leave();
    bool asksWhetherSame(Way way);
    void answerWhetherSame(bool same);
    void record(Way way);
    void takeHit(const VisitorHit &hit);
    void forgetHit();
    QString knownPhone() const;
    QString whoIsTaken() const;
    HandEntry written() const;
    void press(Way way);
    void submit(Way way);
    void applyFields();
    FieldRule ruleOf(PassageField field) const;
    bool proposesOut() const;
    void showProposed();
    void retranslate();

    VenueRules m_rules;
    /// Somebody of that very name was here before; whether it is them is asked.
    struct SameName
    {
        VisitorHit hit;
        Way way = Way::Proposed; ///< what was to be recorded
        QElapsedTimer since;
    };

    /// What taking a visitor filled in, which goes again with them.
    struct Filled
    {
        QString purpose;
        QString host;
        Party party;
        bool staff = false;
    };

    std::optional<VisitorHit> m_taken; ///< whom it is about, when they were here before or are expected
    Filled m_filled;
    std::optional<SameName> m_sameName;
    bool m_draft = false;   ///< it was set aside with something typed
    bool m_resumed = false; ///< what was typed then stands here again
    QLabel *m_title;
    QLabel *m_known;
    PassageFields *m_fields;
    VisitorOffers *m_list;
    Toggle *m_staff;
    ActionButton *m_in;
    ActionButton *m_out;
    ActionButton *m_leave;
};

} // namespace checkpoint
