#pragma once

#include "ui/common/keyhint.h"

#include <QFrame>
#include <QList>

class QGridLayout;
class QLabel;

namespace checkpoint {

class ActionButton;

/// The keys of the view that is shown, at the right edge over the view.
class HelpPanel : public QFrame
{
    Q_OBJECT

public:
    explicit HelpPanel(QWidget *parent = nullptr);

    void setHints(const QString &view, const QList<KeyHint> &hints);

signals:
    void closed();

private:
    void addHints(const QList<KeyHint> &hints);

    QLabel *m_heading;
    ActionButton *m_close;
    QGridLayout *m_grid;
};

} // namespace checkpoint
