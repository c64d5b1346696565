#pragma once

#include "app/commands/officecommand.h"
#include "core/posters/passcomposer.h"

namespace checkpoint {

/// `pass --name … [--valid-days N] [--layout label|a4] [--language vi|en|both] -o FILE.pdf` issues a pass for
/// a visitor without a phone and writes it for printing; `pass list [--json] [--reveal]` and `pass revoke
/// NUMBER` are for the register of passes.
class PassCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void startIssue(const QStringList &arguments);
    void issue(const QString &name, int days);
    void print(const SignedPass &pass);
    void takeBack(const SignedPass &pass, const Error &error);
    void list(bool json, bool revealed);
    void revoke(const QString &number);

    QString m_path;
    PassLayout m_layout = PassLayout::Label;
    PosterLanguages m_languages = PosterLanguages::Both;
};

} // namespace checkpoint
