#include "core/store/traffic.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

#include <algorithm>

using namespace storetest;

/// What the pictures of a day count.
class TrafficTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(quickFolder());
        m_store = std::make_unique<OpenStore>(m_folder->path());
        VERIFY_OK(m_store->unlocked);
    }
    void cleanup() { m_store.reset(); }

    void emptyRecordIsEmpty();
    void passagesAreCountedInTheirHourAndByWhere();
    void whatWasTakenBackDoesNotCount();
    void usualIsTheMeanOfTheSameWeekdayBefore();
    void whoIsInsideIsCountedWithTheirPartyFromTheDayBefore();

private:
    Traffic traffic(const QDate &day, const QTime &now = QTime(23, 59))
    {
        const auto counted =
            await(TrafficSource(&m_store->store).day(day, QDateTime(day, now).toMSecsSinceEpoch()));
        return counted ? *counted : Traffic();
    }
    static Moment moment(const QDate &day, const QTime &time)
    {
        const QDateTime at(day, time);
        return {at.toMSecsSinceEpoch(), at.offsetFromUtc() / 60};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStore> m_store;
};

namespace {

const QDate friday(2024, 3, 15);

} // namespace

void TrafficTest::emptyRecordIsEmpty()
{
    const Traffic none = traffic(friday);
    QVERIFY(none.isEmpty());
    QCOMPARE(none.days.size(), Traffic::shownDays);
    QCOMPARE(none.days.last().day, friday);
}

void TrafficTest::passagesAreCountedInTheirHourAndByWhere()
{
    EntryDraft first = draft(cardP01(), EntryKind::In, moment(friday, QTime(8, 5)));
    first.entry.location = u"Cổng A"_s;
    VERIFY_OK(await((*m_store)->record(first)));
    EntryDraft second = draft(cardP02(), EntryKind::In, moment(friday, QTime(8, 59)));
    second.entry.location = u"Cổng B"_s;
    VERIFY_OK(await((*m_store)->record(second)));
    EntryDraft gone = draft(cardP01(), EntryKind::Out, moment(friday, QTime(9, 0)));
    gone.entry.location = u"Cổng B"_s;
    VERIFY_OK(await((*m_store)->record(gone)));

    const Traffic day = traffic(friday);
    QCOMPARE(day.in[8], 2);
    QCOMPARE(day.out[9], 1);
    QCOMPARE(day.out[8] + day.in[9], 0);
    QCOMPARE(day.days.last(), (DayTraffic{friday, 2, 1}));
    QCOMPARE(day.locations, (QList<NamedTraffic>{{u"Cổng B"_s, 1, 1}, {u"Cổng A"_s, 1, 0}}));
    QCOMPARE(day.sources.size(), 1);
    QCOMPARE(day.sources[0].in, 2);
    QCOMPARE(day.mostInside, 2);
    QCOMPARE(day.presence.last().people, 1);
    QCOMPARE(traffic(friday.addDays(1)).in[8], 0);
}

void TrafficTest::whatWasTakenBackDoesNotCount()
{
    const auto recorded =
        await((*m_store)->record(draft(cardP01(), EntryKind::In, moment(friday, QTime(8, 5)))));
    VERIFY_OK(recorded);
    VERIFY_OK(await((*m_store)->voidEntry(recorded->entry.id, u"nhầm"_s, moment(friday, QTime(8, 6)))));
    QVERIFY(traffic(friday).isEmpty());
}

void TrafficTest::usualIsTheMeanOfTheSameWeekdayBefore()
{
    // Two Fridays with one and three passages at ten; a Thursday does not count.
    const std::pair<int, int> before[] = {{7, 1}, {14, 3}, {1, 5}};
    for (const auto &[days, passages] : before) {
        for (int i = 0; i < passages; ++i)
            VERIFY_OK(await((*m_store)->record(draft(cardP01(), i % 2 ? EntryKind::Out : EntryKind::In,
                                                     moment(friday.addDays(-days), QTime(10, i * 10))))));
    }
    const Traffic day = traffic(friday);
    QCOMPARE(day.usualDays, 2);
    QCOMPARE(day.usual[10], 2.0);
    QCOMPARE(day.usual[11], 0.0);
    QCOMPARE(day.days[Traffic::shownDays - 2].in + day.days[Traffic::shownDays - 2].out, 5);
}

void TrafficTest::whoIsInsideIsCountedWithTheirPartyFromTheDayBefore()
{
    EntryDraft family = draft(cardP01(), EntryKind::In, moment(friday.addDays(-1), QTime(22, 0)));
    family.entry.party = {1, 2};
    VERIFY_OK(await((*m_store)->record(family)));
    VERIFY_OK(await((*m_store)->record(draft(cardP01(), EntryKind::Out, moment(friday, QTime(6, 10))))));
    VERIFY_OK(await((*m_store)->record(draft(cardP02(), EntryKind::In, moment(friday, QTime(12, 1))))));

    const Traffic day = traffic(friday, QTime(12, 5));
    QCOMPARE(day.presence.first().people, 4);
    QCOMPARE(day.presence[24].people, 4);
    QCOMPARE(day.presence[25].people, 0);
    QCOMPARE(day.presence.last().people, 1);
    QCOMPARE(day.mostInside, 4);
}

QTEST_GUILESS_MAIN(TrafficTest)
#include "tst_traffic.moc"
