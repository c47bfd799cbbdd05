#include "mobile/store/local_store.h"
#include "mobile/ui/text.h"
#include "shared/store/vault_store.h"

namespace plumb::mobile {

Result<std::vector<PersonFact>> Desk::people() const {
    std::vector<PersonFact> out;
    for (const auto& person : store::peopleOf(m_home)) {
        if (!person.enrolled) continue;
        out.push_back({qs(person.folder.string()), qs(person.name), qs(person.role), qs(person.device), qs(person.kid),
                       msOf(person.lastUse), msOf(person.notBefore), person.enrolled});
    }
    return out;
}

Result<Desk::Unlocked> Desk::unlock(const QString& folder, const std::string& pin) {
    const std::filesystem::path place(ss(folder));
    auto key = store::unlock(place, pin, m_clock());
    if (!key) return fail(key.error());
    auto opened = store::TabletStore::open(place, *key, m_clock);
    if (!opened) return fail(opened.error());
    const auto profile = (*opened)->profile();
    if (!profile) return fail(profile.error());
    m_store = std::move(*opened);
    m_folder = place;
    if (!profile->device.empty())
        (void)store::nameDevice(place, profile->device);  // for the picker; a full disk keeps nobody out
    forgetReference();

    Unlocked out{{}, place, *key};
    out.session.folder = folder;
    out.session.name = qs(profile->personName);
    out.session.device = qs(profile->device);
    out.session.server = qs(profile->server);
    if (!profile->grants.empty()) {
        out.session.role = qs(domain::roleName(profile->grants.front().role));
        for (const auto& region : profile->grants.front().regions) out.session.regions.append(qs(region));
    }
    if (const auto device = m_store->deviceKey()) out.session.kid = qs(device->publicKey().kid());
    if (const auto log = crypto::parseNoteKey(profile->logKey)) out.session.origin = qs(log->name);
    const std::string draft = m_store->setting(kOpenDraft);
    if (!draft.empty() && m_store->draft(draft)) out.session.openDraft = qs(draft);
    return out;
}

Result<void> Desk::confirmPin(const std::string& pin) {
    if (auto open = opened(); !open) return fail(open.error());
    if (auto key = store::unlock(m_folder, pin, m_clock()); !key) return fail(key.error());
    return {};
}

Result<qint64> Desk::pinWait() const {
    for (const auto& person : store::peopleOf(m_home))
        if (person.folder == m_folder) return msOf(person.notBefore);
    return 0;
}

Result<void> Desk::changePin(const std::string& oldPin, const std::string& newPin) {
    if (auto open = opened(); !open) return fail(open.error());
    if (auto form = store::checkPinForm(newPin); !form) return form;
    return store::changePin(m_folder, oldPin, newPin, m_clock());
}

void Desk::lock() {
    m_store.reset();
    forgetReference();
}

Result<store::TabletStore*> Desk::opened() const {
    if (!m_store) return fail(ErrorKind::refused, "locked", "the vault is locked");
    return m_store.get();
}

}  // namespace plumb::mobile
