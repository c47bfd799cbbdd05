// The published sites, searchable. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <vector>

#include "mobile/sites/site_rows.h"
#include "mobile/store/store_thread.h"

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
    [[nodiscard]] int total() const { return static_cast<int>(m_sites.size()); }
    [[nodiscard]] QString problem() const { return m_problem; }
    Q_INVOKABLE void refresh();
    // "" where it is not known (yet).
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QString& site) const;

  signals:
    void filterChanged();
    void changed();

  private:
    void show();

    StoreThread& m_store;
    Rows<SiteRow> m_rows{this};
    std::vector<store::Site> m_sites;
    QString m_filter, m_problem;
};

}  // namespace plumb::mobile
