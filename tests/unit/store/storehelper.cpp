// A second program for the tests of the store, to be killed.
//   storehelper hold FOLDER            opens for writing, says "open" and waits
//   storehelper record FOLDER FIRST    records passages, the first at minute FIRST, and says each id after
//   its commit
//   storehelper cut FOLDER FIRST ACCESS SEED    the same, until the power fails at that access to a file

#include "tests/support/powercutvfs.h"
#include "tests/unit/store/storefixture.h"

#include <QCoreApplication>

#include <cstdio>

using namespace storetest;

namespace {

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    if (arguments[1] == u"cut"_s &&
        !powercutvfs::install(arguments.value(4).toInt(), arguments.value(5).toUInt()))
        return 2;
    OpenStore store(arguments[2]);
    if (!store.unlocked) {
        say(codeOf(store.unlocked));
        return 4;
    }
    say(u"open"_s);
    if (arguments[1] == u"hold"_s)
        QThread::sleep(600);

    const QList<VisitorData> persons{cardP01(), qrP26(), cardP02(), qrP28(), qrP27(), cardP05()};
    for (int i = arguments.value(3).toInt();; ++i) {
        EntryDraft passage =
            draft(persons[i % persons.size()], i % 3 ? EntryKind::Out : EntryKind::In, at(i));
        passage.entry.party = {i % 4, i % 2};
        passage.partyLeavesWhole = i % 5 != 0;
        passage.details.purpose = u"khám bệnh"_s;
        const auto recorded = await(store->record(passage));
        if (!recorded)
            return 4;
        say(idText(recorded->entry.id));
        if (i % 4 == 0) {
            EntryCompletion completion;
            completion.party = Party{i % 3, 1};
            completion.details = EntryDetails{u"thăm bệnh"_s, {}};
            if (!await(store->completeEntry(recorded->entry.id, completion)))
                return 4;
        }
        if (i % 7 == 0) {
            const auto taken = await(store->voidEntry(recorded->entry.id, u"nhầm"_s, at(i)));
            if (!taken)
                return 4;
            say(idText(taken->id));
        }
    }
}
