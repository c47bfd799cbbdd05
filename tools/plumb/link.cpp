#include "tools/plumb/link.h"

namespace plumb::cli {

Result<std::unique_ptr<sync::ServerLink>> loggedIn(const store::TabletStore& store) {
    const auto profile = store.profile();
    const auto key = store.deviceKey();
    if (!profile) return fail(profile.error());
    if (!key) return fail(key.error());
    const auto log = crypto::parseNoteKey(profile->logKey);
    if (!log) return fail(log.error());
    auto link = std::make_unique<sync::ServerLink>(profile->server, profile->pin);
    if (auto done = link->login(*key, log->name, systemNow); !done) return fail(done.error());
    return link;
}

}  // namespace plumb::cli
