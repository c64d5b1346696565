#include "ui/common/language.h"
#include "ui/mainwindow/helppanel.h"
#include "ui/mainwindow/helptext.h"

#include <QLineEdit>
#include <QTest>
#include <QTextBrowser>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList titles(const HelpText &help, const QString &typed)
{
    QStringList found;
    for (const HelpText::Hit &hit : help.search(typed))
        found << help.chapters()[hit.chapter].title;
    return found;
}

} // namespace

/// The manual: complete in both languages, found by words, beside the view one is in.
class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bothLanguagesHaveTheSameChapters();
    void everyChapterSaysSomething();
    void everyViewHasItsChapters();
    void itIsSearchedWithoutDiacritics_data();
    void itIsSearchedWithoutDiacritics();
    void aChapterOfThatNameComesFirst();
    void whatTheManualDoesNotSayIsNotFound();
    void whatIsFoundSaysSomething();
    void markedWordsAreShownWithoutTheirMarks();
    void theKeysOfTheViewStandOnTop();
    void typingFindsAndEnterOpens();
    void theLanguageChangesAtOnce();

private:
    Language m_language{u"vi"_s};
};

void TestHelp::init()
{
    m_language.apply(u"vi"_s);
}

void TestHelp::bothLanguagesHaveTheSameChapters()
{
    const HelpText vietnamese = HelpText::ofLanguage(u"vi"_s);
    const HelpText english = HelpText::ofLanguage(u"en"_s);
    QVERIFY(english.chapters().size() >= 20);
    QCOMPARE(vietnamese.chapters().size(), english.chapters().size());
    for (qsizetype i = 0; i < english.chapters().size(); ++i) {
        QCOMPARE(vietnamese.chapters()[i].views, english.chapters()[i].views);
        QVERIFY(vietnamese.chapters()[i].title != english.chapters()[i].title);
        QCOMPARE(vietnamese.chapters()[i].paragraphs.size(), english.chapters()[i].paragraphs.size());
    }
}

void TestHelp::everyChapterSaysSomething()
{
    for (const QString &language : {u"vi"_s, u"en"_s}) {
        const HelpText help = HelpText::ofLanguage(language);
        for (const HelpChapter &chapter : help.chapters()) {
            QVERIFY2(!chapter.paragraphs.isEmpty(), qPrintable(chapter.title));
            QVERIFY2(!chapter.title.contains(u'{'), qPrintable(chapter.title));
        }
    }
}

void TestHelp::everyViewHasItsChapters()
{
    const HelpText help = HelpText::ofLanguage(u"vi"_s);
    for (const QString &view : {u"start"_s, u"scan"_s, u"entries"_s, u"inside"_s, u"reports"_s, u"posters"_s,
                                u"sync"_s, u"settings"_s})
        QVERIFY2(std::any_of(help.chapters().begin(), help.chapters().end(),
                             [&view](const HelpChapter &chapter) { return chapter.views.contains(view); }),
                 qPrintable(view));
}

void TestHelp::itIsSearchedWithoutDiacritics_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("chapter");
    QTest::newRow("companions") << u"tre em"_s << u"Người đi cùng và trẻ em"_s;
    QTest::newRow("by hand") << u"NHẬP TAY"_s << u"Nhập tay"_s;
    QTest::newRow("lanes") << u"hai lan"_s << u"Hai làn, hai camera"_s;
    QTest::newRow("scanner") << u"telex"_s << u"Máy quét gặp trục trặc"_s;
    QTest::newRow("closing") << u"cuoi ngay"_s << u"Cuối ngày"_s;
    QTest::newRow("rules") << u"bat buoc"_s << u"Quy định của địa điểm"_s;
    QTest::newRow("attention") << u"danh sach luu y"_s << u"Danh sách lưu ý"_s;
    QTest::newRow("expected") << u"csv"_s << u"Khách hẹn trước"_s;
    QTest::newRow("kiosk") << u"kiosk"_s << u"Toàn màn hình và khóa màn hình (kiosk)"_s;
    QTest::newRow("key") << u"ctrl+z"_s << u"Quét mã"_s;
}

