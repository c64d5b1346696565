#include "app/commands/operatorcommand.h"

#include "app/commands/output.h"
#include "app/commands/passphrase.h"

#include <QCommandLineParser>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

void OperatorCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    const bool isAdding = verb == "add"_L1;
    if (!isAdding && verb != "list"_L1 && verb != "remove"_L1 && verb != "set-pin"_L1)
        return endWrong(u"“operator” is followed by add, list, remove or set-pin"_s);
    QCommandLineParser parser;
    if (verb == "list"_L1)
        parser.addOption({u"json"_s, {}});
    if (isAdding)
        parser.addOption({u"role"_s, {}, u"role"_s});
    if (isAdding || verb == "set-pin"_L1)
        parser.addOption({u"new-pin-fd"_s, {}, u"number"_s});
    if (!parse(parser, u"operator "_s + verb, arguments.mid(1), verb == "list"_L1 ? 0 : 1))
        return;
    const auto role = roleFromId(isAdding ? parser.value(u"role"_s) : QString());
    if (isAdding && !role)
        return endWrong(u"--role is operator, supervisor or administrator"_s);
    const QString name = parser.positionalArguments().value(0);
    const QString descriptor = isAdding || verb == "set-pin"_L1 ? parser.value(u"new-pin-fd"_s) : QString();
    const bool exists = QFileInfo::exists(EntryStore::databasePath(folder()->path()));
    open(exists || !isAdding ? StoreMode::ReadOnly : StoreMode::ReadWrite, [this, verb, name, role,
                                                                            descriptor,
                                                                            json = verb == "list"_L1 &&
                                                                                   parser.isSet(u"json"_s)] {
        if (verb == "list"_L1)
            return list(json);
        if (verb == "remove"_L1) {
            folder()->access()->remove(name).then(
                this, [this, name](const Result<void> &removed) { endWith(removed, u"removed: "_s + name); });
            return;
        }
        withNewPin(descriptor, [this, name, role](const QString &pin) {
            if (!role) {
                folder()->access()->setPin(name, pin).then(
                    this, [this, name](const Result<void> &set) { endWith(set, u"set: "_s + name); });
                return;
            }
            folder()->access()->add(name, *role, pin).then(this, [this](const Result<DeskOperator> &added) {
                endWith(added ? Result<void>() : added.error(),
                        added ? u"added: %1  %2"_s.arg(added->name, roleId(added->role)) : QString());
            });
        });
    });
}

void OperatorCommand::withNewPin(const QString &descriptor,
                                 const std::function<void(const QString &pin)> &work)
{
    const auto number = descriptorOf(descriptor);
    if (!descriptor.isEmpty() && !number)
        return endWrong(u"--new-pin-fd needs the number of an open file descriptor"_s);
    const Result<QString> pin = number ? passphraseFrom(*number) : passphraseFromTerminal(true, "New PIN: ");
    if (pin)
        work(*pin);
    else
        fail(pin.error());
}

void OperatorCommand::list(bool json)
{
    QByteArrayList lines;
    for (const DeskOperator &each : folder()->access()->operators()) {
        lines.append(json ? jsonLine({{u"name"_s, each.name}, {u"role"_s, roleId(each.role)}})
                          : u"%1  %2"_s.arg(each.name, roleId(each.role)).toUtf8());
    }
    if (!lines.isEmpty())
        return end(lines.join('\n'));
    complain(u"there are no operators: everybody may do everything"_s);
    emit finished(ExitDone);
}

void OperatorCommand::endWith(const Result<void> &done, const QString &line)
{
    if (done)
        end(line.toUtf8());
    else
        fail(done.error());
}

} // namespace checkpoint
