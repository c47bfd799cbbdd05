#include "sync-server/projections/publications/retention_tables.h"

#include "sync-server/projections/publications/published_for.h"

namespace plumb::server {

std::vector<records::Retention> retentionTables(std::string_view region, StoreReader& reader) {
    return publishedFor(region, records::kRetentionPublished, &records::readRetention, reader);
}

}  // namespace plumb::server
