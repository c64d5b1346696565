#pragma once

#include "core/desk/scanoutcome.h"
#include "core/scan/rawscan.h"
#include "core/store/entrystore.h"
#include "ui/common/deskstate.h"
#include "ui/common/keyhint.h"
#include "ui/scanview/devicechip.h"

#include <QList>
#include <QMap>
#include <QWidget>

class QFrame;
class QHBoxLayout;
class QLabel;
class QTableView;

namespace checkpoint {

class CounterRow;
class PreviewPane;
class RecentModel;
class ResultCard;

/// The day's view: what the camera sees, who came last, how many are inside, the last scans. Takes values in
/// by slots and gives the operator's wishes out by signals; knows no device, no desk and no store. GUI
/// thread; owned by the main window.
class ScanView : public QWidget
{
    Q_OBJECT

public:
    explicit ScanView(QWidget *parent = nullptr);

    QList<KeyHint> keyHints() const;
    /// The device whose picture is shown; empty without one.
    QString shownDevice() const { return m_shownDevice; }

public slots:
    void showOutcome(const checkpoint::ScanOutcome &outcome);
    void setDeskState(checkpoint::DeskState state);
    void setCounters(const checkpoint::Counters &counters);
    /// The last entries of the store, newest first.
    void setRecent(const QList<checkpoint::EntryRow> &rows);
    /// Makes a device known or changes how it is doing.
    void setDevice(const checkpoint::DeviceInfo &device);
    void removeDevice(const QString &deviceId);
    void setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize);
    void showSighting(const checkpoint::RawScan &scan);
    void setMirrored(bool mirrored);

signals:
    void undoRequested(const QUuid &entryId, const QString &reason);
    void turnRoundRequested();
    void answerRequested(quint64 number, checkpoint::Answer answer);
    /// Another device's picture is to be shown.
    void shownDeviceChanged(const QString &deviceId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeRecent();
    void retranslate();
    void arrange();
    void tellBestDevice();
    void showDevice(const QString &deviceId);

    PreviewPane *m_preview;
    QWidget *m_left;
    QHBoxLayout *m_chipRow;
    QMap<QString, DeviceChip *> m_chips;
    QLabel *m_noDevice;
    ResultCard *m_card;
    CounterRow *m_counters;
    RecentModel *m_recent;
    QFrame *m_recentCard = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_recentHint = nullptr;
    QString m_shownDevice;
};

} // namespace checkpoint
