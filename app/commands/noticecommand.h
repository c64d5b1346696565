#pragma once

#include "app/commands/officecommand.h"
#include "core/posters/noticesheet.h"

#include <functional>

namespace checkpoint {

/// `notice show|set`: what visitors are told about their personal data. `show` prints a version, or writes it
/// as a page for the wall; `set` keeps what is said as the next version and leaves the rest as it was.
class NoticeCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    using Loaded = std::function<void(const QList<Notice> &versions, const std::optional<Venue> &venue)>;

    void startShow(const QStringList &arguments);
    void startSet(const QStringList &arguments);
    void load(const Loaded &goOn);
    void show(const NoticeSheetContent &content, PosterLanguages languages, const QString &path);
};

} // namespace checkpoint
