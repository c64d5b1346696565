#pragma once

#include "core/desk/scanoutcome.h"
#include "core/store/entrystore.h"
#include "ui/common/overlaypanel.h"
#include "ui/scanview/passagefields.h"

class QLabel;

namespace checkpoint {

class ActionButton;

/// Adds to an entry that is recorded already: what the venue asks for and the code lacked, and who passed
/// along. Over the preview; the next scan goes on meanwhile. Enter keeps, Esc leaves it. GUI thread.
class CompletionPanel : public OverlayPanel
{
    Q_OBJECT

public:
    explicit CompletionPanel(QWidget *parent = nullptr);

    /// Begins with a recorded outcome, or goes on with what was typed about it; `rules` say what the venue
    /// cannot do without.
    void begin(const ScanOutcome &outcome, const VenueRules &rules);
    /// Closes; nothing stays of what was typed and offered.
    void forget();
    /// The outcome it is about.
    quint64 number() const { return m_outcome.number; }
    bool isBlank() const { return m_fields->values() == m_before; }
    void setOffers(const QStringList &purposes, const QStringList &hosts);

signals:
    void completed(quint64 number, const checkpoint::EntryCompletion &completion);
    void left();

protected:
    void takeKey(int key) override;
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    ScanOutcome m_outcome;
    PassageValues m_before;
    QLabel *m_title;
    QLabel *m_hint;
    PassageFields *m_fields;
    ActionButton *m_keep;
    ActionButton *m_leave;
};

} // namespace checkpoint
