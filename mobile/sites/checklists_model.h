// The published checklists. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <vector>

#include "mobile/sites/site_rows.h"
#include "mobile/store/store_thread.h"

namespace plumb::mobile {

class ChecklistsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.checklists")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    // `store` outlives this.
    ChecklistsModel(StoreThread& store, QObject* parent);

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] QString problem() const { return m_problem; }
    Q_INVOKABLE void refresh();

  signals:
    void changed();

  private:
    void show();

    StoreThread& m_store;
    Rows<ChecklistRow> m_rows{this};
    std::vector<store::PublishedChecklist> m_lists;
    QString m_problem;
};

}  // namespace plumb::mobile
