#include "ui/scanview/passagefields.h"

#include "core/codes/phonenumber.h"
#include "core/domain/textfolding.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QDate>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr PassageField allFields[] = {
    PassageField::Name, PassageField::BirthYear,  PassageField::Phone,   PassageField::Purpose,
    PassageField::Host, PassageField::Companions, PassageField::Children};

constexpr int columns = 12;
constexpr int leastEdit = 48;

bool counts(PassageField field)
{
    return field == PassageField::Companions || field == PassageField::Children;
}

QString fieldName(PassageField field)
{
    switch (field) {
    case PassageField::Name:
        return u"passageName"_s;
    case PassageField::BirthYear:
        return u"passageBirthYear"_s;
    case PassageField::Phone:
        return u"passagePhone"_s;
    case PassageField::Purpose:
        return u"passagePurpose"_s;
    case PassageField::Host:
        return u"passageHost"_s;
    case PassageField::Companions:
        return u"passageCompanions"_s;
    case PassageField::Children:
        return u"passageChildren"_s;
    }
    Q_UNREACHABLE();
}

/// Finds words wherever they stand in what is offered, with or without their diacritics.
class FoldingCompleter : public QCompleter
{
public:
    FoldingCompleter(const QStringList &offers, QObject *parent) : QCompleter(parent)
    {
        auto *model = new QStandardItemModel(this);
        for (const QString &offer : offers) {
            auto *item = new QStandardItem(offer);
            item->setData(foldedText(offer), Qt::UserRole);
            model->appendRow(item);
        }
        setModel(model);
        setCompletionRole(Qt::UserRole);
        setFilterMode(Qt::MatchContains);
    }

    QStringList splitPath(const QString &typed) const override { return {foldedText(typed)}; }
    QString pathFromIndex(const QModelIndex &index) const override
    {
        return index.data(Qt::DisplayRole).toString();
    }
};

} // namespace

