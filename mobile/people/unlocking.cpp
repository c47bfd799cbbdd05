#include "mobile/people/unlocking.h"

#include <algorithm>

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/domain/comparison.h"
#include "shared/record/line.h"
#include "shared/store/key_history.h"
#include "shared/store/own_revocation.h"
#include "shared/store/vault_store.h"
#include "shared/store/waiting_counts.h"

namespace plumb::mobile {

Result<std::vector<PersonInfo>> readPeople(const LocalStore& store) {
    std::vector<PersonInfo> out;
    for (const auto& person : store::peopleOf(store.home())) {
        if (!person.enrolled) continue;
        const auto history = store::keyHistory(person.folder);
        out.push_back({qs(person.folder.string()), qs(person.name), qs(person.role), qs(person.device), qs(person.kid),
                       msOf(person.lastUse), msOf(person.notBefore), person.enrolled, history.revoked.has_value(),
                       history.revokedAt ? msOf(history.revokedAt->utc) : 0, qs(history.revokedBy),
                       static_cast<int>(store::waitingIn(person.folder).all())});
    }
    return out;
}

Result<Unlocked> unlock(LocalStore& store, const QString& folder, const std::string& pin) {
    const std::filesystem::path place(ss(folder));
    auto key = store::unlock(place, pin, store.now());
    if (!key) return fail(key.error());
    auto opened = store::TabletStore::open(place, *key, store.clock());
    if (!opened) return fail(opened.error());
    const auto profile = (*opened)->profile();
    if (!profile) return fail(profile.error());
    if (!profile->device.empty())
        (void)store::nameDevice(place, profile->device);  // for the picker; a full disk keeps nobody out
    store.take(std::move(*opened));

    auto& tablet = **store.opened();
    Unlocked out{{}, place, *key, store.sharedDerived()};
    out.person.folder = folder;
    out.person.name = qs(profile->personName);
    out.person.device = qs(profile->device);
    out.person.server = qs(profile->server);
    if (!profile->grants.empty()) {
        out.person.role = qs(domain::roleName(profile->grants.front().role));
        for (const auto& region : profile->grants.front().regions) out.person.regions.append(qs(region));
    }
    out.person.enterprise =
        !profile->grants.empty() && std::ranges::all_of(profile->grants, [](const domain::Grant& grant) {
            return grant.role == domain::Role::enterprise;
        });
    if (const auto device = tablet.deviceKey()) out.person.kid = qs(device->publicKey().kid());
    if (const auto enrolment = record::Line::parse(profile->enrolment)) {
        for (const auto& character : domain::comparisonCharacters(enrolment->hash()))
            out.person.comparison +=
                (out.person.comparison.isEmpty() ? QString() : QStringLiteral(" ")) + qs(character);
    }
    if (const auto log = crypto::parseNoteKey(profile->logKey)) out.person.origin = qs(log->name);
    // Read in her sealed store and not in the open file beside it, whatever any clock says.
    if (const auto ended = store::ownRevocation(tablet)) {
        out.person.revoked = true;
        const auto unsent = tablet.waiting().size(), files = tablet.tally().missing;
        (void)store::noteRevoked(place, tablet.now(), unsent, files, {ended->at, ended->by});  // for the picker
        return out;
    }
    const std::string draft = tablet.setting(kOpenDraft);
    if (!draft.empty() && tablet.draft(draft)) out.person.openDraft = qs(draft);
    return out;
}

Result<store::TabletStore*> openedToSign(const LocalStore& store, const QString& pin) {
    auto open = store.opened();
    if (!open) return open;
    if (auto key = store::unlock(store.folder(), ss(pin), store.now()); !key) return fail(key.error());
    return open;
}

Result<qint64> pinWait(const LocalStore& store, const QString& folder) {
    const std::filesystem::path whose = folder.isEmpty() ? store.folder() : std::filesystem::path(ss(folder));
    for (const auto& person : store::peopleOf(store.home()))
        if (person.folder == whose) return msOf(person.notBefore);
    return 0;
}

Result<void> changePin(const LocalStore& store, const std::string& oldPin, const std::string& newPin) {
    if (auto open = store.opened(); !open) return fail(open.error());
    if (auto form = store::checkPinForm(newPin); !form) return form;
    return store::changePin(store.folder(), oldPin, newPin, store.now());
}

}  // namespace plumb::mobile
