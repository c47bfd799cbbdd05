#include "sync-server/ingest/rebuild.h"

#include <algorithm>

#include "sync-server/ingest/lines_ahead.h"
#include "sync-server/projections/projection_states.h"

namespace plumb::server {
namespace {

template <class Work>
void inTransaction(StoreWriter& writer, const Work& work) {
    writer.begin();
    try {
        work();
        writer.commit();
    } catch (...) {
        writer.rollback();
        throw;
    }
}

Error unknown(const std::string& name, const Projections& projections) {
    std::string known;
    for (const auto& projection : projections) known += std::string(known.empty() ? "" : ", ") + projection->name();
    return {ErrorKind::notFound, "bad_projection", "there is no projection \"" + name + "\"; there are: " + known};
}

}  // namespace

std::vector<std::string> staleProjections(Store& store) {
    auto& reader = store.writer().reader();
    const auto states = projectionStates(reader.connection());
    const auto size = reader.size();
    std::vector<std::string> out;
    const auto look = [&](const char* name, int version) {
        const auto state = states.find(name);
        if (state == states.end() || state->second.version != version || state->second.upto < size)
            out.emplace_back(name);
    };
    look(kIndexName, kIndexVersion);
    for (const auto& projection : allProjections(store.writer())) look(projection->name(), projection->version());
    return out;
}

std::vector<std::string> otherVersions(Store& store, StoreReader& reader) {
    const auto states = projectionStates(reader.connection());
    std::vector<std::string> out;
    const auto look = [&](const char* name, int version) {
        const auto state = states.find(name);
        if (state == states.end() || state->second.version != version) out.emplace_back(name);
    };
    look(kIndexName, kIndexVersion);
    for (const auto& projection : allProjections(store.writer())) look(projection->name(), projection->version());
    return out;
}

std::uint64_t bringUpToDate(Store& store, const RebuildProgress& progress, RebuildParts parts) {
    auto& writer = store.writer();
    const auto size = writer.reader().size();
    // Texts come through a connection of their own: the writer's is busy writing.
    const auto texts = store.openReader();
    LogReplay replay(writer, *texts, size);
    const auto names = replay.behind();
    const auto from = replay.next();
    if (names.empty()) return 0;
    LinesAhead lines(store, from, size, replay.indexIsBehind(), parts.chunkLines);
    for (auto chunk = lines.next(); !chunk.empty();) {
        inTransaction(writer, [&] {
            for (std::size_t chunks = 0; chunks < parts.chunks && !chunk.empty(); ++chunks) {
                for (const auto& line : chunk) replay.take(line);
                chunk = lines.next();
            }
            replay.save();
        });
        progress(names, replay.next(), size);
    }
    return size - from;
}

Result<std::uint64_t> rebuild(Store& store, const std::vector<std::string>& names, const RebuildProgress& progress,
                              RebuildParts parts) {
    auto& connection = store.writer().connection();
    const auto projections = allProjections(store.writer());
    for (const auto& name : names) {
        const bool known = std::any_of(projections.begin(), projections.end(),
                                       [&](const auto& projection) { return projection->name() == name; });
        if (!known) return tl::unexpected<Error>(unknown(name, projections));
    }
    // To have forgotten how far one came is to have to begin anew.
    inTransaction(store.writer(), [&] {
        for (const auto& name : names) forgetProjectionState(connection, name);
        if (!names.empty()) return;
        // Whatever the log once was, an operator wants what follows from the lines that are here.
        for (const auto& [name, state] : projectionStates(connection)) forgetProjectionState(connection, name);
    });
    return bringUpToDate(store, progress, parts);
}

}  // namespace plumb::server
