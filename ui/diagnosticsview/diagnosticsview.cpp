#include "ui/diagnosticsview/diagnosticsview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/diagnosticsview/passmodel.h"
#include "ui/scanview/previewpane.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int factColumns = 2;
constexpr int widestPage = 1200;

QString figure(double value, int decimals = 1)
{
    return QLocale().toString(value, 'f', decimals);
}

QFrame *card(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("card", true);
    return frame;
}

} // namespace

DiagnosticsView::DiagnosticsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new PassModel(this))
    , m_heading(new QLabel(this))
    , m_note(new QLabel(this))
    , m_copy(new ActionButton(ActionButton::Look::Plain, this))
    , m_back(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"diagnosticsView"_s);
    m_heading->setFont(textFont(tokens::headingText, true));
    m_note->setFont(textFont(tokens::bodyText));
    m_note->setWordWrap(true);
    setTone(m_note, "quiet"_L1);
    m_copy->setObjectName(u"copyDiagnostics"_s);
    m_back->setObjectName(u"closeDiagnostics"_s);
    m_back->setIconName("chevron-left"_L1);
    m_back->setKey(Qt::Key_Escape);

    auto *top = new QHBoxLayout;
    top->setSpacing(tokens::space8);
    top->addWidget(m_heading, 1);
    top->addWidget(m_copy);
    top->addWidget(m_back);
    auto *page = new QWidget(this);
    page->setMaximumWidth(widestPage);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addLayout(top);
    column->addWidget(m_note);
    column->addWidget(makeFacts());
    column->addWidget(makeTable(), 1);
    auto *frame = new QHBoxLayout(this);
    frame->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    frame->addWidget(page, 1);
    frame->addStretch();

    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { QApplication::clipboard()->setText(asText()); });
    connect(m_back, &QAbstractButton::clicked, this, &DiagnosticsView::closed);
    setFocusProxy(m_table);
    retranslate();
}

QFrame *DiagnosticsView::makeFacts()
{
    QFrame *frame = card(this);
    auto *grid = new QGridLayout(frame);
    grid->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    grid->setHorizontalSpacing(tokens::space16);
    grid->setVerticalSpacing(tokens::space8);
    for (int fact = 0; fact < FactCount; ++fact) {
        QLabel *&name = m_names[size_t(fact)];
        QLabel *&value = m_values[size_t(fact)];
        name = new QLabel(frame);
        name->setFont(textFont(tokens::bodyText));
        setTone(name, "quiet"_L1);
        value = new QLabel(frame);
        value->setFont(textFont(tokens::bodyText, true));
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = fact % ((FactCount + 1) / factColumns);
        const int column = fact / ((FactCount + 1) / factColumns);
        grid->addWidget(name, row, 2 * column);
        grid->addWidget(value, row, 2 * column + 1);
        grid->setColumnStretch(2 * column + 1, 1);
    }
    return frame;
}

QFrame *DiagnosticsView::makeTable()
{
    QFrame *frame = card(this);
    m_table = new QTableView(frame);
    m_table->setObjectName(u"passTable"_s);
    m_table->setModel(m_model);
    RowDelegate::setUp(m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setCurrentIndex(m_model->index(0, 0)); // where the arrow keys begin, in sight
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PassModel::Name, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, tokens::space4, 1, tokens::space4);
    column->addWidget(m_table);
    return frame;
}

void DiagnosticsView::setDiagnostics(const FrameDiagnostics &diagnostics)
{
    m_diagnostics = diagnostics;
    m_model->setStatistics(diagnostics.reader);
    fill();
}

void DiagnosticsView::clear()
{
    m_diagnostics.reset();
    m_model->setStatistics({});
    fill();
}

QString DiagnosticsView::factName(Fact fact) const
{
    switch (fact) {
    case Picture:
        return tr("Picture");
    case Rate:
        return tr("Frames per second");
    case Frames:
        return tr("Frames looked at");
    case Dropped:
        return tr("Frames left out");
    case Time:
        return tr("Time for a frame");
    case Load:
        return tr("Work");
    case Found:
        return tr("Frames with a code");
    case AdviceNow:
        return tr("Advice now");
    case FactCount:
        break;
    }
    return {};
}

QString DiagnosticsView::factText(Fact fact) const
{
    if (!m_diagnostics)
        return u"–"_s;
    const FrameDiagnostics &shown = *m_diagnostics;
    const QLocale locale;
    switch (fact) {
    case Picture:
        return tr("%1 × %2, %3", "width, height, format of the pixels")
            .arg(shown.frameSize.width())
            .arg(shown.frameSize.height())
            .arg(shown.pixelFormat);
    case Rate:
        return shown.framesASecond > 0 ? figure(shown.framesASecond) : u"–"_s;
    case Frames:
        return locale.toString(shown.framesRead);
    case Dropped:
        return shown.framesBroken > 0
                   ? tr("%1, and %2 that could not be unpacked")
                         .arg(locale.toString(shown.framesDropped), locale.toString(shown.framesBroken))
                   : locale.toString(shown.framesDropped);
    case Time:
        return tr("%1 ms; %2 ms are allowed beyond the first look")
            .arg(figure(shown.reader.spent.count()), figure(shown.reader.budget.count()));
    case Load:
        return (shown.reader.resting
                    ? tr("%1 % of one processor core; nothing moves, only the first look is taken")
                    : tr("%1 % of one processor core"))
            .arg(figure(100 * shown.decodeShare, 0));
    case Found:
        return locale.toString(shown.reader.framesRead);
    case AdviceNow:
        return shown.advice == Advice::None ? tr("none") : adviceWords(shown.advice);
    case FactCount:
        break;
    }
    return {};
}

void DiagnosticsView::fill()
{
    for (int fact = 0; fact < FactCount; ++fact) {
        QLabel *value = m_values[size_t(fact)];
        value->setText(factText(Fact(fact)));
        value->setAccessibleName(m_names[size_t(fact)]->text());
        value->setAccessibleDescription(value->text());
    }
    m_note->setText(m_diagnostics ? tr("What the reader does with the camera's frames, twice a second. "
                                       "Nothing here is about visitors.")
                                  : tr("No camera is being read now."));
}

QString DiagnosticsView::asText() const
{
    QStringList lines{m_heading->text()};
    for (int fact = 0; fact < FactCount; ++fact)
        lines << factName(Fact(fact)) + u'\t' + factText(Fact(fact));
    QStringList cells;
    for (int column = 0; column < PassModel::ColumnCount; ++column)
        cells << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines << QString() << cells.join(u'\t');
    for (int row = 0; row < m_model->rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < PassModel::ColumnCount; ++column)
            cells << m_model->index(row, column).data().toString();
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

void DiagnosticsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DiagnosticsView::retranslate()
{
    m_heading->setText(tr("Reader diagnostics"));
    m_copy->setLabel(tr("Copy as text"));
    m_back->setLabel(tr("Back"));
    m_table->setAccessibleName(tr("Ways of looking at a frame"));
    for (int fact = 0; fact < FactCount; ++fact)
        m_names[size_t(fact)]->setText(factName(Fact(fact)));
    m_model->retranslate();
    fill();
}

} // namespace checkpoint
