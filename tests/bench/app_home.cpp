#include "tests/bench/app_home.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "shared/store/derived/derived_tables.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/tuning.h"
#include "shared/store/vault_store.h"
#include "tests/bench/field_checklist.h"
#include "tests/bench/many_records.h"
#include "tests/unit/store/store_fixture.h"

namespace plumb::bench {

namespace {

template <class T>
T need(Result<T> result, const char* what) {
    if (!result) {
        std::fprintf(stderr, "bench: %s: %s\n", what, result.error().detail.c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// What administrators published, with the chain of trust.
void copy(const store::TabletStore& from, store::TabletStore& to) {
    store::RecordFilter all;
    all.newestFirst = false;
    std::vector<store::TabletStore::PulledLine> lines;
    for (const auto& row : from.records(all)) {
        auto line = need(from.line(row.hash), "line");
        auto payload = need(record::parsePayload(line.payload()), "payload");
        if (payload.type == "checklist.published") {
            const auto document = need(Sha256::fromHex(textOr(payload.body, "sha256")), "hash");
            need(to.importFile(need(from.vault().get(document), "document"), "application/json"), "document");
        }
        lines.push_back({row.logIndex.value(), std::move(line), std::move(payload)});
    }
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    need(to.takePulled(lines), "reference");
}

std::string begin(store::TabletStore& store, const char* checklist, int answered) {
    const auto row = need(store::beginInspection(store, "yongchang", checklist), checklist);
    std::vector<store::DraftEntry> entries;
    for (int i = 0; i < answered; ++i)
        entries.push_back(store::answerEntry("q" + std::to_string(i), i % 6 == 0 ? "part" : "pass"));
    need(store.putEntries(row.id, entries), "answers");
    return row.id;
}

}  // namespace

AppHome furnishHome(const std::filesystem::path& home, int sites, int records) {
    test::Tablet source;
    source.publishChecklist(fieldChecklist("field500", 500, 10));
    source.publishChecklist(fieldChecklist("field1000", 1000, 1));
    // The app's own clock is the machine's: what was made here lies in its past.
    const auto now = systemNow();
    const auto vault = need(store::createVault(home, kPin, now, {.logN = 12}), "vault");
    const auto made = need(store::TabletStore::open(vault.folder, vault.key, systemNow), "store");
    auto profile = source.store->profile().value();
    profile.server = "http://127.0.0.1:9";
    profile.device = "tablet";
    need(made->saveProfile(profile), "profile");
    copy(*source.store, *made);
    auto at = now;
    at.utc -= std::chrono::hours(24 * 60);
    pullMany(*made, at, sites, records);
    need(store::nameVault(vault.folder, profile.personName, "inspector", source.device.kid()), "name");
    AppHome out{begin(*made, "field500", 200), begin(*made, "field1000", 0)};
    const auto tables = store::DerivedTables::open(*made);
    while (!tables->follow(*made, store::kFollowedAtATime)) {
    }
    if (tables->counts().inspections != static_cast<std::size_t>(records)) std::abort();
    need(tables->keepImage(*made, 1), "image");
    return out;
}

}  // namespace plumb::bench
