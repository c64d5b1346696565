#pragma once

#include "core/domain/venue.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

class QLineEdit;

namespace checkpoint {

class SettingRow;

/// Fields of a chapter in which the venue is written. What is typed counts a moment after the last key, at
/// the latest when the field is left; what cannot be kept says why, stays and is not taken. What the fields
/// do not show is handed on as it is. GUI thread.
class VenueFields : public QObject
{
    Q_OBJECT

public:
    /// What a field has to do with the venue.
    struct Meaning
    {
        /// Puts what is typed into the venue; gives what is wrong with it.
        std::function<QString(const QString &typed, Venue &venue)> take;
        std::function<QString(const Venue &venue)> text;
    };

    explicit VenueFields(QObject *parent);

    void add(SettingRow *row, QLineEdit *edit, const Meaning &meaning);
    const Venue &venue() const { return m_venue; }
    /// Shows the venue as it is kept; a field that is being typed in stays as it is.
    void setVenue(const Venue &venue);
    void fill();
    /// Takes what was typed now.
    void commit();
    /// Changes what no field shows.
    void change(const std::function<void(Venue &)> &edit);

    static constexpr int typingPauseMs = 400;

signals:
    void venueChanged(const checkpoint::Venue &venue);

private:
    struct Field
    {
        SettingRow *row;
        QLineEdit *edit;
        Meaning meaning;
    };

    Venue m_venue;
    std::vector<Field> m_fields;
    QTimer m_pause;
};

} // namespace checkpoint
