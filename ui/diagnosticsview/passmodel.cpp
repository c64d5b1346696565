#include "ui/diagnosticsview/passmodel.h"

#include "ui/common/rowdelegate.h"

#include <QLocale>

namespace checkpoint {

namespace {

constexpr int regionRow = readPassCount;
constexpr int acrossRow = readPassCount + 1;
constexpr int rows = readPassCount + 2;

QString passName(ReadPass pass)
{
    switch (pass) {
    case ReadPass::Midpoint:
        return PassModel::tr("As it is");
    case ReadPass::MidpointSmaller:
        return PassModel::tr("Made smaller");
    case ReadPass::LocalAverage:
        return PassModel::tr("Against the brightness around");
    case ReadPass::Inverted:
        return PassModel::tr("Light on dark");
    case ReadPass::SharpenedGently:
        return PassModel::tr("Sharpened gently");
    case ReadPass::EnlargedCentre:
        return PassModel::tr("Middle enlarged");
    case ReadPass::Rectified:
        return PassModel::tr("Straightened");
    case ReadPass::RectifiedInverted:
        return PassModel::tr("Straightened, light on dark");
    case ReadPass::RectifiedCentre:
        return PassModel::tr("Straightened, middle enlarged");
    case ReadPass::Blurred:
        return PassModel::tr("Module by module");
    case ReadPass::BlurredSmaller:
        return PassModel::tr("Module by module, made smaller");
    case ReadPass::BlurredInverted:
        return PassModel::tr("Module by module, light on dark");
    }
    return {};
}

double totalMs(const ReaderStatistics::Pass &pass)
{
    return double(pass.runs) * pass.cost.count();
}

} // namespace

void PassModel::setStatistics(const ReaderStatistics &statistics)
{
    m_statistics = statistics;
    m_totalMs = 0;
    for (int row = 0; row < rows; ++row)
        m_totalMs += totalMs(pass(row));
    emit dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
}

const ReaderStatistics::Pass &PassModel::pass(int row) const
{
    if (row == regionRow)
        return m_statistics.region;
    return row == acrossRow ? m_statistics.acrossFrames : m_statistics.passes[size_t(row)];
}

int PassModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows;
}

int PassModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PassModel::text(int row, Column column) const
{
    const ReaderStatistics::Pass &one = pass(row);
    const QLocale locale;
    switch (column) {
    case Name:
        if (row == regionRow)
            return tr("Where a code was last seen");
        return row == acrossRow ? tr("Several frames together") : passName(ReadPass(row));
    case Runs:
        return locale.toString(one.runs);
    case Reads:
        return locale.toString(one.reads);
    case Cost:
        return one.runs > 0 ? locale.toString(one.cost.count(), 'f', 1) : QString();
    case Share:
        return m_totalMs > 0 && one.runs > 0
                   ? tr("%1 %", "per cent").arg(locale.toString(100 * totalMs(one) / m_totalMs, 'f', 0))
                   : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PassModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), Column(index.column()));
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case QuietRole:
        return pass(index.row()).runs == 0;
    case StrongRole:
        return index.column() == Reads && pass(index.row()).reads > 0;
    default:
        return {};
    }
}

QVariant PassModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("How the frame is looked at");
    case Runs:
        return tr("Times");
    case Reads:
        return tr("Read");
    case Cost:
        return tr("Milliseconds each");
    case Share:
        return tr("Share of the time");
    case ColumnCount:
        break;
    }
    return {};
}

void PassModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
}

} // namespace checkpoint
