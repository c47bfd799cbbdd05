// Tasks and where each stands.
#pragma once

#include "sync-server/projections/projection.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {

class TasksProjection final : public Projection {
  public:
    explicit TasksProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "tasks"; }
    [[nodiscard]] int version() const override { return 3; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
    TaskRows m_rows;
};

}  // namespace plumb::server
