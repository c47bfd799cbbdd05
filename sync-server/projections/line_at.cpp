#include "sync-server/projections/line_at.h"

#include <stdexcept>

namespace plumb::server {

record::Line lineAt(std::uint64_t index, StoreReader& reader) {
    auto text = reader.line(index);
    if (!text) throw std::runtime_error("line " + std::to_string(index) + " is indexed but missing");
    auto line = record::Line::parse(std::move(*text));
    if (!line) throw DamagedLine(index);
    return std::move(*line);
}

record::Payload payloadAt(std::uint64_t index, StoreReader& reader) {
    auto payload = record::parsePayload(lineAt(index, reader).payload());
    if (!payload) throw DamagedLine(index);
    return std::move(*payload);
}

}  // namespace plumb::server
