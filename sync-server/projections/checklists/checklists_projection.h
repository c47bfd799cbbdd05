// Each published version of a checklist: the hash of its document, its title. The first line that publishes a version
// counts; whether the version stands is what the newest one says. For which sites and checks it is, the newest one that
// publishes it says, which a withdrawal leaves as it was; what was published once for checks that count is a draft
// version no more, whatever comes after.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class ChecklistsProjection final : public Projection {
  public:
    explicit ChecklistsProjection(StoreWriter& writer) : m_writer(writer), m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "checklists"; }
    [[nodiscard]] int version() const override { return 3; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    StoreWriter& m_writer;
    sql::Connection& m_sql;
};

// The hash of the document that a line publishes as a checklist; none where it is of another kind.
std::optional<Sha256> publishedChecklist(const record::Payload& payload);

}  // namespace plumb::server
