// Queries of the projection of published results. For the thread of the reader.
#pragma once

#include "shared/records/publication/published.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// Of sites that name no programme.
inline constexpr std::string_view kNoProgramme = "-";

struct PublishedAt {
    std::uint64_t index = 0;  // of the line that published it first
    records::PublicationRow row;
};

class PublishedRows {
  public:
    // `reader` outlives this.
    explicit PublishedRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the inspection's id; none: its result was never published.
    std::optional<records::PublicationRow> find(std::string_view inspection);

    // Ids of programmes (where a site names none: what it calls its programme) of which something was ever published.
    // After `after`, at most `limit`.
    std::vector<std::string> programmes(std::string_view after, std::size_t limit);
    // Of sites of this programme, what was first published last comes first; those below `before`.
    std::vector<PublishedAt> ofProgramme(std::string_view programme, std::uint64_t before, std::size_t limit);
    // "" where nothing was published of the inspection.
    std::string programmeOf(std::string_view inspection);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
