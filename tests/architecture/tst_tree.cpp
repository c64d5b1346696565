#include "tests/architecture/rules.h"

#include <QTest>

using namespace checkpoint::architecture;

/// The tree of this program against every rule of its shape.
class TestTree : public QObject
{
    Q_OBJECT

private slots:
    void treeKeepsTheRule_data();
    void treeKeepsTheRule();

private:
    const SourceTree m_tree{QStringLiteral(CHECKPOINT_SOURCE_DIR)};
};

void TestTree::treeKeepsTheRule_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const Rule &rule : allRules())
        QTest::newRow(rule.name.constData()) << number++;
}

void TestTree::treeKeepsTheRule()
{
    QFETCH(int, number);
    const Findings findings = allRules()[size_t(number)].check(m_tree);
    QVERIFY2(findings.isEmpty(), findings.join(u'\n').toUtf8().constData());
}

QTEST_GUILESS_MAIN(TestTree)
#include "tst_tree.moc"
