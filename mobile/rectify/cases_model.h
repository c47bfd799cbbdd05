// The findings that are to be put right, of all cases: by column, what is due first before all, a page at a time. For
// an enterprise those of its sites, for an office those of its regions: nobody else's are on the device. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <map>

#include "mobile/store/store_thread.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/sentence.h"
#include "shared/records/rectification/column.h"
#include "shared/store/derived/case_lists.h"

namespace plumb::mobile {

class CasesModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.cases")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(int column READ column WRITE setColumn NOTIFY changed)  // index among columns
    Q_PROPERTY(QStringList columns READ columns NOTIFY changed)        // their names with their counts
    Q_PROPERTY(QStringList names READ names NOTIFY changed)            // their object names
    Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed)      // of the column: what is not there
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)        // and what would bring something
    Q_PROPERTY(bool more READ more NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(bool complete READ complete NOTIFY changed)  // everything that is stored was looked through
    Q_PROPERTY(int overdue READ overdue NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool watched MEMBER m_watched WRITE watch NOTIFY changed)

  public:
    // `store` outlives this.
    CasesModel(StoreThread& store, QObject* parent);

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] int column() const { return m_column; }
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QString emptyTitle() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool more() const { return m_page.rows.size() < m_page.total; }
    [[nodiscard]] bool ready() const { return m_wasRead; }
    [[nodiscard]] bool complete() const { return m_page.complete; }
    [[nodiscard]] int overdue() const { return m_overdue; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    void setColumn(int column);
    void watch(bool watched);
    void refreshIfWatched();

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void showMore();
    // Somebody else is at the tablet.
    void forget();

  signals:
    void changed();

  private:
    struct Page : store::FindingPage {
        bool enterprise = false;
        std::vector<std::size_t> counts;
        std::size_t overdue = 0;
        std::map<std::string, QString> numbers;  // of items, as their checklists number them
    };
    static Result<Page> read(LocalStore& store, int column, std::size_t limit);
    [[nodiscard]] records::FindingColumn shownColumn() const;
    void show();

    StoreThread& m_store;
    Rows<CardRow> m_rows{this};
    Page m_page;
    int m_column = 0, m_overdue = 0;
    std::size_t m_limit;
    bool m_watched = false, m_wasRead = false;
    Sentence m_problem;
};

}  // namespace plumb::mobile
