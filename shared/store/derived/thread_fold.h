// Takes stored remarks into the table of threads. A record has few of them: its threads are made again from all of its
// lines with each remark, whatever the order in which they came, and with what says who made the visit.
#pragma once

#include "shared/store/database.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

class ThreadFolder {
  public:
    // Both outlive this.
    ThreadFolder(Database& tables, const TabletStore& store) : m_tables(tables), m_store(store) {}

    // A line of any type that was stored, or whose place in the log, belief or refusal changed.
    void take(const RecordRow& row);

  private:
    [[nodiscard]] bool isDiscussed(const std::string& inspection);
    void remake(const std::string& inspection);

    Database& m_tables;
    const TabletStore& m_store;
};

}  // namespace plumb::store
