#include "app/commands/passphrase.h"

#include <QByteArray>
#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 longestLine = 4096;

Result<QString> textOf(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line);
    if (text.isEmpty())
        return Error{ErrorCode::WrongUse, u"the passphrase is empty"_s};
    return text;
}

#ifdef Q_OS_UNIX

/// The terminal, silent as long as this lives. Ctrl+C arrives as a character, so that the terminal is never
/// left silent.
class SilentTerminal
{
public:
    SilentTerminal() : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (!isOpen())
            return;
        ::tcgetattr(m_descriptor, &m_before);
        termios silent = m_before;
        silent.c_lflag &= tcflag_t(~(ECHO | ICANON | ISIG));
        ::tcsetattr(m_descriptor, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (!isOpen())
            return;
        ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

    bool isOpen() const { return m_descriptor >= 0; }

    Result<QString> ask(const QByteArray &prompt)
    {
        constexpr char interrupt = 3;
        constexpr char backspace = 8;
        constexpr char erase = 127;
        write(prompt);
        QByteArray line;
        char c = 0;
        while (::read(m_descriptor, &c, 1) == 1 && c != '\n' && c != '\r' && line.size() < longestLine) {
            if (c == interrupt) {
                write("\n");
                return Error{ErrorCode::Cancelled, u"no passphrase was typed"_s};
            }
            if (c == backspace || c == erase)
                line = QString::fromUtf8(line).chopped(line.isEmpty() ? 0 : 1).toUtf8();
            else
                line.append(c);
        }
        write("\n");
        return textOf(line);
    }

private:
    void write(const QByteArray &text)
    {
        [[maybe_unused]] const auto written = ::write(m_descriptor, text.constData(), size_t(text.size()));
    }

    const int m_descriptor;
    termios m_before{};
};

#endif

} // namespace

std::optional<int> descriptorOf(const QString &text)
{
    bool isNumber = false;
    const int descriptor = text.toInt(&isNumber);
    return isNumber && descriptor >= 0 ? std::optional(descriptor) : std::nullopt;
}

Result<QString> passphraseFrom(int descriptor)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::WrongUse, u"no passphrase can be read from descriptor %1"_s.arg(descriptor)};
    QByteArray line;
    char c = 0;
    while (line.size() < longestLine && file.read(&c, 1) == 1 && c != '\n')
        line.append(c);
    if (line.endsWith('\r'))
        line.chop(1);
    return textOf(line);
}

Result<QString> passphraseFromTerminal(bool twice, const QByteArray &prompt)
{
#ifdef Q_OS_UNIX
    SilentTerminal terminal;
    if (terminal.isOpen()) {
        Result<QString> first = terminal.ask(prompt);
        if (!first || !twice)
            return first;
        const Result<QString> second = terminal.ask("Once more: ");
        if (!second)
            return second;
        if (*first != *second)
            return Error{ErrorCode::WrongUse, u"the two passphrases differ"_s};
        return first;
    }
#else
    Q_UNUSED(twice)
    Q_UNUSED(prompt)
#endif
    return Error{ErrorCode::WrongUse,
                 u"there is no terminal to ask at; give the passphrase by --passphrase-fd N"_s};
}

} // namespace checkpoint