PassageFields::PassageFields(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(tokens::space12);
    m_grid->setVerticalSpacing(tokens::space4);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    for (const PassageField field : allFields) {
        Input input;
        input.cell = new QWidget(this);
        input.label = new QLabel(input.cell);
        input.label->setFont(textFont(tokens::noteText));
        input.edit = new QLineEdit(input.cell);
        input.edit->setObjectName(fieldName(field));
        input.edit->setMaxLength(longestText);
        input.edit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        input.edit->setMinimumWidth(textScaled(leastEdit));
        input.label->setBuddy(input.edit);
        auto *column = new QVBoxLayout(input.cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(input.label);
        column->addWidget(input.edit);
        if (field == PassageField::BirthYear || counts(field)) {
            const QString digits = counts(field) ? u"[0-9]{0,2}"_s : u"[0-9]{0,4}"_s;
            input.edit->setValidator(new QRegularExpressionValidator(QRegularExpression(digits), input.edit));
            input.edit->installEventFilter(this);
            connect(input.edit, &QLineEdit::inputRejected, this, [this, field] { refuseLetters(field); });
        }
        m_inputs.emplace(field, input);
        connect(input.edit, &QLineEdit::textEdited, this, [this, field] {
            if (m_faulty.contains(field))
                tell(field, {});
            emit edited(field);
        });
    }
    setFields({std::begin(allFields), std::end(allFields)}, {});
}

void PassageFields::setFields(const QList<PassageField> &shown, const QSet<PassageField> &required)
{
    m_shown = shown;
    m_required = required;
    m_faulty.clear();
    arrange();
    retranslate();
}

void PassageFields::setOffers(PassageField field, const QStringList &offers)
{
    QLineEdit *target = edit(field);
    if (target->completer() && m_offers[field] == offers)
        return; // its list may be open just now
    m_offers[field] = offers;
    auto *completer = new FoldingCompleter(offers, target);
    target->setCompleter(completer); // deletes the one before
    target->removeEventFilter(this);
    target->installEventFilter(this);
    completer->popup()->setObjectName(u"offers"_s);
    completer->popup()->installEventFilter(this);
}

void PassageFields::setMost(PassageField field, int most)
{
    m_most[field] = most;
}

/// The name has a line of its own; of the others two stand beside each other.
QList<PassageFields::Row> PassageFields::plainRows() const
{
    QList<Row> rows;
    bool open = false;
    for (const PassageField field : m_shown) {
        const bool wide = field == PassageField::Name;
        if (open && !wide)
            rows.last() << std::pair(field, columns / 2);
        else
            rows << Row{std::pair(field, wide ? columns : columns / 2)};
        open = !wide && !open;
    }
    return rows;
}

QList<PassageFields::Row> PassageFields::compactRows() const
{
    using enum PassageField;
    QList<Row> rows;
    for (const Row &row : {Row{{Name, 7}, {BirthYear, 5}}, Row{{Purpose, 6}, {Host, 6}},
                           Row{{Phone, 5}, {Companions, 4}, {Children, 3}}}) {
        Row shown;
        for (const auto &[field, share] : row) {
            if (m_shown.contains(field))
                shown << std::pair(field, share);
        }
        if (!shown.isEmpty())
            rows << shown;
    }
    return rows;
}

/// Whether each field's name can be read in its share.
bool PassageFields::fits(const QList<Row> &rows) const
{
    const double column = double(width() - (columns - 1) * m_grid->horizontalSpacing()) / columns;
    for (const Row &row : rows) {
        for (const auto &[field, share] : row) {
            const int room = int(share * column + (share - 1) * m_grid->horizontalSpacing());
            const QString name = label(field) + (m_required.contains(field) ? u" *"_s : QString());
            if (m_inputs.at(field).label->fontMetrics().horizontalAdvance(name) > room)
                return false;
        }
    }
    return true;
}

void PassageFields::arrange()
{
    m_arrangedCompact = m_compact && fits(compactRows());
    for (const auto &[field, input] : m_inputs) {
        m_grid->removeWidget(input.cell);
        input.cell->setVisible(m_shown.contains(field));
    }
    QWidget *before = nullptr;
    int line = 0;
    for (const Row &row : m_arrangedCompact ? compactRows() : plainRows()) {
        int column = 0;
        for (const auto &[field, share] : row) {
            const Input &input = m_inputs.at(field);
            m_grid->addWidget(input.cell, line, column, 1, share);
            column += share;
            if (before)
                setTabOrder(before, input.edit);
            before = input.edit;
        }
        ++line;
    }
}

void PassageFields::setCompact()
{
    m_compact = true;
    arrange();
}

void PassageFields::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_compact && fits(compactRows()) != m_arrangedCompact)
        arrange();
}

PassageValues PassageFields::values() const
{
    const auto text = [this](PassageField field) {
        return m_shown.contains(field) ? edit(field)->text().simplified() : QString();
    };
    return {text(PassageField::Name),
            text(PassageField::BirthYear),
            text(PassageField::Phone),
            text(PassageField::Purpose),
            text(PassageField::Host),
            text(PassageField::Companions).toInt(),
            text(PassageField::Children).toInt()};
}

void PassageFields::setValues(const PassageValues &values)
{
    const auto number = [](int count) { return count > 0 ? QString::number(count) : QString(); };
    edit(PassageField::Name)->setText(values.name);
    edit(PassageField::BirthYear)->setText(values.birthYear);
    edit(PassageField::Phone)->setText(values.phone);
    edit(PassageField::Purpose)->setText(values.purpose);
    edit(PassageField::Host)->setText(values.host);
    edit(PassageField::Companions)->setText(number(values.companions));
    edit(PassageField::Children)->setText(number(values.children));
    m_faulty.clear();
    retranslate();
}

QString PassageFields::fault(PassageField field) const
{
    const QString text = edit(field)->text().simplified();
    if (text.isEmpty())
        return m_required.contains(field) ? tr("Please fill in") : QString();
    if (field == PassageField::Phone && !mobileNumber(text))
        return tr("This is no mobile number");
    if (field == PassageField::BirthYear) {
        const int year = text.toInt();
        if (year > QDate::currentDate().year())
            return tr("This year is still to come");
        if (year < firstBirthYear)
            return tr("Four digits, such as 1990");
    }
    if (const auto most = m_most.find(field); most != m_most.end() && text.toInt() > most->second)
        return tr("At most %1").arg(most->second);
    return {};
}

