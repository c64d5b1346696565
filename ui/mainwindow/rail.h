#pragma once

#include <QWidget>

#include <map>

class QLabel;

namespace checkpoint {

class RailItem;

/// What the window can show, in the order of the rail.
enum class View { Scan, Entries, Inside, Reports, Posters, Sync, Settings };

/// "scan", "entries" …: as the manual and the functions name it.
QString viewId(View view);
/// What a view is called, in the current language.
QString viewName(View view);

/// The rail at the left: every view with its icon, its word and its key, and the help at its
/// foot, with what finds everything else.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void setView(View view);
    void setHelpShown(bool shown);
    /// The key that leaves the kiosk, always in sight; empty where there is none to leave.
    void setHint(const QString &key);

signals:
    void viewChosen(checkpoint::View view);
    void helpChosen();
    /// Functions are to be looked for by name.
    void findChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QString hintKeyInLines() const;

    std::map<View, RailItem *> m_items;
    RailItem *m_find;
    RailItem *m_help;
    QLabel *m_hint;
    QString m_hintKey;
};

} // namespace checkpoint
