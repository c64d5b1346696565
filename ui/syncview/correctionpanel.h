#pragma once

#include "core/store/outbox.h"
#include "ui/common/overlaypanel.h"

class QLabel;

namespace checkpoint {

class ActionButton;
class CorrectionForm;

/// Puts right what a platform refused about a visitor: name, birth, phone, address. The passage itself, its
/// time and its direction stay. Enter keeps it and sends it again, Esc leaves it. GUI thread; owned by the
/// sync view.
class CorrectionPanel : public OverlayPanel
{
    Q_OBJECT

public:
    explicit CorrectionPanel(QWidget *parent = nullptr);

    void begin(const RejectedEntry &rejected);
    /// Nothing stays of the person.
    void forget();
    QUuid entry() const { return m_rejected.entry.id; }

signals:
    void corrected(const QUuid &entry, const checkpoint::VisitorCorrection &correction);
    void left();

protected:
    void takeKey(int key) override;
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    RejectedEntry m_rejected;
    QLabel *m_title;
    QLabel *m_message;
    QLabel *m_hint;
    CorrectionForm *m_form;
    ActionButton *m_keep;
    ActionButton *m_leave;
};

} // namespace checkpoint
