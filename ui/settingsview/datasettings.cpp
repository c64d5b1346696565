#include "ui/settingsview/datasettings.h"

#include "ui/common/actionbutton.h"
#include "ui/settingsview/recordcheckpanel.h"
#include "ui/settingsview/settingrow.h"

#include <QDir>
#include <QLabel>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel *plainText(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumHeight(tokens::controlHeight);
    label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    return label;
}

} // namespace

DataSettings::DataSettings(QWidget *parent)
    : SettingsSection(u"dataSettings"_s, "data"_L1, parent)
    , m_folderText(plainText(u"dataFolder"_s, this))
    , m_keyText(plainText(u"keyPlace"_s, this))
    , m_check(new RecordCheckPanel(this))
    , m_checkButton(new ActionButton(ActionButton::Look::Plain, this))
{
    m_check->hide();
    m_checkButton->setObjectName(u"recordCheckButton"_s);
    m_folderRow = addRow(m_folderText);
    m_keyRow = addRow(m_keyText);
    m_checkRow = addRow(m_checkButton);
    connect(m_checkButton, &QAbstractButton::clicked, this, [this] { emit pageWanted(m_check); });
}

QString DataSettings::title() const
{
    return tr("Data");
}

void DataSettings::setDataPlace(const QString &folder, KeyPlace keyPlace)
{
    m_folder = folder;
    m_keyPlace = keyPlace;
    retranslate();
}

void DataSettings::retranslate()
{
    m_folderRow->setWords(tr("Folder"), {}, tr("database disk backup"));
    m_folderText->setText(m_folder.isEmpty() ? tr("Not open yet") : QDir::toNativeSeparators(m_folder));
    m_checkRow->setWords(tr("Check the record"),
                         tr("Whether it is as it was written, and the signed head of the day."),
                         tr("verify ledger chain proof integrity head"));
    m_checkButton->setLabel(tr("Open the check"));
    m_keyRow->setWords(tr("Key of the data"), {}, tr("encryption keychain password"));
    m_keyText->setText(m_folder.isEmpty() ? tr("Not open yet")
                       : m_keyPlace == KeyPlace::Keychain
                           ? tr("In this computer's keychain. A stolen disk cannot be read without it.")
                           : tr("In a file beside the data. Someone who takes the disk can read the data."));
}

} // namespace checkpoint
