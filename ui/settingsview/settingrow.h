#pragma once

#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace checkpoint {

/// One row of the settings: words at the left, a control at the right, below each other where it is narrow.
/// The note is right of a control that leaves room for it, else below the label. Found by its words, by what
/// its control offers, and by the words it is also known by.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    /// `focus` is what Alt and a click on the words go to; the control itself when nothing is said.
    explicit SettingRow(QWidget *control, QWidget *parent, QWidget *focus = nullptr);

    /// The words, a quiet sentence, and words that are not shown but found.
    void setWords(const QString &label, const QString &note = {}, const QString &alsoFoundBy = {});
    /// Says in red what is wrong with what was typed; nothing when it is right.
    void setFault(const QString &fault);
    /// Whether what stands in the control was refused.
    bool hasFault() const;
    QString label() const;
    QString alsoFoundBy() const { return m_alsoFoundBy; }
    /// What takes the focus when somebody goes to the row; none where there is nothing to change.
    QWidget *focusControl() const;
    /// Whether the row says all of these words, as saysAll() means it.
    bool matches(const QStringList &words) const;
    /// Whether it says the words one after the other; diacritics do not count.
    bool saysTogether(const QString &words) const;

protected:
    bool event(QEvent *event) override;

private:
    bool isNarrow() const;
    void arrange();
    void placeNote(bool besideControl);
    QString everythingSaid() const;

    QWidget *m_control;
    QBoxLayout *m_layout;
    QVBoxLayout *m_words;
    QHBoxLayout *m_line; ///< the control, and the note where it stands beside
    QLabel *m_label;
    QLabel *m_note;
    QLabel *m_fault;
    QString m_alsoFoundBy;
};

} // namespace checkpoint
