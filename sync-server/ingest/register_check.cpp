#include "sync-server/ingest/register_check.h"

#include "shared/records/planning/check.h"
#include "shared/records/reference/item_register.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/publications.h"

namespace plumb::server {

Result<void> checkItemsRegistered(const record::Payload& payload, StoreReader& reader) {
    const auto check = records::readCheck(payload.body);
    if (!check) return fail(check.error());
    std::vector<records::ItemRegister> versions;
    for (const auto& entry : Publications(reader).all(records::kRegisterPublished)) {
        if (!payload.region.starts_with(entry.region)) continue;
        auto says = records::readItemRegister(payloadAt(entry.index, reader).body);
        if (!says) return fail(says.error());
        versions.push_back(std::move(*says));
    }
    return records::checkRegistered(check->items, records::checkModeName(check->mode),
                                    records::holdingOn(check->planned, versions));
}

}  // namespace plumb::server
