#include "tools/plumb/admin.h"

#include "shared/sync/engine.h"

namespace plumb::cli {

Result<bool> deliver(store::TabletStore& store, const std::vector<record::Line>& lines) {
    const auto synced = sync::Engine(store).run();
    if (!synced && synced.error().kind == ErrorKind::offline) return false;
    if (!synced) return fail(synced.error());
    for (const auto& line : lines) {
        const auto row = store.recordByHash(line.hash());
        if (row && row->state == store::RecordState::refused)
            return fail(ErrorKind::refused, "refused", "the server refused it: " + row->problem);
        if (row && row->state == store::RecordState::signedHere && !synced->problems.empty())
            return fail(ErrorKind::refused, "waiting", synced->problems.front());
    }
    return true;
}

Result<std::unique_ptr<store::TabletStore>> openFresh(const HomeOptions& options) {
    auto store = openHome(options);
    if (!store) return store;
    if (const auto synced = sync::Engine(**store).run(); !synced && synced.error().kind != ErrorKind::offline)
        return fail(synced.error());
    return store;
}

}  // namespace plumb::cli
