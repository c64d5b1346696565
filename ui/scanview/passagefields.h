#pragma once

#include "core/domain/venuerules.h"

#include <QList>
#include <QSet>
#include <QStringList>
#include <QWidget>

#include <map>
#include <utility>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace checkpoint {

/// What can be typed about a passage.
enum class PassageField { Name, BirthYear, Phone, Purpose, Host, Companions, Children };

/// What was typed, trimmed; absent fields are empty.
struct PassageValues
{
    QString name;
    QString birthYear;
    QString phone;
    QString purpose;
    QString host;
    int companions = 0;
    int children = 0;

    bool operator==(const PassageValues &) const = default;
};

/// The fields in which a passage is written down: those wanted, each with its name above it, two beside each
/// other where they are short. Up and Down count in the fields that count. Enter on a word that is offered
/// takes it and no more. Says above a field what is wrong with it. GUI thread.
class PassageFields : public QWidget
{
    Q_OBJECT

public:
    explicit PassageFields(QWidget *parent = nullptr);

    static QString label(PassageField field);
    /// All seven in three rows, where there is width for their names.
    void setCompact();
    /// Only these are shown; the required ones say so.
    void setFields(const QList<PassageField> &shown, const QSet<PassageField> &required);
    /// No more than so many can be said of a field that counts; mostCompanions until then.
    void setMost(PassageField field, int most);
    /// What is offered for purposes and hosts: completed while typing, diacritics or not; all of it at Down.
    void setOffers(PassageField field, const QStringList &offers);
    PassageValues values() const;
    void setValues(const PassageValues &values);
    QLineEdit *edit(PassageField field) const { return m_inputs.at(field).edit; }

    /// True when everything typed can be kept; else the first field that cannot has the focus and says why.
    bool validate();
    void focusFirst();

    /// The oldest year of birth that is taken.
    static constexpr int firstBirthYear = 1900;
    static constexpr int longestText = 200;
    static constexpr int mostCompanions = 99;

signals:
    void edited(checkpoint::PassageField field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Input
    {
        QWidget *cell = nullptr;
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
    };

    /// Fields beside each other, each with its share of the width.
    using Row = QList<std::pair<PassageField, int>>;
    QList<Row> compactRows() const;
    QList<Row> plainRows() const;
    bool fits(const QList<Row> &rows) const;
    void arrange();
    void retranslate();
    /// What is wrong with a field; empty when nothing is.
    QString fault(PassageField field) const;
    void tell(PassageField field, const QString &fault);
    void refuseLetters(PassageField field);

    bool countUpOrDown(QObject *watched, int key);
    bool offerAll(QObject *watched, int key);

    std::map<PassageField, Input> m_inputs;
    std::map<PassageField, int> m_most;
    std::map<PassageField, QStringList> m_offers;
    QList<PassageField> m_shown;
    QSet<PassageField> m_required;
    QSet<PassageField> m_faulty;
    QGridLayout *m_grid;
    bool m_compact = false;
    bool m_arrangedCompact = false;
};

} // namespace checkpoint
