// The places in the list of PosterView.

#include "ui/common/actionbutton.h"
#include "ui/common/questionpanel.h"
#include "ui/common/wording.h"
#include "ui/posterview/posterview.h"

#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

enum PlaceRole { CodeRole = Qt::UserRole, NameRole, OfferedRole };

} // namespace

/// The whole venue first, then its places; what was chosen stays chosen.
void PosterView::fillPlaces()
{
    const QStringList chosen = chosenPlaces();
    const bool first = m_places->count() == 0;
    const QSignalBlocker quiet(m_places); // each line is several changes
    m_places->clear();
    const auto add = [&](const QString &code, const QString &name) {
        const auto poster = std::ranges::find_if(m_record.posters, [&code](const Poster &each) {
            return each.locationCode == code && each.state == PosterState::Valid;
        });
        const QString state =
            poster == m_record.posters.end()
                ? tr("no poster yet")
                : tr("poster %1, issued %2").arg(poster->serial, dateText(poster->issuedOn));
        auto *item = new QListWidgetItem(u"%1\n%2"_s.arg(name, state), m_places);
        item->setData(CodeRole, code);
        item->setData(NameRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(first ? (m_places->count() == 1 ? Qt::Checked : Qt::Unchecked)
                                  : (chosen.contains(code) ? Qt::Checked : Qt::Unchecked));
    };
    if (!m_record.venue)
        return;
    add({}, tr("The whole venue"));
    for (const Location &place : m_record.locations) {
        if (!place.withdrawn)
            add(place.code, place.name);
        if (m_deskChosen && place.name.compare(m_deskLocation, Qt::CaseInsensitive) == 0) {
            m_places->item(m_places->count() - 1)->setCheckState(Qt::Checked);
            m_deskChosen = false;
        }
    }
    if (m_deskLocation.isEmpty() || isPlace(m_deskLocation) || !m_add->whoMay().isEmpty())
        return;
    auto *offered = new QListWidgetItem(u"%1\n%2"_s.arg(m_deskLocation, tr("this desk")), m_places);
    offered->setData(OfferedRole, true);
    offered->setData(NameRole, m_deskLocation);
    offered->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    offered->setCheckState(Qt::Unchecked);
}

void PosterView::setDeskLocation(const QString &location)
{
    if (location == m_deskLocation)
        return;
    m_deskLocation = location;
    fillPlaces();
}

bool PosterView::isPlace(const QString &name) const
{
    return std::ranges::any_of(m_record.locations, [&name](const Location &place) {
        return !place.withdrawn && place.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void PosterView::takeChoice(const QListWidgetItem *item)
{
    if (!item->data(OfferedRole).toBool())
        return preview();
    if (item->checkState() != Qt::Checked || m_deskChosen)
        return;
    m_deskChosen = true;
    emit locationAdded(m_deskLocation);
}

QStringList PosterView::chosenPlaces() const
{
    QStringList codes;
    for (int row = 0; row < m_places->count(); ++row) {
        const QListWidgetItem *item = m_places->item(row);
        if (item->checkState() == Qt::Checked && !item->data(OfferedRole).toBool())
            codes << item->data(CodeRole).toString();
    }
    return codes;
}

bool PosterView::isWithdrawable(const QListWidgetItem &place)
{
    return !place.data(CodeRole).toString().isEmpty();
}

void PosterView::withdrawPlace()
{
    const QListWidgetItem *item = m_places->currentItem();
    if (!item || !isWithdrawable(*item))
        return;
    m_withdrawn = item->data(NameRole).toString();
    wordWithdrawing();
    for (QWidget *each : std::initializer_list<QWidget *>{m_newPlace, m_add, m_withdraw, m_list})
        each->hide(); // there is no room for both
    m_withdrawing->show();
    m_places->scrollToItem(item);
    m_withdrawing->takeFocus();
}

void PosterView::wordWithdrawing()
{
    m_withdrawing->setWords(tr("Withdraw “%1”?").arg(m_withdrawn),
                            tr("Posters that hang there end, and are to be taken down. Entries stay."),
                            tr("Withdraw the place"));
}

void PosterView::endWithdrawing()
{
    m_withdrawn.clear();
    const bool focused = m_withdrawing->end();
    for (QWidget *each : std::initializer_list<QWidget *>{m_newPlace, m_add, m_withdraw, m_list})
        each->show();
    if (focused)
        m_places->setFocus(Qt::OtherFocusReason);
}

} // namespace checkpoint
