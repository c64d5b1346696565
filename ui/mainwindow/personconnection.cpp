#include "ui/mainwindow/personconnection.h"

#include "core/desk/checkpointdesk.h"
#include "core/reports/personsheet.h"
#include "ui/persondata/heldcard.h"
#include "ui/persondata/persondatapage.h"
#include "ui/persondata/personsearch.h"
#include "ui/persondata/requestlist.h"

#include <QPointer>

#include <utility>

namespace checkpoint {

template <typename Answer> auto PersonConnection::whileAsked(Answer answer)
{
    return [this, round = m_round, answer = std::move(answer)](const auto &result) {
        if (round == m_round)
            answer(result);
    };
}

PersonConnection::PersonConnection(const DeskParts &parts, PersonDataPage *page, const Head &head,
                                   QObject *parent)
    : QObject(parent), m_parts(parts), m_page(page), m_head(head), m_office(parts.store, parts.clock)
{
    connect(page, &PersonDataPage::forgotten, this, [this] { ++m_round; });
    connectSearch();
    connectHeld();
    connectRequests();
}

void PersonConnection::connectSearch()
{
    PersonSearch *search = m_page->search();
    connect(search, &PersonSearch::findWanted, this, [this, search](const QByteArray &text) {
        m_page->held()->forget();
        m_office.finder()->find(text).then(
            this, whileAsked([this, search, asked = ++m_search](const Result<QList<VisitorHit>> &hits) {
                if (asked != m_search)
                    return;
                if (hits)
                    search->setHits(*hits);
                else
                    search->showFailure(hits.error());
            }));
    });
    connect(search, &PersonSearch::scanWanted, this,
            [this](bool wanted) { m_parts.desk->setLookingUp(wanted); });
    connect(m_parts.desk, &CheckpointDesk::lookedUp, search, &PersonSearch::takeScanned);
}

void PersonConnection::look(const QUuid &visitorId)
{
    m_office.look(visitorId).then(this, whileAsked([this, visitorId](const Result<HeldData> &held) {
                                      HeldCard *card = m_page->held();
                                      if (card->person() != visitorId)
                                          return;
                                      if (held)
                                          card->setHeld(*held);
                                      else
                                          card->showFailure(held.error());
                                  }));
}

void PersonConnection::bringUpToDate()
{
    HeldCard *card = m_page->held();
    if (!card->person())
        return;
    if (!card->isResting())
        return m_changed.start();
    m_office.look(*card->person()).then(this, whileAsked([this, card](const Result<HeldData> &held) {
                                            if (!held || card->person() != held->record.visitorId)
                                                return;
                                            if (!card->isResting())
                                                return m_changed.start();
                                            card->setHeld(*held);
                                        }));
}

void PersonConnection::connectHeld()
{
    HeldCard *card = m_page->held();
    m_changed.setSingleShot(true);
    m_changed.setInterval(300);
    connect(&m_changed, &QTimer::timeout, this, &PersonConnection::bringUpToDate);
    connect(m_parts.store, &EntryStore::changed, &m_changed, qOverload<>(&QTimer::start));
    connect(card, &HeldCard::lookWanted, this, &PersonConnection::look);
    connect(card, &HeldCard::revealWanted, this, [this, card](const QUuid &visitor, const QString &reason) {
        m_office.reveal(visitor, reason).then(this, whileAsked([card, visitor](const Result<HeldData> &held) {
                                                  if (card->person() != visitor)
                                                      return;
                                                  if (held)
                                                      card->setHeld(*held);
                                                  else
                                                      card->showFailure(held.error());
                                              }));
    });
    connect(card, &HeldCard::printWanted, this, [this](const QUuid &visitor, const QString &reason) {
        SheetPrinting::choosePrinter(m_page->window(), [this, visitor, reason, round = m_round,
                                                        here = QPointer<PersonConnection>(this)](
                                                           const std::shared_ptr<QPrinter> &printer) {
            if (!here || round != m_round)
                return;
            makeSheet(visitor, reason, [this, printer](const SummarySheet &sheet) {
                m_printing.print(printer, [sheet](QPagedPaintDevice *device) { return sheet.paint(device); });
            });
        });
    });
    connect(card, &HeldCard::saveWanted, this,
            [this](const QUuid &visitor, const QString &reason, const QString &path) {
                makeSheet(visitor, reason, [this, path](const SummarySheet &sheet) {
                    m_printing.save(path, [sheet](const QString &file) { return sheet.writePdf(file); });
                });
            });
    connect(&m_printing, &SheetPrinting::printed, card, &HeldCard::showSheet);
    connect(card, &HeldCard::correctWanted, this,
            [this, card](const QUuid &visitor, const VisitorCorrection &correction) {
                m_office.correct(visitor, correction)
                    .then(this, whileAsked([this, card, visitor](const Result<void> &done) {
                              if (!done)
                                  return card->showFailure(done.error());
                              card->showCorrected();
                              m_office.look(visitor).then(
                                  this, [this, visitor](const Result<HeldData> &held) {
                                      if (held)
                                          m_parts.desk->changePerson(visitor, held->record.data);
                                  });
                              look(visitor);
                          }));
            });
    connect(card, &HeldCard::eraseWanted, this, [this, card](const QUuid &visitor) {
        m_office.erase(visitor).then(
            this, [this, card, visitor, round = m_round](const Result<ErasureCounts> &erased) {
                if (erased) // whoever looks at the page by now: nothing may go on saying the name
                    m_parts.desk->changePerson(visitor, {});
                if (round != m_round)
                    return;
                if (!erased)
                    return card->showFailure(erased.error());
                card->showErased();
                look(visitor);
            });
    });
}

void PersonConnection::makeSheet(const QUuid &visitorId, const QString &reason, const Sheet &goOn)
{
    HeldCard *card = m_page->held();
    m_office.reveal(visitorId, reason)
        .then(this, whileAsked([this, card, goOn](const Result<HeldData> &held) {
                  if (!held)
                      return card->showFailure(held.error());
                  SheetHead head = m_head();
                  head.hasPeriod = false;
                  head.hasPersons = true;
                  head.revealed = true;
                  head.isTheirOwn = true;
                  const SummarySheet sheet(head, personSummary(held->record, held->terms, head.language));
                  m_office.noteSheet().then(this, whileAsked([card, goOn, sheet](const Result<void> &noted) {
                                                if (noted)
                                                    goOn(sheet);
                                                else
                                                    card->showFailure(noted.error());
                                            }));
              }));
}

void PersonConnection::fetchRequests()
{
    RequestList *list = m_page->requests();
    m_office.requests(list->withDone())
        .then(this, whileAsked([list](const Result<QList<PersonRequest>> &requests) {
                  if (requests)
                      list->setRequests(*requests);
                  else
                      list->showFailure(requests.error());
              }));
}

void PersonConnection::connectRequests()
{
    RequestList *list = m_page->requests();
    connect(list, &RequestList::listWanted, this, &PersonConnection::fetchRequests);
    connect(list, &RequestList::addWanted, this,
            [this, list](RequestKind kind, const std::optional<QUuid> &visitor, const QString &note) {
                m_office.add(kind, visitor, note)
                    .then(this, whileAsked([this, list](const Result<PersonRequest> &added) {
                              if (!added)
                                  return list->showFailure(added.error());
                              list->showAdded(*added);
                              fetchRequests();
                          }));
            });
    const auto stamped = [this, list](const QUuid &id, auto show) {
        return whileAsked([this, list, id, show](const Result<void> &done) {
            if (done)
                (list->*show)(id);
            else
                list->showFailure(done.error());
            fetchRequests();
        });
    };
    connect(list, &RequestList::answeredWanted, this, [this, stamped](const QUuid &id) {
        m_office.answered(id).then(this, stamped(id, &RequestList::showAnswered));
    });
    connect(list, &RequestList::doneWanted, this, [this, stamped](const QUuid &id) {
        m_office.done(id).then(this, stamped(id, &RequestList::showDone));
    });
    connect(list, &RequestList::noteWanted, this, [this, list](const QUuid &id) {
        m_office.requestNote(id).then(this, whileAsked([list, id](const Result<QString> &note) {
                                          if (note)
                                              list->showNote(id, *note);
                                          else
                                              list->showFailure(note.error());
                                      }));
    });
}

} // namespace checkpoint
