#pragma once

#include "core/posters/sheet.h"

#include <QAbstractScrollArea>

#include <optional>

namespace checkpoint {

/// A sheet of paper as it will be printed, at its true size on this monitor or at any other. The wheel with
/// Ctrl, and + − 0 1, change the size. GUI thread; owned by the poster view.
class SheetPreview : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit SheetPreview(QWidget *parent = nullptr);

    void setSheet(const std::optional<Sheet> &sheet);
    /// What stands there without a sheet.
    void setHint(const QString &hint);
    /// 1 is the true size; absent: as large as it fits.
    void setZoom(const std::optional<double> &zoom);
    double zoom() const;

    static constexpr double leastZoom = 0.1;
    static constexpr double mostZoom = 4;

signals:
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double unitsPerMm() const;
    QSize paperSize() const;
    void layOut();

    std::optional<Sheet> m_sheet;
    std::optional<double> m_zoom;
    QString m_hint;
};

} // namespace checkpoint
