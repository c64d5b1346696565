#pragma once

#include "core/store/entrylists.h"

#include <QWidget>

class QHBoxLayout;

namespace checkpoint {

class ActionButton;
class Picker;
class Toggle;

/// Narrows the lines of the record: by direction, location, kind of code, visitors or staff, refused scans,
/// and whether somebody is still inside. GUI thread; owned by the entries view.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// What there is to choose from.
    void setLocations(const QStringList &locations);
    void setSources(const QStringList &sources);
    void setRefused(EntryFilter::Refused refused);
    EntryFilter::Refused refused() const;

    /// Puts what is chosen into a filter; leaves its times and its words alone.
    void apply(EntryFilter &filter) const;
    /// True when anything but the refused scans narrows the lines.
    bool isNarrowing() const;
    /// What narrows them, in the words of the controls.
    QStringList narrowing() const;
    /// What lets no refused scan through when only those are wanted, since it has none of it; empty where
    /// that is not so.
    QString emptyTogether() const;
    void clear();
    /// Words are searched for besides: then there is something to clear as well.
    void setSearching(bool searching);

signals:
    void changed();
    /// Everything is to be shown: what else narrows the lines is to go; changed() follows.
    void cleared();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void offerClearing();
    void fit();
    void wrap(bool wrapped);
    void fill(Picker *picker, const QStringList &words, const QStringList &values);

    QHBoxLayout *m_first = nullptr;
    QHBoxLayout *m_second = nullptr; ///< where one row has no room for all
    bool m_wrapped = false;
    bool m_searching = false;
    QStringList m_locations;
    QStringList m_sources;
    Picker *m_direction;
    Picker *m_location;
    Picker *m_source;
    Picker *m_group;
    Picker *m_refused;
    Toggle *m_open;
    ActionButton *m_clear;
};

} // namespace checkpoint
