#include "sync-server/projections/publications/retention_tables.h"

#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/publications.h"

namespace plumb::server {

std::vector<records::Retention> retentionTables(std::string_view region, StoreReader& reader) {
    std::vector<records::Retention> out;
    for (const auto& entry : Publications(reader).all(records::kRetentionPublished)) {
        if (!region.starts_with(entry.region)) continue;
        auto says = records::readRetention(payloadAt(entry.index, reader).body);
        // It was judged when it came; what is damaged since throws above.
        if (says) out.push_back(std::move(*says));
    }
    return out;
}

}  // namespace plumb::server
