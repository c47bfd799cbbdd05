#include "sync-server/projections/sites/site_line.h"

#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {

std::optional<records::Site> siteOfLine(StoreReader& reader, std::uint64_t index) {
    auto text = reader.line(index);
    if (!text) return std::nullopt;
    const auto line = record::Line::parse(std::move(*text));
    if (!line) return std::nullopt;
    const auto payload = record::parsePayload(line->payload());
    if (!payload) return std::nullopt;
    auto site = records::readSite(payload->body);
    if (!site) return std::nullopt;
    // Where the line and its body disagree, the line's place is what rights were judged by.
    site->id = payload->site;
    site->region = payload->region;
    return std::move(*site);
}

std::optional<records::Site> publishedSite(StoreReader& reader, std::string_view id) {
    const auto index = SiteRows(reader).publishedAt(id);
    return index ? siteOfLine(reader, *index) : std::nullopt;
}

}  // namespace plumb::server
