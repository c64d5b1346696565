#pragma once

#include "core/store/entrylists.h"

#include <QListWidget>
#include <QTimer>

#include <optional>

class QLineEdit;

namespace checkpoint {

/// Who is expected and who was here before, offered below a field in which a name is typed: Up and Down go
/// through them, Enter takes the one marked. Knows no store, it asks by a signal. GUI thread; child of the
/// widget it lies over.
class VisitorOffers : public QListWidget
{
    Q_OBJECT

public:
    VisitorOffers(QLineEdit *name, QWidget *above);

    /// Who fits what was typed; ignored when something else is typed by now.
    void setHits(const QString &typed, const QList<VisitorHit> &hits);
    /// The only one known of those offered lately who has just this name, whatever its diacritics.
    std::optional<VisitorHit> onlyOneCalled(const QString &name) const;
    /// Nothing is searched for any more.
    void stop();
    /// And nobody who fitted before stays in memory.
    void forget();
    /// Puts it below the field again.
    void place();

    static constexpr int mostHits = 4;     ///< who were here before
    static constexpr int mostExpected = 3; ///< besides, above them
    static constexpr int leastLetters = 2;
    static constexpr int delayMs = 80;

signals:
    void searchRequested(const QString &typed);
    void taken(const checkpoint::VisitorHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void take(int row);
    QString lineOf(const VisitorHit &hit) const;
    bool nameKey(int key);
    void retranslate();

    QLineEdit *m_name;
    QList<VisitorHit> m_hits;
    QString m_searched;
    QTimer m_soon;
};

} // namespace checkpoint
