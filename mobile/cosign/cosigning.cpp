#include "mobile/cosign/cosigning.h"

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/cosign.h"
#include "shared/store/inspection_history.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/vault_store.h"

namespace plumb::mobile {

Result<CosignInfo> readCosign(const LocalStore& store, const QString& record) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto history = store::historyOf(**tablet, ss(record));
    if (!history) return fail(history.error());
    const auto book = (*tablet)->trust();
    const auto nameOf = [&](const std::string& kid) {
        const auto* member = book ? book->member(kid) : nullptr;
        return member ? qs(member->personName) : qs(kid.substr(0, 8));
    };
    CosignInfo out;
    out.record = record;
    out.fingerprint = qs(store::shortFingerprint(history->newest().hash));
    out.own = history->rows.front().own;
    out.first = nameOf(history->rows.front().kid);
    if (const auto profile = (*tablet)->profile(); out.own && profile) out.first = qs(profile->personName);
    out.waits = history->history.status == records::InspectionStatus::incomplete;
    if (const auto at = history->history.cosigned) out.second = nameOf(history->lines[*at].kid);
    auto people = readPeople(store);
    if (!people) return fail(people.error());
    const auto inspector = qs(domain::roleName(domain::Role::inspector));
    for (auto& person : *people) {
        if (std::filesystem::path(ss(person.folder)) == store.folder() || person.role != inspector) continue;
        out.colleagues.push_back(std::move(person));
    }
    return out;
}

Result<void> cosign(LocalStore& store, const CosignOrder& order) {
    const auto tablet = order.person.isEmpty() ? openedToSign(store, order.pin) : store.opened();
    if (!tablet) return fail(tablet.error());
    if (order.person.isEmpty()) {
        const auto line = store::cosignInspection(**tablet, ss(order.record), {}, order.where);
        return line ? Result<void>{} : Result<void>(fail(line.error()));
    }
    const auto lines = store::linesToCosign(**tablet, ss(order.record));
    if (!lines) return fail(lines.error());
    const std::filesystem::path folder(ss(order.person));
    const auto key = store::unlock(folder, ss(order.pin), store.now());
    if (!key) return fail(key.error());
    const auto hers = store::TabletStore::open(folder, *key, store.clock());
    if (!hers) return fail(hers.error());
    const auto herKey = (*hers)->deviceKey();
    if (!herKey) return fail(herKey.error());
    if (auto known = store::knowsCosigner(**tablet, herKey->kid()); !known) return known;
    const auto line = store::cosignInspection(**hers, ss(order.record), *lines, order.where);
    if (!line) return fail(line.error());
    return store::carryCosignature(**tablet, *line);
}

}  // namespace plumb::mobile
