#include "core/scan/devices/keyboardscandevice.h"

#include "core/base/logging.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QWindow>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::Literals::StringLiterals;

QT_BEGIN_NAMESPACE
/// Looks for a shortcut as a pressed key would. Qt's own test library is inlined into programs with calls of
/// it, so it stays as it is.
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject *o, ulong timestamp, int k, Qt::KeyboardModifiers mods,
                                               const QString &text, bool autorep, ushort count);
QT_END_NAMESPACE

namespace checkpoint {

namespace {

constexpr QLatin1StringView deviceId = "keyboard"_L1;
/// A busy input method may take this long over a key,
constexpr qint64 longestMethodLagMs = 150;
/// and this long where the keys themselves are certain to be a scanner's.
constexpr qint64 longestMethodLagOfScanMs = 2'000;
/// A key that is held down repeats no sooner after it was pressed.
constexpr qint64 shortestRepeatMs = 150;

bool isCombination(const QKeyEvent *event)
{
    return (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
}

bool isModifier(int key)
{
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_Mode_switch:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
        return true;
    default:
        return false;
    }
}

/// What stays the same from the press of a key to its release.
quint32 physicalKey(const QKeyEvent *event)
{
    return event->nativeScanCode() != 0 ? event->nativeScanCode() : quint32(event->key());
}

/// True when keys make text in what has the focus. Lists take letters as well, to find a row by, but an input
/// method has no business there.
bool takesText(QObject *object)
{
    if (!object || object->inherits("QAbstractItemView") || object->inherits("QAbstractButton"))
        return false;
    QInputMethodQueryEvent query(Qt::ImEnabled | Qt::ImReadOnly);
    object->event(&query);
    return query.value(Qt::ImEnabled).toBool() && !query.value(Qt::ImReadOnly).toBool();
}

} // namespace

KeyboardScanDevice::KeyboardScanDevice(const QString &name, const Clock *clock, QObject *parent)
    : ScanDevice(deviceId, name, RepeatPolicy::InView, parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &KeyboardScanDevice::expire);
}

KeyboardScanDevice::~KeyboardScanDevice()
{
    stop();
}

QString KeyboardScanDevice::idOfKeyboard()
{
    return deviceId;
}

void KeyboardScanDevice::start()
{
    stop();
    QCoreApplication::instance()->installEventFilter(this);
    m_raw = std::make_unique<RawKeyboard>(m_clock);
    QGuiApplication::inputMethod()->update(Qt::ImEnabled);
    setState(DeviceState::Running);
}

void KeyboardScanDevice::stop()
{
    if (!QCoreApplication::instance())
        return;
    QCoreApplication::instance()->removeEventFilter(this);
    m_raw.reset();
    m_timer.stop();
    m_held.clear();
    m_swallowed.clear();
    m_burst = KeyBurst(m_burst.profile());
}

void KeyboardScanDevice::setProfile(const ScannerProfile &profile)
{
    m_burst.setProfile(profile);
}

bool KeyboardScanDevice::eventFilter(QObject *watched, QEvent *event)
{
    if (m_replaying)
        return false;
    // Keys come to the window first and are handed on from there: only the first time counts.
    const bool isKeyOfWindow = event->spontaneous() && watched->isWindowType();
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        return overrideShortcut(static_cast<QKeyEvent *>(event));
    case QEvent::KeyPress:
        return isKeyOfWindow && takePress(watched, static_cast<QKeyEvent *>(event));
    case QEvent::KeyRelease:
        return isKeyOfWindow && takeRelease(watched, static_cast<QKeyEvent *>(event));
    case QEvent::InputMethod:
        return takeComposition(watched, static_cast<QInputMethodEvent *>(event));
    case QEvent::InputMethodQuery:
        return answerQuery(watched, static_cast<QInputMethodQueryEvent *>(event));
    default:
        return false;
    }
}

