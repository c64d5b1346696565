#pragma once

#include "ui/common/keyhint.h"

#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace checkpoint {

class ChoiceRow;
class FilesPage;
class OverviewPage;
class PaperDayPage;
class PersonDataPage;
class PhotosPage;
class RollupPage;
class TracePage;

/// The record added up: a day in pictures, reports as files, who was together with whom; what is held on a
/// person; what many venues' reports add up to; and what comes into the record after a power cut: lines of
/// paper, photos. GUI thread; owned by the main window.
class ReportsView : public QWidget
{
    Q_OBJECT

public:
    explicit ReportsView(QWidget *parent = nullptr);

    OverviewPage *overview() const { return m_overview; }
    FilesPage *files() const { return m_files; }
    TracePage *trace() const { return m_trace; }
    RollupPage *rollup() const { return m_rollup; }
    PersonDataPage *personData() const { return m_persons; }
    PaperDayPage *paperDay() const { return m_paper; }
    PhotosPage *photos() const { return m_photos; }
    enum Page { Pictures, Files, Trace, PersonData, Rollup, PaperDay, Photos, PageCount };
    void open(Page page);
    void setToday(const QDate &today);
    /// No person stays on any page; nothing is asked for until it is shown anew.
    void forget();
    QList<KeyHint> keyHints() const;

public slots:
    /// Something was recorded: what is shown is asked for anew soon, or when it is shown next.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showPage(int page);
    void retranslate();

    ChoiceRow *m_which;
    OverviewPage *m_overview;
    FilesPage *m_files;
    TracePage *m_trace;
    PersonDataPage *m_persons;
    RollupPage *m_rollup;
    PaperDayPage *m_paper;
    PhotosPage *m_photos;
    QStackedLayout *m_pages;
    QTimer m_refreshSoon;
    bool m_stale = true;
};

} // namespace checkpoint
