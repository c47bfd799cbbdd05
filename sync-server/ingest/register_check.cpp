#include "sync-server/ingest/register_check.h"

#include <stdexcept>

#include "shared/record/line.h"
#include "shared/records/planning/check.h"
#include "shared/records/reference/item_register.h"
#include "sync-server/projections/publications/publications.h"

namespace plumb::server {

Result<void> checkItemsRegistered(const record::Payload& payload, StoreReader& reader) {
    const auto check = records::readCheck(payload.body);
    if (!check) return fail(check.error());
    std::vector<records::ItemRegister> versions;
    for (const auto& entry : Publications(reader).all(records::kRegisterPublished)) {
        if (!payload.region.starts_with(entry.region)) continue;
        auto text = reader.line(entry.index);
        const auto line = text ? record::Line::parse(std::move(*text)) : Result<record::Line>(fail(Error{}));
        if (!line) throw std::runtime_error("line " + std::to_string(entry.index) + " is indexed but missing");
        const auto published = record::parsePayload(line->payload());
        if (!published) return fail(published.error());
        auto says = records::readItemRegister(published->body);
        if (!says) return fail(says.error());
        versions.push_back(std::move(*says));
    }
    return records::checkRegistered(check->items, records::checkModeName(check->mode),
                                    records::holdingOn(check->planned, versions));
}

}  // namespace plumb::server