/// The system also takes it for a repetition when a scanner sends the same character twice very quickly.
bool KeyboardScanDevice::isHeldDown(const QKeyEvent *event)
{
    if (!event->isAutoRepeat()) {
        m_lastKey = physicalKey(event);
        m_lastKeyMs = timeOf(event->timestamp());
        return false;
    }
    return physicalKey(event) != m_lastKey || timeOf(event->timestamp()) - m_lastKeyMs >= shortestRepeatMs;
}

KeyInput::Kind KeyboardScanDevice::kindOf(const QKeyEvent *event)
{
    using Kind = KeyInput::Kind;
    if (isHeldDown(event))
        return Kind::Other;
    // Line feed and carriage return, as some scanners send them.
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    if (isControl && (event->key() == Qt::Key_J || event->key() == Qt::Key_M))
        return m_burst.isHolding() ? Kind::Enter : Kind::Other;
    if (isCombination(event))
        return Kind::Other;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Kind::Enter;
    case Qt::Key_Tab:
        return Kind::Tab;
    case Qt::Key_Backspace:
        return Kind::Erase;
    default:
        break;
    }
    if (event->text() == "\n"_L1 || event->text() == "\r"_L1)
        return Kind::Enter;
    return !event->text().isEmpty() && event->text().front().isPrint() ? Kind::Text : Kind::Other;
}

/// A key that is going to be held back must not work as a shortcut before.
bool KeyboardScanDevice::overrideShortcut(QKeyEvent *event)
{
    if (isModifier(event->key()))
        return false;
    const KeyInput::Kind kind = kindOf(event);
    const bool text = kind == KeyInput::Kind::Text;
    const bool ends = kind == KeyInput::Kind::Enter || kind == KeyInput::Kind::Tab;
    const bool isInScan =
        m_burst.isHolding() || m_overridesAhead > 0 || m_burst.isInTail(timeOf(event->timestamp()));
    if (!text && !(ends && isInScan))
        return false;
    if (text)
        ++m_overridesAhead;
    event->accept();
    return true;
}

bool KeyboardScanDevice::takePress(QObject *window, QKeyEvent *event)
{
    if (isModifier(event->key())) {
        noteMethodLag();
        return false;
    }
    const KeyInput input = inputOf(event);
    if (input.kind == KeyInput::Kind::Text && m_overridesAhead > 0)
        --m_overridesAhead;
    if (input.kind == KeyInput::Kind::Other && event->isAutoRepeat() &&
        m_swallowed.contains(physicalKey(event)))
        return true;
    return carryOut(m_burst.feed(input), window, event);
}

bool KeyboardScanDevice::takeRelease(QObject *window, QKeyEvent *event)
{
    const quint32 key = physicalKey(event);
    const auto isPress = [key](const HeldEvent &held) {
        return held.event->type() == QEvent::KeyPress &&
               physicalKey(static_cast<const QKeyEvent *>(held.event.get())) == key;
    };
    if (std::ranges::any_of(m_held, isPress)) {
        m_held.push_back({std::unique_ptr<QEvent>(event->clone()), window, QGuiApplication::focusObject()});
        return true;
    }
    if (!m_swallowed.contains(key))
        return false;
    if (!event->isAutoRepeat())
        m_swallowed.erase(key);
    return true;
}

bool KeyboardScanDevice::takeComposition(QObject *receiver, QInputMethodEvent *event)
{
    KeyInput input;
    input.kind = KeyInput::Kind::Composition;
    input.atMs = m_clock->steadyMs();
    if (m_raw) {
        input.rhythmMs = m_raw->rhythmMs();
        input.longestPauseMs = m_raw->longestPauseMs();
    }
    input.typing = takesText(receiver);
    input.text = event->commitString();
    input.preedit = event->preeditString();
    input.replaced = event->replacementLength();
    return carryOut(m_burst.feed(input), receiver, event);
}

