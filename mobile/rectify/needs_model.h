// What an enterprise has to do now beside filling a self-assessment, in the order of its day: for its home and for the
// count in the navigation, so that it is read again whenever the store changes while somebody is signed in. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/rectify/needs.h"
#include "mobile/store/store_thread.h"

namespace plumb::mobile {

class NeedsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.needs")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(int toDo READ toDo NOTIFY changed)  // findings that the enterprise has to act on
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    // The record that the home tells of by itself; it is none of the rows.
    Q_PROPERTY(QString told READ told WRITE setTold NOTIFY changed)

  public:
    // `store` outlives this.
    NeedsModel(StoreThread& store, QObject* parent);

    // Only an enterprise's are read; whoever else is signed in has them on the Today page.
    void watch(bool enterprise);
    void refreshIfWatched();

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] int toDo() const { return static_cast<int>(m_needs.toDo); }
    [[nodiscard]] bool ready() const { return m_wasRead; }
    [[nodiscard]] QString told() const { return m_told; }
    void setTold(const QString& record);

  signals:
    void changed();

  private:
    void show();

    StoreThread& m_store;
    Needs m_needs;
    bool m_watched = false, m_wasRead = false;
    QString m_told;
    Rows<CardRow> m_rows{this};
};

}  // namespace plumb::mobile
