// Today (drafts, what needs somebody, the log's word) and the list of signed records. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/record/record_finder.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

// A record as a card; used by both lists.
CardRow cardOf(const RecordFact& record, const QString& language, qint64 nowMs);

class TodayModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.today")
    Q_PROPERTY(plumb::mobile::RowModel* drafts READ drafts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* attention READ attention CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* recent READ recent CONSTANT)
    Q_PROPERTY(bool watched MEMBER m_watched WRITE watch NOTIFY changed)
    Q_PROPERTY(QString date READ date NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY changed)
    Q_PROPERTY(QString checkpoint READ checkpoint NOTIFY changed)
    Q_PROPERTY(bool proved READ proved NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    TodayModel(Backend& backend, QObject* parent);

    // Read again when the store changes only while somebody looks at it: the vault thread has answers to write.
    void watch(bool watched);

    [[nodiscard]] RowModel* drafts() { return &m_drafts; }
    [[nodiscard]] RowModel* attention() { return &m_attention; }
    [[nodiscard]] RowModel* recent() { return &m_recent; }
    [[nodiscard]] QString date() const;
    [[nodiscard]] int waiting() const { return m_fact.waitingRecords; }
    [[nodiscard]] int records() const { return m_fact.records; }
    [[nodiscard]] QString checkpoint() const;
    [[nodiscard]] bool proved() const {
        return m_fact.records > 0 && m_fact.waitingRecords == 0 && m_fact.refused.empty();
    }
    [[nodiscard]] bool ready() const { return m_fact.sites > 0 && m_fact.checklists > 0; }
    [[nodiscard]] QString problem() const { return m_problem; }
    Q_INVOKABLE void refresh();

  signals:
    void changed();

  private:
    void show();

    Backend& m_backend;
    bool m_watched = true;
    TodayFact m_fact;
    Rows<CardRow> m_drafts{this}, m_attention{this}, m_recent{this};
    QString m_problem;
};

// Signed records, newest first, read a page at a time as the list is scrolled; with a filter those that a search finds.
class RecordsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.records")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(bool watched MEMBER m_watched WRITE watch NOTIFY changed)
    Q_PROPERTY(bool more READ more NOTIFY changed)
    Q_PROPERTY(bool read READ wasRead NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int found READ found NOTIFY changed)
    Q_PROPERTY(bool lookedThrough READ lookedThrough NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    RecordsModel(Backend& backend, RecordFinder& finder, QObject* parent);

    void watch(bool watched);  // as in TodayModel

    // The first page has come: an empty list is one.
    [[nodiscard]] bool wasRead() const { return m_wasRead; }
    [[nodiscard]] const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    // How many records the filter leaves, and whether all of them were looked through by now.
    [[nodiscard]] int found() const { return m_found; }
    [[nodiscard]] bool lookedThrough() const { return m_lookedThrough; }
    // Another person's are none of one's own.
    void forget();

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] bool more() const { return m_more; }
    [[nodiscard]] QString problem() const { return m_problem; }
    // Reads again as much as was shown.
    Q_INVOKABLE void refresh();
    // The next page, when the end of the list comes into sight.
    Q_INVOKABLE void readOn();

  signals:
    void changed();
    void filterChanged();

  private:
    void read(std::size_t offset, std::size_t limit);
    void take(std::size_t offset, bool more, Result<std::vector<RecordFact>> facts);
    void show();

    Backend& m_backend;
    RecordFinder& m_finder;
    QString m_filter;
    int m_asked = 0;  // which search: an answer to an earlier one is dropped
    int m_found = 0;
    bool m_wasRead = false, m_lookedThrough = true;
    std::vector<RecordFact> m_facts;
    Rows<CardRow> m_rows{this};
    bool m_watched = false, m_more = false, m_reading = false, m_again = false;
    QString m_problem;
};

}  // namespace plumb::mobile