bool KeyboardScanDevice::answerQuery(QObject *receiver, QInputMethodQueryEvent *event)
{
    if (!(event->queries() & Qt::ImEnabled) || takesText(receiver))
        return false;
    receiver->event(event);
    event->setValue(Qt::ImEnabled, false);
    return true;
}

/// True when the event goes no further.
bool KeyboardScanDevice::carryOut(KeyDecision decision, QObject *receiver, const QEvent *event)
{
    if (decision.held == KeyDecision::Held::GiveBack)
        giveBack();
    else if (decision.held == KeyDecision::Held::Drop)
        dropHeld();

    bool taken = decision.fate != KeyDecision::Fate::Pass;
    if (event && decision.fate == KeyDecision::Fate::Hold) {
        m_held.push_back({std::unique_ptr<QEvent>(event->clone()), receiver, QGuiApplication::focusObject()});
    } else if (event && decision.fate == KeyDecision::Fate::Swallow && event->type() == QEvent::KeyPress) {
        m_swallowed.insert(physicalKey(static_cast<const QKeyEvent *>(event)));
    } else if (event && !taken && decision.held == KeyDecision::Held::GiveBack &&
               event->type() == QEvent::KeyPress) {
        // Its shortcut may have been stopped because it seemed to be part of a scan.
        giveBack({std::unique_ptr<QEvent>(event->clone()), receiver, QGuiApplication::focusObject()});
        taken = true;
    }
    if (event)
        noteMethodLag();
    if (!m_burst.isHolding() && !decision.scan && (event || decision.held != KeyDecision::Held::Keep))
        forgetPressed(event);
    schedule();
    if (decision.scan)
        deliver(std::move(*decision.scan));
    return taken;
}

void KeyboardScanDevice::noteMethodLag()
{
    const qint64 lag = m_raw ? m_raw->takeWayMs() : -1;
    if (lag >= 0)
        m_methodLagMs = std::max(lag, m_methodLagMs - m_methodLagMs / 8 - 1);
}

/// What a person pressed is no part of the next scan. Keys that come after this one may be its first ones.
void KeyboardScanDevice::forgetPressed(const QEvent *event)
{
    if (!m_raw)
        return;
    if (!event)
        m_raw->forget();
    else if (event->type() == QEvent::KeyPress)
        m_raw->forgetUntil(quint32(static_cast<const QKeyEvent *>(event)->timestamp()));
}

void KeyboardScanDevice::deliver(TypedScan scan)
{
    const std::optional<QString> pressed = m_raw ? m_raw->takeScan() : std::nullopt;
    if (scan.composed)
        endComposition();
    // Only where a typing tool was at work: what it left alone is known better than the keys are.
    if (scan.composed && pressed)
        scan.text = *pressed;
    if (scan.tooLong) {
        emit failed(id(), {ErrorCode::SourceUnreadable,
                           u"a scan is longer than %1 characters"_s.arg(KeyBurst::longestScan)});
        return;
    }
    const ScannerProfile learned = profile().afterScan(scan.timing, m_lastTiming);
    m_lastTiming = scan.timing;
    const bool isNew = learned != profile();
    m_burst.setProfile(learned);

    RawScan raw;
    raw.deviceId = id();
    raw.source = id();
    raw.capturedAt = m_clock->now();
    raw.steadyMs = m_clock->steadyMs();
    raw.sightings.append({scan.text.toUtf8(), {}});
    raw.timing = scan.timing;
    // Queued: what has to be done about a scan must not happen inside the delivery of a key.
    QMetaObject::invokeMethod(
        this,
        [this, raw, learned, isNew] {
            if (isNew)
                emit profileLearned(learned);
            emit scanned(raw);
        },
        Qt::QueuedConnection);
}

void KeyboardScanDevice::giveBack()
{
    for (const HeldEvent &held : std::exchange(m_held, {}))
        giveBack(held);
}

