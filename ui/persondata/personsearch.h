#pragma once

#include "core/base/error.h"
#include "core/store/entrylists.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace checkpoint {

class ActionButton;

/// Says whom it is about: a code that is pasted or held up, a number, or a name, of which there may be
/// several. Shows people masked. Knows no store: asks by signals. GUI thread; part of a page.
class PersonSearch : public QFrame
{
    Q_OBJECT

public:
    explicit PersonSearch(QWidget *parent = nullptr);

    /// The focus to the line.
    void begin();
    /// Nothing typed or found is left.
    void forget();
    /// No code is waited for any more.
    void stopScanning();

public slots:
    /// Whom the text may mean; one person is chosen at once.
    void setHits(const QList<checkpoint::VisitorHit> &hits);
    void showFailure(const checkpoint::Error &error);
    /// The text of a code that was held up, where one is waited for.
    void takeScanned(const QByteArray &text);

signals:
    void findWanted(const QByteArray &text);
    /// Whether the next code is to be looked up instead of recorded.
    void scanWanted(bool wanted);
    void chosen(const checkpoint::VisitorHit &person);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void find();
    void choose(int row);
    void say(const QString &words, QLatin1StringView tone);
    void retranslate();

    QList<VisitorHit> m_hits;
    QLabel *m_word;
    QLineEdit *m_text;
    ActionButton *m_find;
    ActionButton *m_scan;
    QListWidget *m_found;
    QLabel *m_said;
};

} // namespace checkpoint
