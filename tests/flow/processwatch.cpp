#include "tests/flow/processwatch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStringList>

#include <chrono>
#include <cstring>
#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <xcb/xcb.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

namespace {

constexpr auto pause = std::chrono::milliseconds(3);
constexpr int hopelessMs = 10'000;

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Freed
{
    void operator()(void *memory) const { std::free(memory); }
};

xcb_atom_t atomOf(xcb_connection_t *connection, const char *name)
{
    const std::unique_ptr<xcb_intern_atom_reply_t, Freed> reply(xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, 0, quint16(std::strlen(name)), name), nullptr));
    return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
}

/// The threads through which a question and its answer go: this one, the X server's, the program's reader of
/// events and its main thread.
QStringList threadsBetween(int xServerSocket, qint64 processId)
{
    QStringList threads{u"/proc/thread-self/"_s, u"/proc/%1/task/%1/"_s.arg(processId)};
    ucred server{};
    socklen_t size = sizeof server;
    if (::getsockopt(xServerSocket, SOL_SOCKET, SO_PEERCRED, &server, &size) == 0)
        threads.append(u"/proc/%1/task/%1/"_s.arg(server.pid));
    const QString tasks = u"/proc/%1/task/"_s.arg(processId);
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (readFile(tasks + task + u"/comm"_s).startsWith("QXcbEventQueue"))
            threads.append(tasks + task + u'/');
    }
    return threads;
}

/// How long they were ready and had no processor since they began, microseconds.
qint64 waitedForProcessor(const QStringList &threads)
{
    qint64 waited = 0;
    for (const QString &thread : threads)
        waited += readFile(thread + u"schedstat"_s).split(' ').value(1).toLongLong() / 1000;
    return waited;
}

} // namespace

ProcessUse useOf(qint64 processId)
{
    const QString folder = u"/proc/%1/"_s.arg(processId);
    ProcessUse use;
    const qint64 page = ::sysconf(_SC_PAGESIZE);
    use.memoryKb = readFile(folder + u"statm"_s).split(' ').value(1).toLongLong() * page / 1024;
    // After the name in brackets, which may hold blanks: fields 14 and 15 of proc(5).
    const QByteArray stat = readFile(folder + u"stat"_s);
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const qint64 ticks = fields.value(11).toLongLong() + fields.value(12).toLongLong();
    use.processorMs = ticks * 1000 / ::sysconf(_SC_CLK_TCK);
    return use;
}

WindowPulse::WindowPulse(quint32 window, qint64 processId)
    : m_window(window), m_process(processId), m_thread([this] { run(); })
{
}

WindowPulse::~WindowPulse()
{
    m_ending = true;
    m_thread.join();
}

double WindowPulse::takeLongestWait()
{
    return double(m_longestUs.exchange(0)) / 1000;
}

void WindowPulse::run()
{
    xcb_connection_t *const connection = xcb_connect(nullptr, nullptr);
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    const uint32_t wanted = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    xcb_change_window_attributes(connection, root, XCB_CW_EVENT_MASK, &wanted);
    xcb_client_message_event_t ping{};
    ping.response_type = XCB_CLIENT_MESSAGE;
    ping.format = 32;
    ping.window = m_window;
    ping.type = atomOf(connection, "WM_PROTOCOLS");
    ping.data.data32[0] = atomOf(connection, "_NET_WM_PING");
    ping.data.data32[2] = m_window;

    const QStringList threads = threadsBetween(xcb_get_file_descriptor(connection), m_process);
    QElapsedTimer clock;
    while (!m_ending) {
        ++ping.data.data32[1];
        const qint64 waited = waitedForProcessor(threads);
        clock.start();
        xcb_send_event(connection, 0, m_window, XCB_EVENT_MASK_NO_EVENT,
                       reinterpret_cast<const char *>(&ping));
        xcb_flush(connection);
        bool answered = false;
        while (!answered && !m_ending && clock.elapsed() < hopelessMs) {
            const std::unique_ptr<xcb_generic_event_t, Freed> event(xcb_poll_for_event(connection));
            if (!event) {
                pollfd ready{xcb_get_file_descriptor(connection), POLLIN, 0};
                ::poll(&ready, 1, 10);
                continue;
            }
            const auto *const message = reinterpret_cast<const xcb_client_message_event_t *>(event.get());
            answered = (event->response_type & 0x7f) == XCB_CLIENT_MESSAGE && message->window == root &&
                       message->data.data32[1] == ping.data.data32[1];
        }
        m_answers += answered ? 1 : 0;
        const qint64 own = clock.nsecsElapsed() / 1000 - (waitedForProcessor(threads) - waited);
        if (!m_ending && own > m_longestUs)
            m_longestUs = own;
        std::this_thread::sleep_for(pause);
    }
    xcb_disconnect(connection);
}

} // namespace checkpoint::test
