#include "ui/settingsview/askingsettings.h"

#include "ui/common/choicerow.h"
#include "ui/common/purposetext.h"
#include "ui/settingsview/settingrow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

AskingSettings::AskingSettings(QWidget *parent)
    : RulesChapter(u"askingSettings"_s, "ask"_L1, parent)
    , m_asked{{{&VenueRules::purpose}, {&VenueRules::host}, {&VenueRules::phone}, {&VenueRules::birthYear}}}
{
    makeAsked();
    makePurposes();
    addRule();
    makeAdmission();
}

void AskingSettings::makeAsked()
{
    m_requiredMeans = addAside(u"requiredMeans"_s);
    constexpr QLatin1StringView names[] = {"purpose"_L1, "host"_L1, "phone"_L1, "birthYear"_L1};
    for (size_t i = 0; i < m_asked.size(); ++i) {
        Asked &asked = m_asked[i];
        asked.choice = new ChoiceRow(3, this);
        asked.choice->setObjectName(u"rule:"_s + names[i]);
        asked.row = addRow(asked.choice);
        connect(asked.choice, &ChoiceRow::chosen, this, [this, rule = asked.rule](int index) {
            changeRules([rule, index](VenueRules &rules) { rules.*rule = FieldRule(index); });
        });
    }
}

void AskingSettings::makePurposes()
{
    m_purposes = new QLineEdit(this);
    m_purposes->setObjectName(u"rule:purposes"_s);
    m_purposesRow = addRow(m_purposes);
    connect(m_purposes, &QLineEdit::editingFinished, this, [this] {
        const QStringList purposes = purposesFromText(m_purposes->text());
        if (purposes != offeredPurposes(rules()))
            changeRules([&purposes](VenueRules &rules) { rules.purposes = purposes; });
        sayPurposes();
    });
}

void AskingSettings::makeAdmission()
{
    m_declaration = new ChoiceRow(3, this);
    m_declaration->setObjectName(u"rule:declaration"_s);
    m_declarationRow = addRow(m_declaration);
    connect(m_declaration, &ChoiceRow::chosen, this, [this](int index) {
        changeRules([index](VenueRules &rules) { rules.declaration = DeclarationRule(index); });
    });
    m_certificate = new ChoiceRow(3, this);
    m_certificate->setObjectName(u"rule:certificate"_s);
    m_certificateRow = addRow(m_certificate);
    connect(m_certificate, &ChoiceRow::chosen, this, [this](int index) {
        changeRules([index](VenueRules &rules) { rules.certificate = CertificateRule(index); });
    });
}

QString AskingSettings::title() const
{
    return tr("Questions to visitors");
}

void AskingSettings::sayPurposes()
{
    m_purposes->setText(offeredPurposes(rules()).join(u", "_s));
    m_purposes->setCursorPosition(0);
}

void AskingSettings::fill()
{
    for (const Asked &asked : m_asked)
        asked.choice->setIndex(int(rules().*asked.rule));
    if (!m_purposes->hasFocus())
        sayPurposes();
    m_declaration->setIndex(int(rules().declaration));
    m_certificate->setIndex(int(rules().certificate));
}

void AskingSettings::retranslate()
{
    const QString asked[] = {tr("Purpose of the visit"), tr("Whom they visit"), tr("Phone"),
                             tr("Year of birth")};
    const QString onlyWithout = tr("Asked only where the code has none.");
    const QString notes[] = {{}, {}, onlyWithout, onlyWithout};
    m_requiredMeans->setText(tr("“Required”: if the desk skips the question with Esc, the entry is still "
                                "recorded and marked incomplete."));
    for (size_t i = 0; i < m_asked.size(); ++i) {
        m_asked[i].row->setWords(asked[i], notes[i], tr("ask field required"));
        m_asked[i].choice->button(int(FieldRule::Required))->setToolTip(m_requiredMeans->text());
        m_asked[i].choice->setLabels({tr("Not asked"), tr("May stay empty"), tr("Required")});
    }
    m_purposesRow->setWords(tr("Ready-made purposes"),
                            tr("Offered where a purpose is typed; commas between them."),
                            tr("reason of the visit list offer"));
    m_purposes->setPlaceholderText(tr("None are offered"));
    if (!m_purposes->hasFocus())
        sayPurposes();
    m_declarationRow->setWords(tr("Health declaration"), tr("Where the code says whether there is one."),
                               tr("epidemic admission"));
    m_declaration->setLabels({tr("Not checked"), tr("Tell the desk"), tr("Ask the desk")});
    m_certificateRow->setWords(tr("Health certificate"),
                               tr("When somebody comes in without a verified, valid one."),
                               tr("epidemic vaccination admission"));
    m_certificate->setLabels({tr("Not checked"), tr("Tell the desk"), tr("Ask the desk")});
}

} // namespace checkpoint
