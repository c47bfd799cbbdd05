#include "sync-server/ingest/rebuild.h"

#include "sync-server/ingest/chain_book.h"
#include "sync-server/ingest/inspection_columns.h"
#include "sync-server/ingest/projector.h"

namespace plumb::server {

std::uint64_t rebuildProjections(Store& store) {
    auto& writer = store.writer();
    ChainBook chains(writer.reader());
    Projector projector(writer);
    crypto::CompactRange range;
    writer.begin();
    try {
        writer.clearProjections();
        // The lines come through a connection of their own: the writer's is busy writing.
        store.openReader()->eachLine([&](std::uint64_t index, TimePoint received, std::string text) {
            if (index != range.size())
                throw std::runtime_error("line " + std::to_string(range.size()) + " is missing in the log");
            const auto line = record::Line::parse(std::move(text));
            if (!line)
                throw std::runtime_error("line " + std::to_string(index) + " is damaged: " + line.error().detail);
            const auto payload = record::parsePayload(line->payload());
            if (!payload)
                throw std::runtime_error("line " + std::to_string(index) + " is damaged: " + payload.error().detail);
            std::optional<InspectionColumns> columns;
            if (isInspection(payload->type)) {
                if (auto read = readColumns(payload->body)) columns = std::move(*read);
            }
            chains.add(line->kid(), payload->seq, payload->prev, line->hash());
            writer.putNodes(range.append(crypto::leafHash(asBytes(line->text()))));
            projector.apply(index, received, *line, *payload, columns);
        });
        chains.save(writer);
        writer.commit();
    } catch (...) {
        writer.rollback();
        throw;
    }
    return range.size();
}

}  // namespace plumb::server
