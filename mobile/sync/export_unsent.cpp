#include "mobile/sync/export_unsent.h"

#include "mobile/ui/text.h"
#include "shared/store/durable_file.h"
#include "shared/sync/bundle.h"

namespace plumb::mobile {

Result<Exported> exportUnsent(const LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto folder = store.home() / "export";
    Exported out{qs(folder.string()), 0};
    store::RecordFilter own;
    own.own = true;
    for (const auto& row : (*tablet)->records(own)) {
        const auto payload = (*tablet)->payload(row.hash);
        if (!payload) return fail(payload.error());
        const bool sent = row.state != store::RecordState::signedHere && row.state != store::RecordState::refused;
        if (sent && (*tablet)->tallyOf(payload->files).missing == 0) continue;
        const auto bundle = sync::makeUnloggedBundle(**tablet, row.id);
        if (!bundle) return fail(bundle.error());
        std::filesystem::create_directories(folder);
        const auto text = sync::formatBundle(*bundle);
        if (auto done = store::writeDurably(folder / (row.id + ".json"), asBytes(text)); !done)
            return fail(done.error());
        ++out.records;
    }
    return out;
}

}  // namespace plumb::mobile
