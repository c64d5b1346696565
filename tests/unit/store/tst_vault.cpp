#include "core/store/vault.h"
#include "core/store/visitorcbor.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

using namespace storetest;

class VaultTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSealedOpensAgain();
    void sameDataSealedTwiceLookDifferent();
    void anotherKeyDoesNotOpen();
    void aBlobDoesNotOpenInAnothersPlace();
    void everyDamagedByteIsNoticed();
    void keyIdTellsKeysApartAndIsNotTheKey();
    void digestsDifferBySpaceValueAndKey();
    void aKeyOfAnotherLengthIsRefused();
    void visitorDataSurviveCbor();
    void whatIsNoCborMapIsNoVisitor();

private:
    static std::shared_ptr<const Vault> vault(char fill = 'k')
    {
        return Vault::fromMasterKey(masterKey(fill)).value();
    }
    const QUuid m_id = newRandomId();
};

void VaultTest::whatWasSealedOpensAgain()
{
    for (const QByteArray &plain : {QByteArray(), QByteArray("x"), QByteArray(5000, 'y')}) {
        const QByteArray sealed = vault()->seal(Vault::RowKind::Visitor, m_id, plain);
        QVERIFY(plain.size() < 2 || !sealed.contains(plain));
        const auto opened = vault()->open(Vault::RowKind::Visitor, m_id, sealed);
        VERIFY_OK(opened);
        QCOMPARE(*opened, plain);
    }
}

void VaultTest::sameDataSealedTwiceLookDifferent()
{
    QVERIFY(vault()->seal(Vault::RowKind::Visitor, m_id, "same") !=
            vault()->seal(Vault::RowKind::Visitor, m_id, "same"));
}

void VaultTest::anotherKeyDoesNotOpen()
{
    const QByteArray sealed = vault()->seal(Vault::RowKind::Visitor, m_id, "secret");
    COMPARE_CODE(vault('x')->open(Vault::RowKind::Visitor, m_id, sealed), "seal-broken");
}

void VaultTest::aBlobDoesNotOpenInAnothersPlace()
{
    const QByteArray sealed = vault()->seal(Vault::RowKind::Visitor, m_id, "secret");
    COMPARE_CODE(vault()->open(Vault::RowKind::Visitor, newRandomId(), sealed), "seal-broken");
    COMPARE_CODE(vault()->open(Vault::RowKind::Reason, m_id, sealed), "seal-broken");
}

void VaultTest::everyDamagedByteIsNoticed()
{
    const QByteArray sealed = vault()->seal(Vault::RowKind::Visitor, m_id, "secret");
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray damaged = sealed;
        damaged[i] = char(damaged[i] ^ 1);
        COMPARE_CODE(vault()->open(Vault::RowKind::Visitor, m_id, damaged), "seal-broken");
        COMPARE_CODE(vault()->open(Vault::RowKind::Visitor, m_id, sealed.first(i)), "seal-broken");
    }
}

void VaultTest::keyIdTellsKeysApartAndIsNotTheKey()
{
    QCOMPARE(vault()->keyId(), vault()->keyId());
    QVERIFY(vault('a')->keyId() != vault('b')->keyId());
    QVERIFY(!masterKey('a').contains(vault('a')->keyId()));
}

void VaultTest::digestsDifferBySpaceValueAndKey()
{
    const QByteArray digest = vault()->digest("qid", "162999999999999991");
    QCOMPARE(digest.size(), qsizetype(Vault::digestSize));
    QCOMPARE(vault()->digest("qid", "162999999999999991"), digest);
    QVERIFY(vault()->digest("qid", "162999999999999992") != digest);
    QVERIFY(vault()->digest("phone", "162999999999999991") != digest);
    QVERIFY(vault('x')->digest("qid", "162999999999999991") != digest);
    // Where the space ends is part of what is digested.
    QVERIFY(vault()->digest("qid1", "6") != vault()->digest("qid", "16"));
}

void VaultTest::aKeyOfAnotherLengthIsRefused()
{
    COMPARE_CODE(Vault::fromMasterKey(QByteArray(31, 'k')), "wrong-use");
    COMPARE_CODE(Vault::fromMasterKey({}), "wrong-use");
}

void VaultTest::visitorDataSurviveCbor()
{
    VisitorData full = cardP01();
    full.issued = PartialDate::fromYear(2021);
    full.phone = u"+84900000001"_s;
    full.qid = u"162999999999999991"_s;
    full.healthInsurance = u"HS4019999999991"_s;
    full.nationality = u"VNM"_s;
    for (const VisitorData &data : {full, VisitorData(), qrP28(), cardP02()}) {
        const auto read = visitorFromCbor(toCbor(data));
        QVERIFY(read.has_value());
        QVERIFY(*read == data);
    }
}

void VaultTest::whatIsNoCborMapIsNoVisitor()
{
    QVERIFY(!visitorFromCbor({}).has_value());
    QVERIFY(!visitorFromCbor("\x01").has_value());
    QVERIFY(!visitorFromCbor(toCbor(cardP01()).chopped(3)).has_value());
}

QTEST_GUILESS_MAIN(VaultTest)
#include "tst_vault.moc"
