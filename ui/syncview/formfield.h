#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace checkpoint {

/// Pixels: wider than this a form is too long to read from field to field.
inline constexpr int widestForm = 820;

/// A line to type in with its name above. What is wrong with it takes the place of the name, so that nothing
/// moves. GUI thread; owned by its form.
class FormField : public QWidget
{
    Q_OBJECT

public:
    FormField(const QString &editName, QWidget *parent);

    void setLabel(const QString &label);
    /// Empty: nothing is wrong.
    void setFault(const QString &fault);
    /// Puts a button beside the line.
    void addBeside(QWidget *widget);

    QLineEdit *edit() const { return m_edit; }
    QString text() const;

signals:
    void edited();

private:
    void tell();

    QString m_words;
    QString m_fault;
    QLabel *m_label;
    QLineEdit *m_edit;
    QHBoxLayout *m_row;
};

} // namespace checkpoint
