#include "ui/settingsview/datasettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/settingsview/recordcheckpanel.h"
#include "ui/settingsview/settingrow.h"

#include <QDir>
#include <QLabel>
#include <QVBoxLayout>

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
    m_sheet = new ActionButton(ActionButton::Look::Plain, this);
    m_sheet->setObjectName(u"recoverySheetSave"_s);
    m_sheetRow = addRow(m_sheet);
    m_change = new ActionButton(ActionButton::Look::Plain, this);
    m_change->setObjectName(u"keyChange"_s);
    m_changeRow = addRow(m_change);
    m_said = plainText(u"keySaid"_s, this);
    m_said->hide();
    rows()->addWidget(m_said);
    connect(m_sheet, &QAbstractButton::clicked, this, &DataSettings::sheetWanted);
    connect(m_change, &QAbstractButton::clicked, this, &DataSettings::keyChangeWanted);
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

void DataSettings::say(const QString &sentence, bool wentWell)
{
    m_said->setText(sentence);
    setTone(m_said, wentWell ? "quiet"_L1 : "refused"_L1);
    m_said->show();
}

void DataSettings::retranslate()
{
    m_sheetRow->setWords(tr("Recovery sheet"),
                         tr("One page from which the key comes back. Print it and lock it away."),
                         tr("backup key words code lost computer PIN"));
    m_sheet->setLabel(tr("Save the recovery sheet…"));
    m_changeRow->setWords(tr("Another key"), tr("When a recovery sheet was lost or seen by somebody."),
                          tr("change key stolen"));
    m_change->setLabel(tr("Change the key…"));
    m_sheet->setEnabled(!m_folder.isEmpty());
    m_change->setEnabled(!m_folder.isEmpty());
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
