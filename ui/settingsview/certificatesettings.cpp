#include "ui/settingsview/certificatesettings.h"

#include "core/signing/trustfile.h"
#include "ui/common/actionbutton.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingtable.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

QString droppedFile(const QMimeData *data)
{
    return data->urls().size() == 1 ? data->urls().first().toLocalFile() : QString();
}

} // namespace

CertificateSettings::CertificateSettings(QWidget *parent)
    : SettingsSection(u"certificateSettings"_s, "key"_L1, parent)
{
    setAcceptDrops(true);
    m_import = new ActionButton(ActionButton::Look::Plain, this);
    m_import->setObjectName(u"trustImport"_s);
    m_importRow = addRow(m_import);
    m_said = new QLabel(this);
    m_said->setObjectName(u"trustSaid"_s);
    m_said->setWordWrap(true);
    m_said->hide();
    rows()->addWidget(m_said);
    m_listRow = addRow(makeList(), m_table);
    connect(m_import, &QAbstractButton::clicked, this, &CertificateSettings::chooseFile);
    connect(m_remove, &QAbstractButton::clicked, this, &CertificateSettings::remove);
}

QWidget *CertificateSettings::makeList()
{
    auto *list = new QWidget(this);
    std::tie(m_table, m_model) = makeSettingTable(list, u"trustTable"_s, 3, 0);
    m_remove = new ActionButton(ActionButton::Look::Plain, list);
    m_remove->setObjectName(u"trustRemove"_s);
    m_remove->setIconName("void"_L1);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); });
    return list;
}

QString CertificateSettings::title() const
{
    return tr("Health certificates");
}

void CertificateSettings::setKeys(const QList<TrustedKey> &keys)
{
    m_keys = keys;
    retranslate();
    fill();
}

void CertificateSettings::showImported(int added)
{
    say(added > 0 ? tr("New keys: %n", nullptr, added) : tr("All keys of the file were there already."),
        "quiet"_L1);
}

void CertificateSettings::showFailure(const QString &sentence)
{
    say(sentence, "refused"_L1);
}

void CertificateSettings::say(const QString &sentence, QLatin1StringView tone)
{
    m_said->setText(sentence);
    setTone(m_said, tone);
    m_said->show();
}

void CertificateSettings::fill()
{
    m_model->setRowCount(0);
    const QDate today = QDate::currentDate();
    for (const TrustedKey &key : std::as_const(m_keys)) {
        auto *issuer = new QStandardItem(key.issuer.isEmpty() ? tr("No issuer named") : key.issuer);
        issuer->setData(true, StrongRole);
        QString until = tr("no end named");
        if (key.expires)
            until = (*key.expires < today ? tr("expired on %1") : tr("until %1")).arg(dateText(*key.expires));
        auto *end = new QStandardItem(until);
        end->setData(true, QuietRole);
        m_model->appendRow({issuer, end, new QStandardItem(kidText(key.kid))});
    }
    m_table->resizeColumnToContents(1);
    m_table->resizeColumnToContents(2);
    m_table->setVisible(!m_keys.isEmpty());
    m_remove->setVisible(!m_keys.isEmpty());
    m_remove->setEnabled(false);
}

void CertificateSettings::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("File of keys"), QString(),
                                   tr("Keys and certificates (*.pem *.crt *.cer *.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CertificateSettings::importRequested);
    dialog->open();
}

void CertificateSettings::remove()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        emit removeRequested(m_keys[rows.front().row()].kid);
}

void CertificateSettings::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CertificateSettings::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    emit importRequested(droppedFile(event->mimeData()));
}

void CertificateSettings::retranslate()
{
    m_importRow->setWords(tr("Import keys"),
                          tr("Certificates are checked with these. PEM or JSON; a file can be dropped here."),
                          tr("trust list vaccination signature"));
    m_import->setLabel(tr("Choose a file"));
    const qsizetype expired = std::ranges::count_if(
        m_keys, [](const TrustedKey &key) { return key.expires && *key.expires < QDate::currentDate(); });
    const QString count = m_keys.isEmpty()
                              ? tr("None yet: certificates are read, but nobody checks their signatures.")
                              : tr("Keys: %1; expired: %2").arg(m_keys.size()).arg(expired);
    m_listRow->setWords(tr("Keys that are trusted"), count);
    m_remove->setLabel(tr("Remove the key"));
    m_table->setAccessibleName(tr("Keys that are trusted"));
    m_model->setHorizontalHeaderLabels({tr("Issuer"), tr("Valid"), tr("Key id")});
}

} // namespace checkpoint
