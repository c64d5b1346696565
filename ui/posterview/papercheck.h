#pragma once

#include "core/base/worker.h"
#include "core/posters/paperproof.h"
#include "core/posters/postercontent.h"
#include "core/scan/rawscan.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>

#include <optional>

namespace checkpoint {

/// What a printed poster held up to the camera turned out to be.
struct PaperVerdict
{
    std::optional<PaperFinding> finding; ///< absent: all is right
    QString place;                       ///< of the poster that is seen; empty: the venue as a whole
    bool known = false;                  ///< it is one of this desk's
};

/// "Hold it up to the camera": judges printed posters in the camera's pictures, on a thread of its own, one
/// picture at a time. GUI thread; owned by the poster view.
class PaperCheck : public QObject
{
    Q_OBJECT

public:
    explicit PaperCheck(QObject *parent = nullptr);

    /// The posters that are expected, as they were printed, and the desk's others, to tell those.
    void begin(const QList<PosterContent> &expected, const QList<PosterContent> &others,
               const PosterOptions &options);
    void end();

    /// A camera's picture, and the codes that were just read in it, in the frame's pixels. Without any for
    /// `patienceMs` nothing can be read.
    void look(const QImage &picture, const QSize &frameSize, const QList<Sighting> &sightings);

    /// Pictures come more often than codes are read in them.
    static constexpr int patienceMs = 1'500;

signals:
    void judged(const checkpoint::PaperVerdict &verdict);

private:
    QList<PosterContent> m_expected;
    QList<PosterContent> m_others;
    PosterOptions m_options;
    bool m_on = false;
    bool m_busy = false;
    QElapsedTimer m_sinceSeen;
    Worker m_worker{QStringLiteral("paper check")};
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::PaperVerdict)
