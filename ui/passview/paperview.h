#pragma once

#include "ui/common/keyhint.h"

#include <QWidget>

class QStackedLayout;

namespace checkpoint {

class ChoiceRow;
class PassView;
class PosterView;

/// What the desk prints: posters and passes, one of them at a time. GUI thread; owned by the main window.
class PaperView : public QWidget
{
    Q_OBJECT

public:
    explicit PaperView(QWidget *parent = nullptr);

    PosterView *posters() const { return m_posters; }
    PassView *passes() const { return m_passes; }
    bool showsPasses() const;
    void showPosters();
    void showPasses();
    QList<KeyHint> keyHints() const;

signals:
    /// The other of the two is shown.
    void turned();

protected:
    void changeEvent(QEvent *event) override;

private:
    void turnTo(int index);
    void retranslate();

    ChoiceRow *m_which;
    PosterView *m_posters;
    PassView *m_passes;
    QStackedLayout *m_pages;
};

} // namespace checkpoint
