#include "mobile/sync/file_fetch.h"

#include "shared/crypto/checkpoint.h"

namespace plumb::mobile {

FileFetch::FileFetch(store::TabletStore& store) : FileFetch(store, store.profile().value_or(store::Profile{})) {}

FileFetch::FileFetch(store::TabletStore& store, store::Profile profile)
    : m_store(store), m_profile(std::move(profile)), m_link(m_profile.server, m_profile.pin) {}

Result<void> FileFetch::login() {
    if (m_loggedIn) return {};
    const auto key = m_store.deviceKey();
    if (!key) return fail(key.error());
    const auto log = crypto::parseNoteKey(m_profile.logKey);
    if (!log) return fail(log.error());
    auto done = m_link.login(*key, log->name, [store = &m_store] { return store->now(); });
    m_loggedIn = done.has_value();
    return done;
}

Result<void> FileFetch::run(const std::vector<Sha256>& files) {
    m_link.http().resume();
    if (auto done = login(); !done) return done;
    for (const auto& hash : files) {
        if (m_store.vault().has(hash)) continue;
        const auto content = m_link.file(hash);
        if (!content) return fail(content.error());
        if (const auto kept = m_store.vault().put(*content); !kept) return fail(kept.error());
    }
    return {};
}

}  // namespace plumb::mobile
