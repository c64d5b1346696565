#pragma once

#include "core/domain/visitor.h"
#include "core/store/outbox.h"

#include <QWidget>

#include <array>
#include <optional>

namespace checkpoint {

class FormField;

/// What can be put right about a visitor, to type in: name, birth, phone, address. GUI thread; part of
/// whatever asks for it.
class CorrectionForm : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names of its lines: "correct" gives "correctName", "correctBirth" …
    CorrectionForm(const QString &name, QWidget *parent);

    /// Starts with what is known; what nobody changes is not put right. A line that starts empty says in grey
    /// what `shown` says of it, masked as that is. The focus goes to the name.
    void begin(const VisitorData &known, const VisitorData &shown = {});
    /// A name that was brought along in full, and that nobody has changed, is shown masked from now on.
    void maskUntouched();
    /// Nothing typed or known is left in the lines.
    void forget();
    /// What is other than what is known; nothing, and it is said beside its line, where something cannot be
    /// kept.
    std::optional<VisitorCorrection> correction();

protected:
    void changeEvent(QEvent *event) override;

private:
    std::array<FormField *, 4> fields() const { return {m_name, m_birth, m_phone, m_address}; }
    void fill(const VisitorData &known, const VisitorData &shown);
    void retranslate();

    VisitorData m_known;
    VisitorData m_shown;
    FormField *m_name;
    FormField *m_birth;
    FormField *m_phone;
    FormField *m_address;
};

} // namespace checkpoint
