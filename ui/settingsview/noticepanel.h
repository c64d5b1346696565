#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/domain/notice.h"
#include "core/domain/venue.h"
#include "core/posters/postercontent.h"
#include "ui/common/savingplace.h"
#include "ui/posterview/posterworkshop.h"

#include <QMetaType>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class SheetPreview;

/// A page of the settings: what visitors are told about their personal data, in both languages, as it will
/// hang on the wall; every saved change is a version of its own, and each of them can be printed. Makes
/// sheets on a thread of its own. Knows no store: wishes go out by signals. GUI thread; owned by the settings
/// view.
class NoticePanel : public QWidget
{
    Q_OBJECT

public:
    explicit NoticePanel(QWidget *parent = nullptr);

    SavingPlace saving; ///< asks where a file goes

    /// Drops what was typed and not saved.
    void forget();

public slots:
    /// Whose notice it is, what is proposed while none was saved, and what the terms are now.
    void setVenue(const std::optional<checkpoint::Venue> &venue);
    void setTerms(const checkpoint::RetentionTerms &terms);
    /// Every version, the newest first.
    void setVersions(const QList<checkpoint::Notice> &versions);
    void showSaved(const checkpoint::Notice &notice);
    void showFailure(const checkpoint::Error &error);

signals:
    /// The page is looked at.
    void opened();
    void saveWanted(const checkpoint::Notice &notice);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeParts();
    QWidget *makeForm();
    QWidget *makeSheet();
    void connectParts();
    PosterLanguages language() const;
    /// What is typed now, with the terms as they are.
    Notice typed() const;
    /// What the sheet shows: the chosen version, or what is typed.
    Notice shown() const;
    bool isChanged() const;
    void fill();
    void fillTexts();
    void takeTexts();
    void edited();
    void save();
    void print();
    void savePdf();
    void compose();
    void offer();
    void say(const QString &words, QLatin1StringView tone);
    void sayFault(const NoticeFault &fault);
    void retranslate();

    std::optional<Venue> m_venue;
    RetentionTerms m_terms;
    QList<Notice> m_versions;
    Notice m_draft; ///< of both languages, as typed
    bool m_touched = false;
    bool m_filling = false;
    PosterWorkshop m_workshop;
    QTimer m_composeSoon;
    QLabel *m_about = nullptr;
    ChoiceRow *m_language = nullptr;
    QLabel *m_purposeWord = nullptr;
    QPlainTextEdit *m_purpose = nullptr;
    QLabel *m_basisWord = nullptr;
    QPlainTextEdit *m_basis = nullptr;
    QLabel *m_contactWord = nullptr;
    QLineEdit *m_contact = nullptr;
    QLabel *m_termsText = nullptr;
    ActionButton *m_save = nullptr;
    QLabel *m_said = nullptr;
    QLabel *m_versionsWord = nullptr;
    QListWidget *m_list = nullptr;
    SheetPreview *m_preview = nullptr;
    ActionButton *m_print = nullptr;
    ActionButton *m_pdf = nullptr;
};

} // namespace checkpoint
