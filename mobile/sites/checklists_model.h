// The published checklists: those that are meant for a site first, the rest apart. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <vector>

#include "mobile/sites/reading.h"
#include "mobile/sites/site_rows.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class ChecklistsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.checklists")
    Q_PROPERTY(QString site READ site WRITE setSite NOTIFY changed)   // "": of any
    Q_PROPERTY(bool test READ test WRITE setTest NOTIFY changed)      // for test mode: draft versions, too
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)      // what is meant for it; all, where nothing is
    Q_PROPERTY(plumb::mobile::RowModel* others READ others CONSTANT)  // what is meant for other sites
    Q_PROPERTY(QString only READ only NOTIFY changed)                 // there is no other to choose; else ""
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    // `store` outlives this.
    ChecklistsModel(StoreThread& store, QObject* parent);

    [[nodiscard]] const QString& site() const { return m_site; }
    void setSite(const QString& site);
    [[nodiscard]] bool test() const { return m_test; }
    void setTest(bool test);
    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] RowModel* others() { return &m_others; }
    [[nodiscard]] QString only() const;
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    Q_INVOKABLE void refresh();
    void forget();

  signals:
    void changed();

  private:
    void show();

    StoreThread& m_store;
    Rows<ChecklistRow> m_rows{this}, m_others{this};
    std::vector<OfferedChecklist> m_lists;
    QString m_site;
    Sentence m_problem;
    bool m_test = false;
    int m_asked = 0;  // answers to earlier questions are not what is asked for now
};

}  // namespace plumb::mobile
