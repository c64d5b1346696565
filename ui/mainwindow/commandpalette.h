#pragma once

#include "ui/common/functionlist.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace checkpoint {

/// Everything the program can do, found by typing its name without diacritics, with its key beside it. Enter
/// runs it, Esc leaves; the focus goes back to where it was. GUI thread; owned by the main window, over which
/// it stands.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// The list outlives the palette.
    explicit CommandPalette(const FunctionList *functions, QWidget *parent);

    void open();
    void close();
    /// The texts that are offered now, the best first.
    QStringList offered() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void find();
    void move(int step);
    void run();
    void place();

    const FunctionList *m_functions;
    QList<Function> m_found;
    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_nothing;
    QPointer<QWidget> m_before; ///< what had the focus
};

} // namespace checkpoint
