#pragma once

#include <QAbstractButton>

namespace checkpoint {

/// One view in the rail at the left: icon, word, and the key that opens it.
class RailItem : public QAbstractButton
{
    Q_OBJECT

public:
    RailItem(QLatin1StringView icon, const QKeySequence &key, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// Of less weight than a view: where the screen is low its icon and its key are enough.
    void setBrief(bool brief);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLatin1StringView m_icon;
    QString m_key;
    bool m_brief = false;
};

} // namespace checkpoint
