#pragma once

#include "core/base/worker.h"
#include "core/desk/lateentries.h"
#include "core/signing/venuetrust.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>

namespace checkpoint {

class PictureDecoder;

/// What became of one photo of a folder.
struct PhotoNote
{
    enum Kind {
        Recorded,
        Known,      ///< was imported before; nothing happened
        NotPicture, ///< no picture that can be read
        NoCode,
        NoTime,  ///< it does not say when it was taken
        Refused, ///< `reason` says why
    };

    QString name;
    Kind kind = Recorded;
    QString reason; ///< English, without personal data; of a photo that was left out
};

/// What became of all.
struct PhotoSum
{
    int recorded = 0;
    int known = 0;
    int leftOut = 0;
    bool cancelled = false; ///< those that were not read yet are missing
};

/// Records codes that were photographed while the desk had no power, as late entries at the time the camera
/// wrote into each photo: reads the pictures one by one on a thread of its own, then records them in the
/// order in which they were taken. Lives on the GUI thread; store and clock outlive it.
class PhotoImport : public QObject
{
    Q_OBJECT

public:
    PhotoImport(EntryStore *store, const Clock *clock, QObject *parent = nullptr);
    ~PhotoImport() override;

    /// What is to be known of the photos; `direction` Auto: found out from what is recorded.
    struct Wish
    {
        QString folder;
        VenueTrust trust;
        DirectionRule direction = DirectionRule::Auto;
        QString location;
    };

    /// Reads and records; noted(), progressed() and at last finished(), with the store's error where
    /// recording had to stop. One import at a time.
    void start(const Wish &wish);
    /// Nothing more is read or recorded; what is recorded stays. finished() follows.
    void cancel() { m_cancelled = true; }
    bool isRunning() const { return m_running; }

signals:
    void noted(const checkpoint::PhotoNote &note);
    /// So many of all photos are read; then so many recorded.
    void progressed(int done, int all);
    void finished(const checkpoint::Result<checkpoint::PhotoSum> &sum);

private:
    struct Photo
    {
        QString name;
        QDateTime takenAt;
        QList<QByteArray> codes;
        PhotoNote::Kind problem = PhotoNote::Recorded;
    };

    static Photo read(PictureDecoder &decoder, const QString &folder, const QString &name);
    VisitorCode personCode(const Photo &photo) const;
    void readNext();
    void takePhoto(const Photo &photo);
    void recordNext();
    void leaveOut(const QString &name, PhotoNote::Kind kind, const QString &reason);
    void finish();

    LateEntries m_late;
    Wish m_wish;
    QStringList m_names; ///< that are not read yet
    QList<Photo> m_photos;
    int m_all = 0;
    PhotoSum m_sum;
    bool m_running = false;
    std::atomic<bool> m_cancelled = false;
    std::shared_ptr<PictureDecoder> m_decoder; ///< only ever used by the worker's jobs
    Worker m_chores;                           // unmade first
};

} // namespace checkpoint
