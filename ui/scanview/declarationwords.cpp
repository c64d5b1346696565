#include "ui/scanview/declarationwords.h"

#include <QCoreApplication>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DeclarationText
{
    Q_DECLARE_TR_FUNCTIONS(DeclarationText)
};

} // namespace

DeclarationWords declarationWords(DeclarationStatus status)
{
    switch (status) {
    case DeclarationStatus::Declared:
        return {"check"_L1, &Colours::in, "in"_L1, DeclarationText::tr("Health declaration: declared")};
    case DeclarationStatus::Symptoms:
        return {"warning"_L1, &Colours::refused, "refused"_L1,
                DeclarationText::tr("Health declaration: SYMPTOMS or contact. Ask them to wait apart, and "
                                    "tell whoever is in charge of health.")};
    case DeclarationStatus::None:
        return {"cross"_L1, &Colours::ask, "ask"_L1, DeclarationText::tr("Health declaration: not declared")};
    case DeclarationStatus::Unknown:
        return {"ask"_L1, &Colours::ask, "ask"_L1,
                DeclarationText::tr("Health declaration: unknown (offline), please ask")};
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
