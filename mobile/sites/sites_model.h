// The published sites, searchable, read page by page: a province has tens of thousands. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QHash>
#include <QObject>

#include "mobile/sites/site_rows.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class SitesModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.sites")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    // `store` outlives this.
    SitesModel(StoreThread& store, QObject* parent);

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] int total() const { return m_total; }  // published, whatever the filter
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    Q_INVOKABLE void refresh();
    void forget();
    // The end of the list is in sight: the next page, where there is one.
    Q_INVOKABLE void readOn();
    // "" where it is not known (yet); changed() tells when it is.
    Q_INVOKABLE QString nameOf(const QString& site);

  signals:
    void filterChanged();
    void changed();

  private:
    void read(std::size_t offset, std::size_t limit);

    StoreThread& m_store;
    Rows<SiteRow> m_rows{this};
    std::vector<SiteRow> m_read;
    QHash<QString, QString> m_names;  // of sites that were seen or asked for
    QString m_filter;
    Sentence m_problem;
    int m_total = 0;
    std::size_t m_found = 0;
    int m_asked = 0;  // answers to earlier questions are not what is asked for now
    bool m_reading = false;
};

}  // namespace plumb::mobile
