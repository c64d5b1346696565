#include "core/desk/photoimport.h"

#include "core/desk/venuecodes.h"
#include "core/scan/phototime.h"
#include "core/scan/picturedecoder.h"

#include <QDir>
#include <QImageReader>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

PhotoImport::PhotoImport(EntryStore *store, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_late(store, clock)
    , m_decoder(std::make_shared<PictureDecoder>())
    , m_chores(u"photos"_s, QThread::LowPriority)
{
}

PhotoImport::~PhotoImport() = default;

void PhotoImport::start(const Wish &wish)
{
    m_wish = wish;
    m_sum = {};
    m_photos.clear();
    m_cancelled = false;
    m_running = true;
    m_chores
        .run([folder = wish.folder]() -> Result<QStringList> {
            const QDir dir(folder);
            if (!dir.exists())
                return Error{ErrorCode::SourceUnreadable, u"there is no folder %1"_s.arg(folder)};
            return dir.entryList(QDir::Files, QDir::Name);
        })
        .then(this, [this](const Result<QStringList> &names) {
            if (!names) {
                m_running = false;
                emit finished(names.error());
                return;
            }
            m_names = *names;
            m_all = int(names->size());
            readNext();
        });
}

void PhotoImport::readNext()
{
    if (m_names.isEmpty() || m_cancelled) {
        std::ranges::stable_sort(m_photos, {}, &Photo::takenAt);
        recordNext();
        return;
    }
    emit progressed(m_all - int(m_names.size()), 2 * m_all);
    m_chores
        .run([decoder = m_decoder, folder = m_wish.folder, name = m_names.takeFirst()] {
            return read(*decoder, folder, name);
        })
        .then(this, [this](const Photo &photo) {
            takePhoto(photo);
            readNext();
        });
}

PhotoImport::Photo PhotoImport::read(PictureDecoder &decoder, const QString &folder, const QString &name)
{
    const QString path = QDir(folder).filePath(name);
    Photo photo{name, photoTime(path), {}, PhotoNote::Recorded};
    QImageReader reader(path);
    const QImage image = reader.read();
    if (image.isNull()) {
        photo.problem = PhotoNote::NotPicture;
        return photo;
    }
    const QList<Sighting> sightings = decoder.decodeStill(image);
    for (const Sighting &sighting : sightings) {
        if (!photo.codes.contains(sighting.bytes))
            photo.codes.append(sighting.bytes);
    }
    if (photo.codes.isEmpty())
        photo.problem = PhotoNote::NoCode;
    else if (!photo.takenAt.isValid())
        photo.problem = PhotoNote::NoTime;
    return photo;
}

void PhotoImport::takePhoto(const Photo &photo)
{
    switch (photo.problem) {
    case PhotoNote::NotPicture:
        return leaveOut(photo.name, photo.problem, u"no picture"_s);
    case PhotoNote::NoCode:
        return leaveOut(photo.name, photo.problem, u"no code is found in it"_s);
    case PhotoNote::NoTime:
        return leaveOut(photo.name, photo.problem, u"it does not say when it was taken"_s);
    default:
        m_photos.append(photo);
    }
}

/// The one person's code of a photo; posters and payment codes in the background do not count.
VisitorCode PhotoImport::personCode(const Photo &photo) const
{
    QList<VisitorCode> persons;
    VisitorCode other;
    for (const QByteArray &bytes : photo.codes) {
        const VisitorCode code = readVenuesCode(bytes, m_wish.trust, photo.takenAt.date());
        if (code.error)
            other = code;
        else
            persons.append(code);
    }
    if (persons.size() == 1)
        return persons.first();
    if (persons.size() > 1)
        other.error = Reason::TwoPersons;
    return other;
}

void PhotoImport::recordNext()
{
    if (m_photos.isEmpty() || m_cancelled)
        return finish();
    emit progressed(2 * m_all - int(m_photos.size()), 2 * m_all);
    const Photo photo = m_photos.takeFirst();
    LateEntry entry;
    entry.at = {photo.takenAt.toMSecsSinceEpoch(), photo.takenAt.offsetFromUtc() / 60, false};
    entry.direction = m_wish.direction;
    entry.code = personCode(photo);
    entry.location = m_wish.location;
    entry.device = u"photo"_s;
    m_late.record(entry).then(this, [this, name = photo.name](const Result<LateOutcome> &outcome) {
        if (!outcome) {
            m_running = false;
            emit finished(outcome.error());
            return;
        }
        if (outcome->kind == LateOutcome::Refused)
            leaveOut(name, PhotoNote::Refused, outcome->reason);
        else if (outcome->kind == LateOutcome::Recorded) {
            ++m_sum.recorded;
            emit noted({name, PhotoNote::Recorded, {}});
        } else {
            ++m_sum.known;
            emit noted({name, PhotoNote::Known, {}});
        }
        recordNext();
    });
}

void PhotoImport::leaveOut(const QString &name, PhotoNote::Kind kind, const QString &reason)
{
    ++m_sum.leftOut;
    emit noted({name, kind, reason});
}

void PhotoImport::finish()
{
    m_running = false;
    m_sum.cancelled = m_cancelled;
    emit finished(m_sum);
}

} // namespace checkpoint
