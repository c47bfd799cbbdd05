// Takes stored lines into the table of tasks. A task has few lines: its row is made again from all of them with each,
// whatever the order in which they came.
#pragma once

#include "shared/store/database.h"
#include "shared/store/derived/line_payload.h"

namespace plumb::store {

class TaskFolder {
  public:
    // Both outlive this.
    TaskFolder(Database& tables, const TabletStore& store) : m_tables(tables), m_store(store) {}

    // A line of any type that was stored, or whose place in the log, belief or refusal changed.
    void take(LinePayload& line);

  private:
    void takeVisit(const RecordRow& row, const std::string& task);
    void remake(const std::string& task);

    Database& m_tables;
    const TabletStore& m_store;
};

}  // namespace plumb::store
