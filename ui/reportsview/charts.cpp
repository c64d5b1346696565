#include "ui/reportsview/charts.h"

#include "ui/common/reasontext.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCoreApplication>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

constexpr int mostNames = 6; ///< bars of a picture by name; the rest are in the table

QPen line(QRgb colour, qreal width, Qt::PenStyle style = Qt::SolidLine)
{
    return {QColor(colour), width, style, Qt::RoundCap, Qt::RoundJoin};
}

std::unique_ptr<QChart> makeChart(const Colours &colours, bool legend)
{
    auto chart = std::make_unique<QChart>();
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setPlotAreaBackgroundVisible(false);
    chart->legend()->setVisible(legend);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setFont(textFont(tokens::noteText));
    chart->legend()->setLabelColor(QColor(colours.text));
    return chart;
}

void dress(QAbstractAxis &axis, const Colours &colours, bool grid)
{
    axis.setLabelsFont(textFont(tokens::noteText));
    axis.setLabelsColor(QColor(colours.quiet));
    axis.setLinePen(line(colours.line, 1));
    axis.setGridLineVisible(grid);
    axis.setGridLinePen(line(colours.line, 1));
}

/// Bars stand on names; where these are too narrow to be written, another axis says what they are.
void hide(QBarCategoryAxis &names)
{
    names.setLabelsVisible(false);
    names.setLineVisible(false);
}

/// Hours from `first` to a day later, every third named.
QValueAxis *hourAxis(QChart &chart, double first, const Colours &colours)
{
    auto *axis = new QValueAxis;
    axis->setRange(first, first + 24);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickInterval(3);
    axis->setLabelFormat(u"%d"_s);
    dress(*axis, colours, false);
    chart.addAxis(axis, Qt::AlignBottom);
    return axis;
}

/// An axis for whole numbers that ends above `most` at a round step.
QValueAxis *countAxis(QChart &chart, double most, const Colours &colours, Qt::Alignment side)
{
    const double rough = qMax(1.0, most / 4);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double factor = rough / power;
    const double step = power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    auto *axis = new QValueAxis;
    axis->setRange(0, step * std::ceil(qMax(1.0, most) / step));
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickInterval(step);
    axis->setLabelFormat(u"%d"_s);
    dress(*axis, colours, true);
    chart.addAxis(axis, side);
    return axis;
}

QBarCategoryAxis *nameAxis(QChart &chart, const QStringList &names, const Colours &colours,
                           Qt::Alignment side)
{
    auto *axis = new QBarCategoryAxis;
    axis->append(names);
    dress(*axis, colours, false);
    chart.addAxis(axis, side);
    return axis;
}

QBarSet *barSet(const QString &name, QRgb colour)
{
    auto *set = new QBarSet(name);
    set->setColor(QColor(colour));
    set->setBorderColor(QColor(colour));
    return set;
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString clock(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).toString(u"HH:mm"_s);
}

TrafficPicture namedPicture(const QString &what, const QList<NamedTraffic> &counts, const Colours &colours)
{
    TrafficPicture picture;
    picture.chart = makeChart(colours, true);
    QStringList names;
    QBarSet *in = barSet(directionWord(Direction::In), colours.in);
    QBarSet *out = barSet(directionWord(Direction::Out), colours.out);
    double most = 0;
    // A horizontal picture is read from the top, and drawn from the bottom.
    for (qsizetype i = qMin<qsizetype>(mostNames, counts.size()) - 1; i >= 0; --i) {
        names << (counts[i].name.isEmpty() ? ChartWords::tr("Not named") : counts[i].name);
        *in << counts[i].in;
        *out << counts[i].out;
        most = qMax<double>(most, counts[i].in + counts[i].out);
    }
    auto *bars = new QHorizontalStackedBarSeries;
    bars->append(in);
    bars->append(out);
    bars->setBarWidth(0.6);
    picture.chart->addSeries(bars);
    bars->attachAxis(nameAxis(*picture.chart, names, colours, Qt::AlignLeft));
    bars->attachAxis(countAxis(*picture.chart, most, colours, Qt::AlignBottom));
    picture.table.header = {what, directionWord(Direction::In), directionWord(Direction::Out)};
    for (const NamedTraffic &each : counts) {
        picture.table.rows << QStringList{each.name.isEmpty() ? ChartWords::tr("Not named") : each.name,
                                          number(each.in), number(each.out)};
        picture.spoken +=
            ChartWords::tr("%1: %2. ").arg(picture.table.rows.last()[0], number(qint64(each.in) + each.out));
    }
    return picture;
}

} // namespace