bool PassageFields::validate()
{
    bool sound = true;
    for (const PassageField field : std::as_const(m_shown)) {
        const QString why = fault(field);
        tell(field, why);
        if (!why.isEmpty() && sound) {
            edit(field)->setFocus(Qt::OtherFocusReason);
            edit(field)->selectAll();
            sound = false;
        }
    }
    return sound;
}

/// The name of a field gives way to what is wrong with it, so that nothing moves.
void PassageFields::tell(PassageField field, const QString &fault)
{
    const Input &input = m_inputs.at(field);
    QString text = label(field);
    if (m_required.contains(field))
        text += u" *"_s;
    if (fault.isEmpty()) {
        m_faulty.remove(field);
        input.label->setText(text);
        input.label->setToolTip({});
        setTone(input.label, "quiet"_L1);
        input.edit->setAccessibleDescription({});
        return;
    }
    m_faulty.insert(field);
    const QString full = u"%1: %2"_s.arg(label(field), fault);
    const QFontMetrics metrics = input.label->fontMetrics();
    const bool roomy = !m_arrangedCompact || metrics.horizontalAdvance(full) <= input.cell->width();
    input.label->setText(roomy ? full : metrics.elidedText(fault, Qt::ElideRight, input.cell->width()));
    input.label->setToolTip(roomy ? QString() : full);
    setTone(input.label, "refused"_L1);
    input.edit->setAccessibleDescription(fault);
}

/// What vanishes while somebody types it is said to.
void PassageFields::refuseLetters(PassageField field)
{
    tell(field, counts(field) ? tr("At most two digits") : tr("Four digits, such as 1990"));
}

void PassageFields::focusFirst()
{
    for (const PassageField field : std::as_const(m_shown)) {
        if (edit(field)->text().isEmpty()) {
            edit(field)->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (!m_shown.isEmpty())
        edit(m_shown.first())->setFocus(Qt::OtherFocusReason);
}

bool PassageFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    auto *offered = qobject_cast<QAbstractItemView *>(watched);
    if (offered && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        // What is marked stands in the field already. With nothing marked Enter means what it means there.
        const bool marked = offered->currentIndex().isValid();
        offered->hide();
        if (!marked)
            QCoreApplication::sendEvent(offered->focusProxy(), event);
        return true;
    }
    return countUpOrDown(watched, key) || offerAll(watched, key) || QWidget::eventFilter(watched, event);
}

bool PassageFields::countUpOrDown(QObject *watched, int key)
{
    const int step = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    for (const PassageField field : {PassageField::Companions, PassageField::Children}) {
        if (step == 0 || watched != edit(field))
            continue;
        const auto most = m_most.find(field);
        const int limit = most == m_most.end() ? mostCompanions : most->second;
        const int count = std::clamp(edit(field)->text().toInt() + step, 0, limit);
        edit(field)->setText(count > 0 ? QString::number(count) : QString());
        emit edited(field);
        return true;
    }
    return false;
}

/// Whoever does not know what there is presses Down.
bool PassageFields::offerAll(QObject *watched, int key)
{
    auto *const target = qobject_cast<QLineEdit *>(watched);
    QCompleter *const completer = target ? target->completer() : nullptr;
    if (key != Qt::Key_Down || !completer)
        return false;
    completer->setCompletionPrefix(target->text());
    if (completer->completionCount() == 0)
        completer->setCompletionPrefix({});
    if (completer->completionCount() > 0)
        completer->complete();
    return true;
}

void PassageFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString PassageFields::label(PassageField field)
{
    switch (field) {
    case PassageField::Name:
        return tr("Full name");
    case PassageField::BirthYear:
        return tr("Year of birth");
    case PassageField::Phone:
        return tr("Mobile phone");
    case PassageField::Purpose:
        return tr("Purpose");
    case PassageField::Host:
        return tr("Whom they visit");
    case PassageField::Companions:
        return tr("Companions (adults)");
    case PassageField::Children:
        return tr("Children");
    }
    Q_UNREACHABLE();
}

void PassageFields::retranslate()
{
    for (const auto &[field, input] : m_inputs) {
        input.edit->setAccessibleName(label(field));
        if (counts(field))
            input.edit->setPlaceholderText(u"0"_s);
        tell(field, {});
    }
}

} // namespace checkpoint
