#pragma once

#include "core/desk/handentry.h"
#include "core/store/entrylists.h"
#include "ui/common/overlaypanel.h"
#include "ui/scanview/passagefields.h"

#include <optional>

class QLabel;

namespace checkpoint {

class ActionButton;
class Toggle;
class VisitorOffers;

/// Writes down somebody who has no code: over the preview, from the keyboard alone. While the name is typed
/// those who were here before are offered below it; taking one fills the rest in. Enter records, F9 records
/// the other direction, Esc closes. Knows no store: it asks for names by a signal. GUI thread.
class HandEntryPanel : public OverlayPanel
{
    Q_OBJECT

public:
    explicit HandEntryPanel(QWidget *parent = nullptr);

    /// Opens empty, or with what is left of an entry that could not be recorded.
    void begin();
    /// Closes; nothing stays of what was typed and offered.
    void forget();
    /// Which fields the venue asks for.
    void setRules(const VenueRules &rules);
    /// Words that were written down before, for completing.
    void setOffers(const QStringList &purposes, const QStringList &hosts);
    bool isBlank() const;

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
    void makeButtons();
    void takeHit(const VisitorHit &hit);
    void forgetHit();
    void submit(bool otherDirection);
    void applyFields();
    void retranslate();

    VenueRules m_rules;
    std::optional<VisitorHit> m_taken; ///< the visitor it is about, when they were here before
    QLabel *m_title;
    QLabel *m_known;
    PassageFields *m_fields;
    VisitorOffers *m_list;
    Toggle *m_staff;
    ActionButton *m_record;
    ActionButton *m_other;
    ActionButton *m_leave;
};

} // namespace checkpoint
