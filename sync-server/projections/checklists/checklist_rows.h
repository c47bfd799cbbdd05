// Queries of the projection of checklists. For the thread of the reader.
#pragma once

#include "shared/records/reference/checklist_publication.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct ChecklistRow {
    std::string id, version;
    Sha256 sha256;
    std::string titleJson;
    std::uint64_t index = 0;     // of the line that published it
    std::string withdrawn = {};  // why nothing begins on it any more; "": it stands
    // What its lines come to, the title apart: for whom it is by the newest that did not withdraw it, and a draft
    // version while none published it for checks that count.
    records::ChecklistPublication says = {};
};

class ChecklistRows {
  public:
    // `reader` outlives this.
    explicit ChecklistRows(StoreReader& reader) : m_sql(reader.connection()) {}

    std::optional<ChecklistRow> byHash(const Sha256& sha256);
    std::optional<ChecklistRow> find(std::string_view id, std::string_view version);
    // In the log's order.
    std::vector<ChecklistRow> all();
    // The version by which a check that counts goes when only the id is named: the newest that stands, else the newest
    // that was withdrawn, else a draft version.
    std::optional<ChecklistRow> newest(std::string_view id);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
