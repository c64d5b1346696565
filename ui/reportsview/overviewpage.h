#pragma once

#include "core/base/error.h"
#include "core/store/traffic.h"
#include "ui/common/savingplace.h"
#include "ui/reportsview/chartsheets.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedLayout;

namespace checkpoint {

class ActionButton;
class ChartCard;
class DayChooser;
class EmptyState;

/// A day in pictures: by hour against the usual, who was inside, the last thirty days, by location and by
/// kind of code. GUI thread; asks for its figures by a signal.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    QDate day() const;
    void setToday(const QDate &today);
    /// The most people who may be inside; 0: no limit is known.
    void setCapacity(int capacity);
    void setTraffic(const Traffic &traffic);
    void showFailure(const Error &error);
    /// All figures as tables in place of the pictures, or the pictures again.
    void showTables(bool shown);
    /// The pictures of the day for paper; none without passages.
    QList<ChartSheet> sheets() const;
    /// What became of printing or of the file.
    void showPrinted(const Result<QString> &answer);

    SavingPlace saving; ///< asks where a file goes

signals:
    void dayWanted(const QDate &day);
    void printWanted();
    void saveWanted(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void save();
    void retranslate();

    DayChooser *m_days;
    QLabel *m_sums;
    ActionButton *m_print;
    ActionButton *m_save;
    ChartCard *m_hours;
    ChartCard *m_presence;
    ChartCard *m_month;
    ChartCard *m_locations;
    ChartCard *m_sources;
    EmptyState *m_empty;
    QStackedLayout *m_pages;
    std::optional<Traffic> m_traffic;
    std::optional<Error> m_failure;
    int m_capacity = 0;
};

} // namespace checkpoint
