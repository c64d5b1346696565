#pragma once

#include <QKeySequence>
#include <QPushButton>

class QShortcut;

namespace checkpoint {

/// A button that says its key, and is pressed by it while it can be seen; Enter presses the one that has the
/// focus, whatever else listens to it. One that is checked leaves Enter to the button that confirms. Paints
/// itself from the tokens.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Look {
        Primary, ///< filled; one on a screen
        Plain,
        Quiet, ///< no edge until the mouse or the focus is on it
    };

    explicit ActionButton(Look look = Look::Plain, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// A key that presses the button wherever the focus is, or while it is within that part; shown on it.
    /// Where something is asked beside what goes on, Enter in a field elsewhere is no answer to it.
    void setKey(const QKeySequence &key, QWidget *within = nullptr) { setKeys({key}, within); }
    void setKeys(const QList<QKeySequence> &keys, QWidget *within = nullptr);
    /// A property: what the button does is a function of its own, and is not offered once more.
    static constexpr auto hasFunction = "hasFunction";
    /// A key that is only shown, because somebody else listens to it.
    void setKeyHint(const QString &text);
    void setIconName(QLatin1StringView name);
    void setLook(Look look);
    /// Whoever is signed in may not do this: disabled whatever the view says, with that sentence; allowed
    /// again with an empty one.
    void setWhoMay(const QString &sentence);
    QString whoMay() const { return m_whoMay; }
    /// Why it is off now, in a sentence, as the view knows it; empty when that is seen.
    void setWhyNot(const QString &sentence) { m_whyNot = sentence; }
    /// Who may, or else why not now; empty when it is not known.
    QString whyOff() const { return m_whoMay.isEmpty() ? m_whyNot : m_whoMay; }
    /// Whether that is its key, which it does not hear while it is off.
    bool isPressedBy(const QKeyEvent &event) const;
    /// As the view knows it; counts as far as it is allowed.
    void setEnabled(bool enabled);
    QString keyHint() const { return m_keyHint; }

    QSize sizeHint() const override;
    /// Without the key, which is left away where it is too narrow for both; then the tool tip says it.
    QSize minimumSizeHint() const override;
    bool showsKey() const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_keyHint;
    QString m_whoMay;
    QString m_whyNot;
    bool m_wanted = true; ///< enabled as far as the view knows
    QLatin1StringView m_iconName;
    QShortcut *m_shortcut = nullptr;
};

} // namespace checkpoint