void KeyboardScanDevice::giveBack(const HeldEvent &held)
{
    const bool isKey = held.event->type() != QEvent::InputMethod;
    // When the focus has moved on meanwhile, the key still belongs to what had it.
    QObject *const receiver =
        isKey && held.focus != QGuiApplication::focusObject() ? held.focus : held.receiver;
    if (!receiver)
        return;
    const QScopedValueRollback replaying(m_replaying, true);
    if (held.event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<const QKeyEvent *>(held.event.get());
        if (held.focus &&
            qt_sendShortcutOverrideEvent(held.focus, ulong(key->timestamp()), key->key(), key->modifiers(),
                                         key->text(), key->isAutoRepeat(), ushort(key->count())))
            return;
    }
    QCoreApplication::sendEvent(receiver, held.event.get());
}

void KeyboardScanDevice::dropHeld()
{
    for (const HeldEvent &held : m_held) {
        if (held.event->type() == QEvent::KeyPress)
            m_swallowed.insert(physicalKey(static_cast<const QKeyEvent *>(held.event.get())));
        else if (held.event->type() == QEvent::KeyRelease)
            m_swallowed.erase(physicalKey(static_cast<const QKeyEvent *>(held.event.get())));
    }
    m_held.clear();
}

void KeyboardScanDevice::expire()
{
    // The keys may have been pressed in time, while the window was busy: they are looked at first.
    if (!std::exchange(m_secondLook, true)) {
        m_timer.start(1);
        return;
    }
    const qint64 now = m_clock->steadyMs();
    const qint64 lagMs =
        isScannerAtTheKeys() ? longestMethodLagOfScanMs : std::min(2 * m_methodLagMs, longestMethodLagMs);
    if (m_raw && now - m_raw->lastPressMs() < KeyBurst::quickMs + lagMs) {
        m_timer.start(5);
        return;
    }
    carryOut(m_burst.expire(now), nullptr, nullptr);
}

/// What the input method has told so far is too little to know it.
bool KeyboardScanDevice::isScannerAtTheKeys() const
{
    return m_raw && !m_burst.isScanning() && m_raw->waiting() >= KeyBurst::quickKeys &&
           m_raw->longestPauseMs().value_or(KeyBurst::quickMs) < KeyBurst::quickMs;
}

void KeyboardScanDevice::schedule()
{
    m_secondLook = false;
    const std::optional<qint64> deadline = m_burst.deadline();
    if (deadline)
        m_timer.start(int(std::max<qint64>(1, *deadline - m_clock->steadyMs())));
    else
        m_timer.stop();
}

/// Nothing of a scan shall be left in the input method; a word that a person had begun stays in its field.
void KeyboardScanDevice::endComposition()
{
    QObject *const focus = QGuiApplication::focusObject();
    if (!takesText(focus))
        return;
    const QScopedValueRollback replaying(m_replaying, true);
    if (const QString begun = m_burst.takeUnfinishedWord(); !begun.isEmpty()) {
        QInputMethodEvent word;
        word.setCommitString(begun);
        QCoreApplication::sendEvent(focus, &word);
    }
    // The next scan may be in it already.
    if (!m_raw || m_raw->waiting() == 0)
        QGuiApplication::inputMethod()->reset();
}

qint64 KeyboardScanDevice::timeOf(quint64 timestamp)
{
    const KeyTimes::Reading reading = m_times.read(timestamp, m_clock->steadyMs());
    m_lastKeyMs += reading.shiftMs;
    m_burst.shift(reading.shiftMs);
    return reading.atMs;
}

KeyInput KeyboardScanDevice::inputOf(const QKeyEvent *event)
{
    KeyInput input;
    input.kind = kindOf(event);
    input.atMs = timeOf(event->timestamp());
    input.typing = takesText(QGuiApplication::focusObject());
    if (input.kind == KeyInput::Kind::Text)
        input.text = event->text();
    return input;
}

} // namespace checkpoint
