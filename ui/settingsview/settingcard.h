#pragma once

#include <QFrame>

#include <utility>

class QLineEdit;
class QVBoxLayout;

namespace checkpoint {

class SettingRow;

/// A card of the settings: rows of words and controls, one below the other. GUI thread.
class SettingCard : public QFrame
{
    Q_OBJECT

public:
    explicit SettingCard(QWidget *parent);

    QVBoxLayout *column() const { return m_column; }
    /// A row with a line to type in, `longest` letters at the most, at the end of the card; a fault that is
    /// shown beside it goes as soon as somebody types.
    std::pair<QLineEdit *, SettingRow *> addLine(const QString &objectName, int longest);

private:
    QVBoxLayout *m_column;
};

} // namespace checkpoint
