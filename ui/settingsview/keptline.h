#pragma once

#include <QLabel>
#include <QTimer>

namespace checkpoint {

/// A quiet line: every change is kept at once; and for a moment after one, that it was. GUI thread.
class KeptLine : public QLabel
{
    Q_OBJECT

public:
    explicit KeptLine(QWidget *parent);

public slots:
    void sayKept();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QTimer m_moment;
};

} // namespace checkpoint
