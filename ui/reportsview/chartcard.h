#pragma once

#include "ui/reportsview/charts.h"

#include <QFrame>

class QChartView;
class QLabel;
class QStackedLayout;
class QTableWidget;

namespace checkpoint {

class ActionButton;

/// A picture with its title, and its figures as a table in its place when they are asked for. GUI thread.
class ChartCard : public QFrame
{
    Q_OBJECT

public:
    explicit ChartCard(const QString &name, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setPicture(TrafficPicture picture);
    bool showsTable() const;
    void showTable(bool shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    ActionButton *m_switch;
    QStackedLayout *m_pages;
    QChartView *m_view;
    QTableWidget *m_table;
    QString m_spoken;
};

} // namespace checkpoint
