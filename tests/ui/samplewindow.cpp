#include "tests/ui/samplewindow.h"

#include "tests/ui/samples.h"
#include "ui/scanview/previewpane.h"
#include "ui/scanview/scanview.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QTableView>
#include <QTextBrowser>

#include <algorithm>
#include <functional>

namespace samples {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T> QFuture<Result<T>> ready(T value)
{
    QPromise<Result<T>> promise;
    QFuture<Result<T>> future = promise.future();
    promise.start();
    promise.addResult(Result<T>(std::move(value)));
    promise.finish();
    return future;
}

} // namespace

QString cameraId()
{
    return u"camera:Webcam C270"_s;
}
QString scannerId()
{
    return u"serial:usb"_s;
}

DeviceInfo webcam(DeviceState state)
{
    return {cameraId(), u"Webcam C270"_s, state, DirectionRule::Auto, true, true, u"Webcam C270"_s};
}

RawScan sighting(int codes)
{
    RawScan scan;
    scan.deviceId = cameraId();
    scan.frameSize = {1280, 720};
    for (int i = 0; i < codes; ++i)
        scan.sightings << Sighting{QByteArray::number(i), codeOutline()};
    return scan;
}

namespace {

/// The same entries, ids included, whenever they are asked for.
const QList<EntryRow> &sampleDay(int rows)
{
    static QHash<int, QList<EntryRow>> days;
    if (!days.contains(rows))
        days.insert(rows, morning(rows));
    return days[rows];
}

const QList<RefusedScan> &sampleRefusals()
{
    static const QList<RefusedScan> refused = refusedScans();
    return refused;
}

/// The lines of the sample day that a filter lets through, newest first.
QList<ListRow> sampleLines(int rows, const EntryFilter &filter)
{
    QList<ListRow> lines;
    if (filter.refused != EntryFilter::Only) {
        for (const EntryRow &row : sampleDay(rows)) {
            const bool fits =
                filter.search.isEmpty() || (filter.search != u"xyz"_s && row.visitor.name.contains(u"Mẫu"_s));
            const bool rightWay = !filter.direction || row.entry.kind == entryKind(*filter.direction);
            if (row.entry.kind != EntryKind::Void && fits && rightWay)
                lines << ListRow{row, {}};
        }
    }
    if (filter.refused != EntryFilter::Without && filter.search.isEmpty() && !filter.direction && rows > 0) {
        for (const RefusedScan &scan : sampleRefusals())
            lines << ListRow{{}, scan};
    }
    std::ranges::stable_sort(lines, std::greater(),
                             [](const ListRow &line) { return lineKey(line).atUtcMs; });
    return lines;
}

VisitDetails sampleDetails(const QUuid &entryId)
{
    VisitDetails details;
    for (const EntryRow &row : sampleDay(60)) {
        if (row.entry.id == entryId)
            details.asked = row;
    }
    for (const RefusedScan &scan : sampleRefusals()) {
        if (scan.id != entryId)
            continue;
        details.refused = scan;
        details.asked.entry.id = scan.id;
        details.asked.entry.at = scan.at;
        details.asked.entry.location = scan.location;
        details.asked.entry.source = scan.source;
        details.asked.entry.visitorId = scan.visitorId;
        details.asked.visitor = scan.visitor;
        details.attention.emplace().reason = u"Hỏi trưởng ca trước khi cho vào"_s;
        return details;
    }
    details.in = details.asked;
    details.in->details = {u"Khám bệnh"_s, u"Khoa Nội"_s};
    details.in->entry.party = {1, 1};
    details.partyInside = {1, 1};
    details.sources = {u"citizen-card"_s};
    details.visitsBefore = 3;
    return details;
}

} // namespace

PageKey lineKey(const ListRow &line)
{
    return line.entry ? PageKey{line.entry->entry.at.utcMs, line.entry->entry.id}
                      : PageKey{line.refused->at.utcMs, line.refused->id};
}

Outline outlineOf(const QList<ListRow> &lines, int stride, quint64 revision)
{
    Outline outline;
    outline.total = lines.size();
    outline.refused =
        std::ranges::count_if(lines, [](const ListRow &line) { return line.refused.has_value(); });
    outline.voided =
        std::ranges::count_if(lines, [](const ListRow &line) { return line.entry && line.entry->voidedBy; });
    outline.revision = revision;
    for (qsizetype i = 0; i < lines.size(); i += stride)
        outline.everyStride.push_back(lineKey(lines[i]));
    return outline;
}

