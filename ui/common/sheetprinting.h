#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QPagedPaintDevice;
class QPrinter;
class QWidget;

namespace checkpoint {

/// Prints whatever paints itself onto A4 pages: asks for the printer, then prints on a thread of its own.
/// GUI thread; goes with whoever owns it, after what was begun is printed.
class SheetPrinting : public QObject
{
    Q_OBJECT

public:
    /// Paints all pages; called on the thread that prints.
    using Paint = std::function<Result<void>(QPagedPaintDevice *)>;
    using Chosen = std::function<void(const std::shared_ptr<QPrinter> &)>;

    explicit SheetPrinting(QObject *parent = nullptr);

    /// What the dialog says will be printed, and the name of a file to print into.
    struct Named
    {
        QString title;
        QString file; ///< without folder and ending
    };

    /// Opens the dialog over a window; `chosen` is called when somebody goes on.
    static void choosePrinter(QWidget *window, const Chosen &chosen, const Named &named = {});

    /// Opens the dialog over a window; printed() follows when somebody goes on.
    void ask(QWidget *window, const Paint &paint);

    /// Prints without asking; printed() follows.
    void print(const std::shared_ptr<QPrinter> &printer, const Paint &paint);

    /// Writes into a file that `write` makes; printed() follows with its path.
    void save(const QString &path, const std::function<Result<void>(const QString &)> &write);

    /// Prints at once, on any thread but the GUI's. The name of the printer or of its file; PrinterMissing,
    /// PrinterStopped, or the painter's error.
    static Result<QString> printOn(QPrinter &printer, const Paint &paint);

signals:
    /// The printer's or the file's name, or why nothing was printed.
    void printed(const checkpoint::Result<QString> &answer);

private:
    Worker m_worker;
};

} // namespace checkpoint