void TestHelp::itIsSearchedWithoutDiacritics()
{
    QFETCH(QString, typed);
    QFETCH(QString, chapter);
    QVERIFY2(titles(HelpText::ofLanguage(u"vi"_s), typed).contains(chapter), qPrintable(chapter));
}

void TestHelp::aChapterOfThatNameComesFirst()
{
    QCOMPARE(titles(HelpText::ofLanguage(u"vi"_s), u"am thanh"_s).first(), u"Âm thanh"_s);
    QCOMPARE(titles(HelpText::ofLanguage(u"en"_s), u"sound"_s).first(), u"Sounds"_s);
    QCOMPARE(titles(HelpText::ofLanguage(u"vi"_s), u"thong bao"_s).first(), u"Thông báo cho khách"_s);
    // Words that stand together come before the same words here and there.
    QCOMPARE(titles(HelpText::ofLanguage(u"vi"_s), u"huy luot"_s).first(), u"Lượt vào ra"_s);
}

void TestHelp::whatTheManualDoesNotSayIsNotFound()
{
    QVERIFY(HelpText::ofLanguage(u"vi"_s).search(u"xyzzy"_s).isEmpty());
    QVERIFY(HelpText::ofLanguage(u"vi"_s).search(u"  "_s).isEmpty());
}

void TestHelp::whatIsFoundSaysSomething()
{
    // The words stand in different paragraphs of most of these chapters.
    const QList<HelpText::Hit> hits = HelpText::ofLanguage(u"vi"_s).search(u"sai ten"_s);
    QVERIFY(hits.size() > 1);
    for (const HelpText::Hit &hit : hits)
        QVERIFY(!hit.paragraph.isEmpty());
}

void TestHelp::markedWordsAreShownWithoutTheirMarks()
{
    QCOMPARE(plainHelp(u"Press **F9** *now*."_s), u"Press F9 now."_s);
    QCOMPARE(htmlHelp(u"a < b: **F9** *now*"_s), u"a &lt; b: <b>F9</b> <i>now</i>"_s);
}

void TestHelp::theKeysOfTheViewStandOnTop()
{
    HelpPanel panel;
    panel.setView(u"entries"_s, u"Lượt vào ra"_s, {{u"Ctrl+F"_s, u"Tìm người"_s}},
                  {{u"F1"_s, u"Hướng dẫn"_s}});
    const QString shown = panel.shownText();
    QVERIFY(shown.contains(u"Tìm người"_s) && shown.contains(u"Ctrl+F"_s) && shown.contains(u"F1"_s));
    QVERIFY(shown.indexOf(u"Ctrl+F"_s) < shown.indexOf(u"F1"_s));
    // Then what the manual says of this view.
    const qsizetype own = shown.indexOf(u"Chỉ dùng bàn phím"_s);
    QVERIFY(own > 0 && own < shown.indexOf(u"Âm thanh"_s));
}

void TestHelp::typingFindsAndEnterOpens()
{
    HelpPanel panel;
    panel.setView(u"scan"_s, u"Quét mã"_s, {}, {});
    panel.show();
    panel.beginSearch();
    auto *search = panel.findChild<QLineEdit *>(u"helpSearch"_s);
    QTest::keyClicks(search, u"uoc tinh"_s);
    QVERIFY(panel.shownText().contains(u"Cuối ngày"_s));
    QVERIFY(!panel.shownText().contains(u"Âm thanh"_s));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(panel.shownText().contains(u"Sáng hôm sau"_s)); // the chapter itself
    search->setText(u"xyzzy"_s);
    QVERIFY(panel.shownText().contains(u"Hướng dẫn không có điều này"_s));
}

void TestHelp::theLanguageChangesAtOnce()
{
    HelpPanel panel;
    panel.setView(u"scan"_s, u"Quét mã"_s, {}, {});
    QVERIFY(panel.shownText().contains(u"Nhập tay"_s));
    m_language.apply(u"en"_s);
    QTest::qWait(1);
    QVERIFY(panel.shownText().contains(u"By hand"_s));
    QVERIFY(!panel.shownText().contains(u"Nhập tay"_s));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
