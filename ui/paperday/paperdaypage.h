#pragma once

#include "core/base/clock.h"
#include "core/store/entrylists.h"
#include "ui/common/keyhint.h"
#include "ui/paperday/paperrowsmodel.h"

#include <QDate>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;

namespace checkpoint {

class ActionButton;
class EmptyState;
class PassageFields;
class Picker;
class VisitorOffers;

/// What was written on paper while the desk had no power, typed in from the keyboard alone: day, place and
/// time stay as they are until they are changed, Enter goes on to the next field and records after the last
/// one, F9 turns the direction round, Ctrl+B leaves phone and purpose out, Ctrl+Z takes the last line back
/// into the fields. A line that could not be written comes back into them by itself, and Enter tries it
/// again. Knows no store: asks by signals. GUI thread.
class PaperDayPage : public QWidget
{
    Q_OBJECT

public:
    explicit PaperDayPage(QWidget *parent = nullptr);

    void setLocations(const QStringList &locations, const QString &chosen);
    /// The first day of which anything can be known; invalid: not known.
    void setDeskSince(const QDate &day) { m_deskSince = day; }
    QString location() const;
    /// The focus to the first field that needs something.
    void begin();
    QList<KeyHint> keyHints() const;
    /// Who was typed, half or whole, is nobody's business any more; lines on their way are recorded all the
    /// same.
    void forget();

    /// What "now" is; the machine's clock until it is set.
    std::function<Moment()> now;

public slots:
    void setHits(const QString &typed, const QList<checkpoint::VisitorHit> &hits);
    /// What became of a line.
    void showOutcome(int number, const checkpoint::Result<checkpoint::LateOutcome> &outcome);
    void showTakenBack(int number, const checkpoint::Result<void> &done);
    /// The form, printed or not.
    void showPrinted(const checkpoint::Result<QString> &answer);

signals:
    void searchRequested(const QString &typed);
    void recordWanted(int number, const checkpoint::LateEntry &entry);
    void takeBackWanted(int number, const QUuid &entryId);
    void formWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeFields();
    QWidget *makeTable();
    QList<QLineEdit *> fields() const;
    void goOn(QLineEdit *from);
    void writeYearOut();
    void takeHit(const VisitorHit &hit);
    void turnRound();
    void setBrief(bool brief);
    void submit();
    void takeBack();
    void refill(const PaperLine &line);
    bool isUntouchedSince(const PaperLine &line) const;
    void clearFields();
    std::optional<PaperLine> readLine();
    void say(const QString &words, QLatin1StringView tone, QWidget *where = nullptr);
    void showDirection();
    void showSums();
    void retranslate();

    QDate m_deskSince;
    Direction m_direction = Direction::In;
    std::optional<VisitorHit> m_taken;
    PaperRowsModel m_rows;
    int m_again = 0; ///< the line that failed and stands in the fields; its place is the next one's
    QLabel *m_title = nullptr;
    QLabel *m_dayWord = nullptr;
    QLineEdit *m_day = nullptr;
    QLabel *m_placeWord = nullptr;
    Picker *m_place = nullptr;
    QLabel *m_timeWord = nullptr;
    QLineEdit *m_time = nullptr;
    QLabel *m_way = nullptr;
    ActionButton *m_turn = nullptr;
    ActionButton *m_brief = nullptr;
    PassageFields *m_fields = nullptr;
    VisitorOffers *m_offers = nullptr;
    QLabel *m_said = nullptr;
    ActionButton *m_record = nullptr;
    ActionButton *m_form = nullptr;
    ActionButton *m_undo = nullptr;
    QLabel *m_sums = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
};

} // namespace checkpoint
