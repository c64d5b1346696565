#pragma once

#include "core/barcode/modulegrid.h"
#include "core/base/result.h"
#include "core/scan/scannerselftest.h"

#include <QRectF>
#include <QWidget>

class QLabel;
class QPainter;
class QScrollArea;
class QVBoxLayout;

namespace checkpoint {

class ActionButton;

/// The self-test of scanners: shows the code of the sheet large, and says in words what a scan of it shows.
/// GUI thread; owned by whoever opens it.
class SelfTestPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SelfTestPanel(QWidget *parent = nullptr);

    /// Shows itself in the middle of a window, in front of it.
    void openOver(const QWidget *window);

public slots:
    /// A device has read the sheet.
    void showResult(const QString &deviceName, const checkpoint::SelfTestResult &result);
    /// A device has read a code that is not the sheet's. What it read goes its usual way.
    void showOtherCode(const QString &deviceName);
    /// Where the sheet was printed, or why it was not.
    void showPrinted(const checkpoint::Result<QString> &answer);

signals:
    /// The sheet shall be printed; paintSelfTestSheet() draws it.
    void printRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillFindings();
    void sayFindings(const QString &findings, QLatin1StringView tone);
    void grow();

    QWidget *m_code;
    QScrollArea *m_scroll;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_device;
    QLabel *m_findings;
    ActionButton *m_print;
    ActionButton *m_close;
    QLabel *m_printed;
    QString m_deviceName;
    bool m_readOther = false; ///< the last code was not the sheet's
    SelfTestResult m_result;
};

/// Draws the sheet into a page, in the painter's units: the title, how to use it, and the code as large as
/// the page's width allows.
void paintSelfTestSheet(QPainter &painter, const QRectF &page);

} // namespace checkpoint
