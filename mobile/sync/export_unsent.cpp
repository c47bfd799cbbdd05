// Letting out what the server does not take any more.
#include "mobile/store/local_store.h"
#include "mobile/ui/text.h"
#include "shared/store/durable_file.h"
#include "shared/sync/bundle.h"

namespace plumb::mobile {

Result<Desk::Exported> Desk::exportUnsent() {
    const auto store = opened();
    if (!store) return fail(store.error());
    const auto folder = m_home / "export";
    Exported out{qs(folder.string()), 0};
    store::RecordFilter own;
    own.own = true;
    for (const auto& row : (*store)->records(own)) {
        const auto payload = (*store)->payload(row.hash);
        if (!payload) return fail(payload.error());
        const bool sent = row.state != store::RecordState::signedHere && row.state != store::RecordState::refused;
        if (sent && (*store)->tallyOf(payload->files).missing == 0) continue;
        const auto bundle = sync::makeUnloggedBundle(**store, row.id);
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