TrafficPicture hoursPicture(const Traffic &traffic, const Colours &colours)
{
    TrafficPicture picture;
    picture.chart = makeChart(colours, true);
    QBarSet *in = barSet(directionWord(Direction::In), colours.in);
    QBarSet *out = barSet(directionWord(Direction::Out), colours.out);
    auto *usual = new QLineSeries;
    usual->setName(ChartWords::tr("Usual on this day of the week"));
    usual->setPen(line(colours.text, 2, Qt::DashLine));
    QStringList hours;
    double most = 0;
    int busiest = 0;
    picture.table.header = {ChartWords::tr("Hour"), directionWord(Direction::In),
                            directionWord(Direction::Out), ChartWords::tr("Usual")};
    for (std::size_t hour = 0; hour < traffic.in.size(); ++hour) {
        const int sum = traffic.in[hour] + traffic.out[hour];
        hours << QString::number(hour);
        *in << traffic.in[hour];
        *out << traffic.out[hour];
        usual->append(double(hour), traffic.usual[hour]);
        most = std::max({most, double(sum), traffic.usual[hour]});
        if (sum > traffic.in[std::size_t(busiest)] + traffic.out[std::size_t(busiest)])
            busiest = int(hour);
        picture.table.rows << QStringList{u"%1:00"_s.arg(int(hour), 2, 10, QChar(u'0')),
                                          number(traffic.in[hour]), number(traffic.out[hour]),
                                          QLocale().toString(traffic.usual[hour], 'f', 1)};
    }
    auto *bars = new QStackedBarSeries;
    bars->append(in);
    bars->append(out);
    bars->setBarWidth(0.75);
    picture.chart->addSeries(bars);
    QBarCategoryAxis *names = nameAxis(*picture.chart, hours, colours, Qt::AlignBottom);
    hide(*names);
    hourAxis(*picture.chart, -0.5, colours);
    QValueAxis *counts = countAxis(*picture.chart, most, colours, Qt::AlignLeft);
    bars->attachAxis(names);
    bars->attachAxis(counts);
    if (traffic.usualDays > 0) {
        picture.chart->addSeries(usual);
        usual->attachAxis(names);
        usual->attachAxis(counts);
    } else {
        delete usual;
    }
    picture.spoken = ChartWords::tr("Busiest from %1:00 with %2 passages.")
                         .arg(busiest)
                         .arg(number(traffic.in[std::size_t(busiest)] + traffic.out[std::size_t(busiest)]));
    return picture;
}

TrafficPicture presencePicture(const Traffic &traffic, int capacity, const Colours &colours)
{
    TrafficPicture picture;
    picture.chart = makeChart(colours, capacity > 0);
    auto *people = new QLineSeries;
    people->setName(ChartWords::tr("People inside"));
    people->setPen(line(colours.accent, 3));
    const qint64 midnight = traffic.presence.isEmpty() ? 0 : traffic.presence.first().atUtcMs;
    const auto hourOf = [midnight](qint64 atUtcMs) { return double(atUtcMs - midnight) / 3'600'000; };
    picture.table.header = {ChartWords::tr("Time"), ChartWords::tr("People inside")};
    for (const PresencePoint &point : traffic.presence) {
        people->append(hourOf(point.atUtcMs), point.people);
        picture.table.rows << QStringList{clock(point.atUtcMs), number(point.people)};
    }
    picture.chart->addSeries(people);
    QValueAxis *hours = hourAxis(*picture.chart, 0, colours);
    QValueAxis *counts =
        countAxis(*picture.chart, qMax(traffic.mostInside, capacity), colours, Qt::AlignLeft);
    people->attachAxis(hours);
    people->attachAxis(counts);
    if (capacity > 0) {
        auto *full = new QLineSeries;
        full->setName(ChartWords::tr("Capacity %1").arg(number(capacity)));
        full->setPen(line(colours.refused, 2, Qt::DashLine));
        full->append(0, capacity);
        full->append(24, capacity);
        picture.chart->addSeries(full);
        full->attachAxis(hours);
        full->attachAxis(counts);
    }
    picture.spoken = ChartWords::tr("At most %1 people inside at once.").arg(number(traffic.mostInside));
    return picture;
}

TrafficPicture daysPicture(const Traffic &traffic, const Colours &colours)
{
    TrafficPicture picture;
    picture.chart = makeChart(colours, false);
    QBarSet *passages = barSet(ChartWords::tr("Passages"), colours.accent);
    QStringList days;
    double most = 0;
    qint64 sum = 0;
    picture.table.header = {ChartWords::tr("Day"), directionWord(Direction::In),
                            directionWord(Direction::Out)};
    for (const DayTraffic &each : traffic.days) {
        days << each.day.toString(Qt::ISODate);
        *passages << each.in + each.out;
        most = qMax<double>(most, each.in + each.out);
        sum += each.in + each.out;
        picture.table.rows.prepend({weekdayText(each.day), number(each.in), number(each.out)});
    }
    auto *bars = new QBarSeries;
    bars->append(passages);
    bars->setBarWidth(0.75);
    picture.chart->addSeries(bars);
    QBarCategoryAxis *names = nameAxis(*picture.chart, days, colours, Qt::AlignBottom);
    hide(*names);
    bars->attachAxis(names);
    bars->attachAxis(countAxis(*picture.chart, most, colours, Qt::AlignLeft));
    if (!traffic.days.isEmpty()) {
        auto *axis = new QDateTimeAxis;
        axis->setRange(traffic.days.first().day.startOfDay(), traffic.day.endOfDay());
        axis->setTickCount(4);
        axis->setFormat(u"dd/MM"_s);
        dress(*axis, colours, false);
        picture.chart->addAxis(axis, Qt::AlignBottom);
    }
    picture.spoken = ChartWords::tr("%1 passages in thirty days.").arg(number(sum));
    return picture;
}

TrafficPicture locationsPicture(const Traffic &traffic, const Colours &colours)
{
    return namedPicture(ChartWords::tr("Location"), traffic.locations, colours);
}

TrafficPicture sourcesPicture(const Traffic &traffic, const Colours &colours)
{
    QList<NamedTraffic> sources = traffic.sources;
    for (NamedTraffic &each : sources)
        each.name = sourceName(each.name);
    return namedPicture(ChartWords::tr("Code"), sources, colours);
}

} // namespace checkpoint
