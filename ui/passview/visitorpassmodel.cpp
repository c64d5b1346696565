#include "ui/passview/visitorpassmodel.h"

#include "core/domain/textfolding.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"

#include <algorithm>

namespace checkpoint {

PassState passStateOf(const VisitorPass &pass, const QDate &today)
{
    if (pass.revoked)
        return PassState::Revoked;
    return today > pass.validUntil ? PassState::Expired : PassState::Valid;
}

void VisitorPassModel::setPasses(const QList<RegisteredPass> &passes, const QDate &today)
{
    m_all = passes;
    std::ranges::reverse(m_all);
    m_today = today;
    narrow();
}

void VisitorPassModel::setWords(const QString &words)
{
    m_words = words;
    narrow();
}

void VisitorPassModel::narrow()
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = foldedText(m_words).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const QString text = foldedText(m_all[i].pass.number + u' ' + m_all[i].visitor.name);
        if (std::ranges::all_of(words, [&text](const QString &word) { return text.contains(word); }))
            m_shown.append(i);
    }
    endResetModel();
}

std::optional<RegisteredPass> VisitorPassModel::passAt(int row) const
{
    if (row < 0 || row >= m_shown.size())
        return {};
    return m_all[m_shown[row]];
}

int VisitorPassModel::rowOf(const QString &number) const
{
    for (int row = 0; row < int(m_shown.size()); ++row) {
        if (m_all[m_shown[row]].pass.number == number)
            return row;
    }
    return -1;
}

int VisitorPassModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int VisitorPassModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString VisitorPassModel::textOf(const RegisteredPass &pass, int column) const
{
    switch (column) {
    case Number:
        return pass.pass.number;
    case Person:
        return pass.visitorId ? personName(pass.visitor) : tr("Issued at another desk");
    case Issued:
        return dateText(pass.pass.issuedOn);
    case ValidUntil:
        return dateText(pass.pass.validUntil);
    case State:
        switch (passStateOf(pass.pass, m_today)) {
        case PassState::Valid:
            return tr("Valid");
        case PassState::Expired:
            return tr("Expired");
        case PassState::Revoked:
            return tr("Withdrawn");
        }
        break;
    default:
        break;
    }
    return {};
}

QVariant VisitorPassModel::data(const QModelIndex &index, int role) const
{
    const std::optional<RegisteredPass> pass = passAt(index.row());
    if (!pass)
        return {};
    const bool valid = passStateOf(pass->pass, m_today) == PassState::Valid;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(*pass, index.column());
    case StrongRole:
        return index.column() == Person && valid;
    case QuietRole:
        return !valid || index.column() == Issued;
    case VoidedRole:
        return pass->pass.revoked && index.column() != State;
    default:
        return {};
    }
}

/// What is chosen stays chosen.
void VisitorPassModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_shown.size()) - 1, ColumnCount - 1));
}

QVariant VisitorPassModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case Person:
        return tr("Visitor");
    case Issued:
        return tr("Issued");
    case ValidUntil:
        return tr("Valid until");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace checkpoint