QList<ListRow> pageOf(const QList<ListRow> &lines, const std::optional<PageKey> &after, int limit)
{
    QList<ListRow> page;
    for (const ListRow &line : lines) {
        const PageKey key = lineKey(line);
        const bool older = !after || key.atUtcMs < after->atUtcMs ||
                           (key.atUtcMs == after->atUtcMs && key.id.toRfc4122() < after->id.toRfc4122());
        if (older && page.size() < limit)
            page << line;
    }
    return page;
}

EntrySource sampleSource(int rows)
{
    EntrySource source;
    source.outline = [rows](const EntryFilter &filter, int stride) {
        return ready(outlineOf(sampleLines(rows, filter), stride, 1));
    };
    source.page = [rows](const EntryFilter &filter, const std::optional<PageKey> &after, int limit) {
        return ready(pageOf(sampleLines(rows, filter), after, limit));
    };
    source.details = [](const QUuid &entryId) { return ready(sampleDetails(entryId)); };
    source.locations = [] { return ready(QStringList{u"Cổng A"_s, u"Cổng B"_s}); };
    source.sources = [] { return ready(QStringList{u"citizen-card"_s, u"manual"_s}); };
    source.noteReveal = [](const QUuid &, const QString &) {
        QPromise<Result<void>> promise;
        QFuture<Result<void>> future = promise.future();
        promise.start();
        promise.addResult(Result<void>());
        promise.finish();
        return future;
    };
    return source;
}

DeskPreferences morningPreferences()
{
    DeskPreferences preferences;
    preferences.venue = u"Bệnh viện Thử"_s;
    preferences.location = u"Cổng A"_s;
    return preferences;
}

std::unique_ptr<MainWindow> makeWindow(const DeskPreferences &preferences, const QSize &size)
{
    auto window = std::make_unique<MainWindow>(preferences);
    window->setNow(at(8, 12, 2).toDateTime());
    window->setDeskReady();
    window->setDevice(webcam(DeviceState::Running));
    window->setDevice(
        {scannerId(), u"USB 2D"_s, DeviceState::Running, DirectionRule::In, false, true, u"USB 2D"_s});
    window->setCameras({{u"Webcam C270"_s, true}, {u"Integrated Camera"_s, false}});
    window->setDataPlace(u"/home/letan/.local/share/checkpoint-desk"_s, KeyPlace::File);
    window->setPreview(cameraId(), cameraPicture(), {1280, 720});
    window->scanView()->setCounters({128, 412, 284, 3});
    window->scanView()->setRecent(morning(16), {}, 0);
    window->entriesView()->setSource(sampleSource(60));
    window->resize(size);
    window->show();
    settle();
    return window;
}

void settle()
{
    for (int i = 0; i < 6; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 30);
}

QStringList shownTexts(const QWidget &root)
{
    QStringList texts;
    const auto add = [&texts](const QWidget *widget, QLatin1StringView kind, const QString &text) {
        if (!text.isEmpty())
            texts << u"%1 [%2] %3: %4"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                             widget->objectName(), kind, text);
    };
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        add(widget, "name"_L1, widget->accessibleName());
        add(widget, "description"_L1, widget->accessibleDescription());
        add(widget, "tip"_L1, widget->toolTip());
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->isHidden())
            add(label, "text"_L1, label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->isHidden())
            add(button, "text"_L1, button->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            add(edit, "placeholder"_L1, edit->placeholderText());
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            for (int i = 0; i < box->count(); ++i)
                add(box, "item"_L1, box->itemText(i));
        if (const auto *page = qobject_cast<const QTextBrowser *>(widget))
            add(page, "page"_L1, page->toPlainText());
        if (const auto *pane = qobject_cast<const PreviewPane *>(widget))
            add(pane, "caption"_L1, pane->caption());
        if (const auto *table = qobject_cast<const QTableView *>(widget)) {
            const QAbstractItemModel *model = table->model();
            for (int column = 0; column < model->columnCount(); ++column) {
                add(table, "header"_L1, model->headerData(column, Qt::Horizontal).toString());
                for (int row = 0; row < model->rowCount(); ++row)
                    add(table, "cell"_L1, model->index(row, column).data().toString());
            }
        }
    }
    texts.sort();
    return texts;
}

} // namespace samples
