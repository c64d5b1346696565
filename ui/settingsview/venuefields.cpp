#include "ui/settingsview/venuefields.h"

#include "core/desk/typedtext.h"
#include "ui/settingsview/settingrow.h"

#include <QLineEdit>

namespace checkpoint {

VenueFields::VenueFields(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &VenueFields::commit);
}

void VenueFields::add(SettingRow *row, QLineEdit *edit, const Meaning &meaning)
{
    edit->setMaxLength(longestTyped);
    m_fields.push_back({row, edit, meaning});
    connect(edit, &QLineEdit::textEdited, this, [this, row, take = meaning.take](const QString &typed) {
        Venue tried = m_venue;
        row->setFault(take(typed, tried));
        m_pause.start();
    });
    connect(edit, &QLineEdit::editingFinished, this, &VenueFields::commit);
}

void VenueFields::setVenue(const Venue &venue)
{
    m_venue = venue;
    fill();
}

void VenueFields::fill()
{
    for (const Field &field : m_fields) {
        const bool beingTyped = field.edit->hasFocus() || m_pause.isActive();
        const QString text = field.meaning.text(m_venue);
        // What was refused stays, with the reason: taken away it would look as if it had been kept.
        if (!beingTyped && !field.row->hasFault() && field.edit->text() != text)
            field.edit->setText(text);
    }
}

void VenueFields::commit()
{
    m_pause.stop();
    change([this](Venue &venue) {
        for (const Field &field : m_fields) {
            Venue tried = venue;
            if (field.meaning.take(field.edit->text(), tried).isEmpty())
                venue = tried;
        }
    });
}

void VenueFields::change(const std::function<void(Venue &)> &edit)
{
    Venue venue = m_venue;
    edit(venue);
    if (venue == m_venue)
        return;
    m_venue = venue;
    emit venueChanged(m_venue);
}

} // namespace checkpoint
