#pragma once

#include "ui/common/tokens.h"

#include <QLatin1StringView>
#include <QWidget>

namespace checkpoint {

/// An icon in a colour of the theme: the arrow beside the word, the dot of a light, the triangle before a
/// warning.
class SignLabel : public QWidget
{
    Q_OBJECT

public:
    explicit SignLabel(int size, QWidget *parent = nullptr);

    void setSign(QLatin1StringView icon, QRgb Colours::*ink);
    QLatin1StringView icon() const { return m_icon; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLatin1StringView m_icon;
    QRgb Colours::*m_ink = &Colours::text;
};

} // namespace checkpoint
