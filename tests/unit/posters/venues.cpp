#include "tests/unit/posters/venues.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

QList<VenueFixture> venueFixtures()
{
    const QDir folder(QStringLiteral(CHECKPOINT_TEST_DATA "/venues"));
    QList<VenueFixture> fixtures;
    for (const QString &name : folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!name.endsWith(".json"_L1) || !file.open(QIODevice::ReadOnly))
            qFatal("%s is no venue", qPrintable(file.fileName()));
        const QJsonObject venue = QJsonDocument::fromJson(file.readAll()).object();
        PosterContent content;
        content.venueName = venue.value(u"venue"_s).toString();
        content.locationName = venue.value(u"location"_s).toString();
        content.codeText = venue.value(u"code"_s).toString().toUtf8();
        content.serial = venue.value(u"serial"_s).toString();
        content.version = venue.value(u"version"_s).toInt();
        content.issuedOn = QDate::fromString(venue.value(u"issued"_s).toString(), Qt::ISODate);
        content.adopted = venue.value(u"adopted"_s).toBool();
        if (content.venueName.isEmpty() || content.codeText.isEmpty() || !content.issuedOn.isValid())
            qFatal("%s lacks something", qPrintable(file.fileName()));
        fixtures.append({name.chopped(5), content});
    }
    if (fixtures.isEmpty())
        qFatal("%s is empty", qPrintable(folder.path()));
    return fixtures;
}

QList<std::pair<QString, PosterOptions>> allPosterOptions()
{
    QList<std::pair<QString, PosterOptions>> all;
    for (const PosterLayout layout : {PosterLayout::A4, PosterLayout::A5, PosterLayout::A4Two,
                                      PosterLayout::A4Four, PosterLayout::Sticker, PosterLayout::Door}) {
        for (const QString &orientation : {u"portrait"_s, u"landscape"_s}) {
            for (const QString &language : {u"vi"_s, u"en"_s, u"both"_s}) {
                all.append(
                    {posterLayoutId(layout) + u' ' + orientation + u' ' + language,
                     {layout, *posterOrientationFromId(orientation), *posterLanguagesFromId(language)}});
            }
        }
    }
    return all;
}

} // namespace checkpoint::test
