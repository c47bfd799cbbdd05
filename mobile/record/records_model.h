// Signed records, newest first, read a page at a time as the list is scrolled; with a filter those that a search finds.
// UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/record/record_finder.h"
#include "mobile/record/record_info.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class RecordsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.records")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(bool watched MEMBER m_watched WRITE watch NOTIFY changed)
    Q_PROPERTY(bool more READ more NOTIFY changed)
    Q_PROPERTY(bool read READ wasRead NOTIFY changed)
    Q_PROPERTY(bool tests READ tests WRITE setTests NOTIFY filterChanged)  // those made in test mode, and no other
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int found READ found NOTIFY changed)
    Q_PROPERTY(bool lookedThrough READ lookedThrough NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    // All that is passed outlives this.
    RecordsModel(StoreThread& store, RecordFinder& finder, QObject* parent);

    // Read again when the store changes only while somebody looks at it.
    void watch(bool watched);

    // The first page has come: an empty list is one.
    [[nodiscard]] bool wasRead() const { return m_wasRead; }
    [[nodiscard]] const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] bool tests() const { return m_tests; }
    void setTests(bool tests);
    // How many records the filter leaves, and whether all of them were looked through by now.
    [[nodiscard]] int found() const { return m_found; }
    [[nodiscard]] bool lookedThrough() const { return m_lookedThrough; }
    // Another person's are none of one's own.
    void forget();

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] bool more() const { return m_more; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    // Reads again as much as was shown.
    Q_INVOKABLE void refresh();
    // The next page, when the end of the list comes into sight.
    Q_INVOKABLE void readOn();

  signals:
    void changed();
    void filterChanged();

  private:
    void askAnew();
    void read(std::size_t offset, std::size_t limit);
    void take(std::size_t offset, bool more, Result<std::vector<RecordInfo>> facts);
    void show();
    void show(std::size_t from);

    StoreThread& m_store;
    RecordFinder& m_finder;
    QString m_filter;
    int m_asked = 0;  // which search: an answer to an earlier one is dropped
    int m_found = 0;
    bool m_wasRead = false, m_lookedThrough = true, m_tests = false;
    std::vector<RecordInfo> m_facts;
    Rows<CardRow> m_rows{this};
    bool m_watched = false, m_more = false, m_reading = false, m_again = false;
    Sentence m_problem;
};

}  // namespace plumb::mobile
