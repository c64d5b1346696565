#include "ui/common/language.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QLocale>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void Language::apply(const QString &language)
{
    if (language == m_current)
        return;
    m_current = language;
    QLocale::setDefault(language == "vi"_L1 ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                            : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(u":/i18n/checkpoint_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&m_translator);
    else
        qCWarning(lcApp) << "no translation for" << language;
}

QString Language::ownName(const QString &language)
{
    return language == "vi"_L1 ? u"Tiếng Việt"_s : u"English"_s;
}

} // namespace checkpoint
