#pragma once

#include "core/store/entrylists.h"
#include "ui/reportsview/reporttable.h"

#include <QDate>
#include <QMetaType>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class Toggle;

/// Whose contacts somebody asks for, and why.
struct TraceWish
{
    QUuid visitorId;
    QDate first;
    QDate last; ///< included
    int leastMinutes = 0;
    int marginMinutes = 0;
    bool samePlaceOnly = false;
    QString reference; ///< of the authority's letter
    QString reason;
    bool revealed = false;
};

/// Who was there together with a person: the person by code, number or name, the time, why it is asked, and a
/// look at the answer before it is saved. Shows nobody unmasked of itself. Knows no store: asks by signals.
/// GUI thread.
class TracePage : public QWidget
{
    Q_OBJECT

public:
    explicit TracePage(QWidget *parent = nullptr);

    void setToday(const QDate &today);
    ReportTable *table() const { return m_table; }
    /// Whoever was looked up, and what came of it, is nobody's business any more; what is still on its way
    /// is stopped, and not shown when it comes.
    void forget();
    /// The focus to the first field that needs something.
    void begin();

public slots:
    /// Whom the text may mean; one person is chosen at once.
    void setHits(const QList<checkpoint::VisitorHit> &hits);
    void showFindFailure(const checkpoint::Error &error);
    /// The text of a code that was held up for looking somebody up.
    void takeScanned(const QByteArray &text);
    /// The first rows of what was asked for; saving and printing give all of it. Nothing was asked for any
    /// more: nothing is shown.
    void setAnswer(const checkpoint::PreviewRows &rows);

signals:
    void findWanted(const QByteArray &text);
    /// Whether the next code is to be looked up instead of recorded.
    void scanWanted(bool wanted);
    void traceWanted(const checkpoint::TraceWish &wish);
    void saveWanted(const checkpoint::TraceWish &wish, const QString &path);
    void printWanted(const checkpoint::TraceWish &wish);
    /// Whatever is on its way, the search for a person included, is not wanted any more.
    void cancelWanted();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makePerson(QWidget *card);
    QWidget *makeRule(QWidget *card);
    QWidget *makeCause(QWidget *card);
    void retranslate();
    void find();
    void stopScanning();
    /// What is asked for; nothing, and it is said, while something is missing.
    std::optional<TraceWish> wish();
    void trace();
    void save();

    QDate m_today;
    std::optional<TraceWish> m_answered; ///< what the table shows
    std::optional<TraceWish> m_asked;
    QList<VisitorHit> m_hits;
    QLabel *m_personWord;
    QLineEdit *m_person;
    ActionButton *m_find;
    ActionButton *m_scan;
    QListWidget *m_found;
    QLabel *m_foundSaid;
    QLabel *m_daysWord;
    QLineEdit *m_first;
    QLineEdit *m_last;
    QLabel *m_minutesWord;
    QSpinBox *m_minutes;
    QLabel *m_marginWord;
    QSpinBox *m_margin;
    Toggle *m_samePlace;
    QLabel *m_referenceWord;
    QLineEdit *m_reference;
    QLabel *m_reasonWord;
    QLineEdit *m_reason;
    Toggle *m_reveal;
    ChoiceRow *m_form;
    ActionButton *m_trace;
    ReportTable *m_table;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::TraceWish)
