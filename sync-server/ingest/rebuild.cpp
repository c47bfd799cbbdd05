#include "sync-server/ingest/rebuild.h"

#include "sync-server/ingest/log_replay.h"

namespace plumb::server {

std::uint64_t rebuildProjections(Store& store) {
    auto& writer = store.writer();
    LogReplay replay(writer, writer.reader());
    writer.begin();
    try {
        writer.clearProjections();
        // The lines come through a connection of their own: the writer's is busy writing.
        store.openReader()->eachLine([&](std::uint64_t index, TimePoint received, std::string text) {
            if (index != replay.size())
                throw std::runtime_error("line " + std::to_string(replay.size()) + " is missing in the log");
            const auto read = LogReplay::read(std::move(text));
            if (!read)
                throw std::runtime_error("line " + std::to_string(index) + " is damaged: " + read.error().detail);
            replay.take(index, received, *read);
        });
        replay.save();
        writer.commit();
    } catch (...) {
        writer.rollback();
        throw;
    }
    return replay.size();
}

}  // namespace plumb::server
