#include "core/base/worker.h"
#include "core/posters/posterjob.h"
#include "tests/unit/posters/venues.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<PosterContent> contents(int count)
{
    QList<PosterContent> all;
    for (int i = 1; i <= count; ++i) {
        PosterContent content = venueFixtures().first().content;
        content.locationName = u"Cổng %1"_s.arg(i);
        content.serial = QString::number(i);
        all.append(content);
    }
    return all;
}

int pagesOf(const QString &file)
{
    QProcess process;
    process.start(u"pdfinfo"_s, {file});
    process.waitForFinished();
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (line.startsWith("Pages:"))
            return line.mid(6).trimmed().toInt();
    }
    return -1;
}

} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_result.reset();
        m_progress.clear();
    }

    void allPostersGoIntoOneFile()
    {
        run({contents(5), {PosterLayout::A4Two, {}, {}}, path(u"all.pdf"_s)});
        QVERIFY2(m_result->ok(), m_result->ok() ? "" : qPrintable(m_result->error().detail));
        QCOMPARE(m_result->value().files, QStringList{path(u"all.pdf"_s)});
        QCOMPARE(pagesOf(path(u"all.pdf"_s)), 3);
        QCOMPARE(m_progress, (QList<int>{0, 1, 2, 3}));
        // A half of A4 is smaller than what is advised, and that is said.
        QVERIFY(!m_result->value().notes.empty());
        QCOMPARE(m_result->value().notes.front().kind, ProofKind::SymbolUnadvised);
    }

    void eachPosterGetsItsOwnFile()
    {
        PosterTask task{contents(3), {PosterLayout::A4Two, {}, {}}, path(u"gate.pdf"_s)};
        task.oneFileEach = true;
        run(task);
        QVERIFY(m_result->ok());
        QCOMPARE(files(), (QStringList{u"gate-1.pdf"_s, u"gate-2.pdf"_s, u"gate-3.pdf"_s}));
        QCOMPARE(pagesOf(path(u"gate-2.pdf"_s)), 1);
    }

    void picturesAreNumberedAndOneAloneIsNot()
    {
        run({contents(11), {PosterLayout::A5, {}, {}}, path(u"p.svg"_s), false, 72, false});
        QVERIFY(m_result->ok());
        QCOMPARE(files().size(), 11);
        QVERIFY(files().contains(u"p-01.svg"_s) && files().contains(u"p-11.svg"_s));
        run({contents(1), {}, path(u"alone.png"_s), false, 72, false});
        QVERIFY(files().contains(u"alone.png"_s));
    }

    void aJobThatIsStoppedLeavesNoFile()
    {
        Worker worker(u"chores"_s);
        PosterJob job(&worker);
        connect(&job, &PosterJob::progressed, &job, [&job](int done, int) {
            if (done == 2)
                job.cancel();
        });
        QSignalSpy finished(&job, &PosterJob::finished);
        job.start({contents(40), {PosterLayout::Sticker, {}, {}}, path(u"all.pdf"_s)});
        QVERIFY(finished.wait(20000));
        const auto result = finished.first().first().value<Result<PosterBatch>>();
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(files(), QStringList());
    }

    void aJobThatIsForgottenLeavesNoFile()
    {
        Worker worker(u"chores"_s);
        {
            PosterJob job(&worker);
            QSignalSpy progressed(&job, &PosterJob::progressed);
            job.start({contents(40), {PosterLayout::Sticker, {}, {}}, path(u"all.pdf"_s)});
            QVERIFY(progressed.wait(20000));
        }
        QTest::qWait(100);
        worker.run([] {}).waitForFinished();
        QCOMPARE(files(), QStringList());
    }

    void oneBadPosterStopsAllBeforeTheFileIsThere()
    {
        QList<PosterContent> some = contents(3);
        some[2].locationName = QString(10000, u'a');
        run({some, {PosterLayout::A5, {}, {}}, path(u"all.pdf"_s)});
        QVERIFY(!m_result->ok());
        QCOMPARE(m_result->error().code, ErrorCode::WrongUse);
        QVERIFY2(m_result->error().detail.contains(u"poster 3"_s), qPrintable(m_result->error().detail));
        QCOMPARE(files(), QStringList());
    }

    void aCodeThatNoTelephoneReadsIsNotPrinted()
    {
        QList<PosterContent> one = contents(1);
        one.first().codeText = QByteArray(1200, 'x');
        run({one, {PosterLayout::Sticker, {}, {}}, path(u"all.pdf"_s)});
        QVERIFY(!m_result->ok());
        QCOMPARE(m_result->error().code, ErrorCode::CodeUnreadable);
        QCOMPARE(files(), QStringList());
    }

    void wrongUseIsSaid()
    {
        run({contents(1), {}, path(u"poster.docx"_s)});
        QCOMPARE(m_result->error().code, ErrorCode::WrongUse);
        run({{}, {}, path(u"poster.pdf"_s)});
        QCOMPARE(m_result->error().code, ErrorCode::WrongUse);
        run({contents(1), {}, path(u"missing/poster.pdf"_s)});
        QCOMPARE(m_result->error().code, ErrorCode::WriteFailed);
        QCOMPARE(files(), QStringList());
    }

    /// The limit of a file's size stands for the disk's end: the same write fails in the same place.
    void aDiskThatIsFullLeavesNoHalfFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("pdf") << u"all.pdf"_s;
        QTest::newRow("png") << u"all.png"_s;
        QTest::newRow("svg") << u"all.svg"_s;
    }

    void aDiskThatIsFullLeavesNoHalfFile()
    {
        QFETCH(QString, name);
        QFile before(path(name));
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();

        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        rlimit small = limit;
        small.rlim_cur = 8192;
        setrlimit(RLIMIT_FSIZE, &small);
        run({contents(1), {}, path(name), false, 150, false});
        setrlimit(RLIMIT_FSIZE, &limit);

        QVERIFY(!m_result->ok());
        QVERIFY(m_result->error().code == ErrorCode::WriteFailed ||
                m_result->error().code == ErrorCode::DiskFull);
        QCOMPARE(files(), QStringList{name});
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("before"));
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList files() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
    }

    void run(const PosterTask &task)
    {
        m_result.reset();
        m_progress.clear();
        Worker worker(u"chores"_s);
        PosterJob job(&worker);
        connect(&job, &PosterJob::progressed, this, [this](int done, int) { m_progress.append(done); });
        connect(&job, &PosterJob::finished, this,
                [this](const Result<PosterBatch> &result) { m_result = result; });
        job.start(task);
        QVERIFY(!m_result);
        QTRY_VERIFY_WITH_TIMEOUT(m_result.has_value(), 30000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Result<PosterBatch>> m_result;
    QList<int> m_progress;
};

QTEST_MAIN(TestJob)

#include "tst_job.moc"
