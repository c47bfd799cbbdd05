#include "mobile/today/today_info.h"

#include <algorithm>
#include <chrono>

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/records/planning/persons.h"

namespace plumb::mobile {

namespace {
constexpr std::size_t kRecent = 3;
constexpr std::chrono::hours kLong{24};
constexpr std::size_t kNewestLookedAt = 200;  // for what needs a person; older ones were dealt with or will not be
constexpr std::size_t kCosignLookedAt = 50;
constexpr std::size_t kThreadsListed = 5;

// Whether the record names this person among those who checked.
bool isOfTeam(const store::TabletStore& store, const Sha256& hash, const std::string& name) {
    const auto payload = store.payload(hash);
    const auto team = payload ? arrayAt(payload->body, "team") : Result<const json::array*>(fail(payload.error()));
    return team && std::any_of((*team)->begin(), (*team)->end(), [&](const auto& one) {
               return one.is_object() && textOr(one.get_object(), "name") == name;
           });
}

Result<std::vector<RecordInfo>> readCosign(LocalStore& store, const store::TabletStore& tablet) {
    const auto profile = tablet.profile();
    if (!profile) return fail(profile.error());
    const bool inspector = std::any_of(profile->grants.begin(), profile->grants.end(),
                                       [](const auto& grant) { return grant.role == domain::Role::inspector; });
    if (!inspector) return std::vector<RecordInfo>();
    QStringList ids;
    for (const auto& folded : store.derived().inspections(store.derived().incomplete(kCosignLookedAt))) {
        if (folded.own || isOfTeam(tablet, folded.row.hash, profile->personName))
            ids.append(QString::fromStdString(folded.row.id));
    }
    return readRecordsOf(store, ids);
}

void readThreads(TodayInfo& to, LocalStore& store, const store::TabletStore& tablet) {
    const auto page = store.derived().waitingThreads(tablet, kThreadsListed);
    to.moreThreads = page.total - page.rows.size();
    const auto book = page.rows.empty() ? Result<domain::TrustBook>(fail(Error{})) : tablet.trust();
    for (const auto& row : page.rows) {
        const auto* member = book ? records::memberOf(*book, row.thread.last) : nullptr;
        to.threads.push_back({qs(row.inspection), qs(row.thread.item), qs(row.siteName),
                              member ? qs(member->personName) : QString(), qs(row.text), msOf(row.at)});
    }
}

}  // namespace

Result<TodayInfo> readToday(LocalStore& store, DraftFacts& drafts) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    TodayInfo out;
    auto begun = drafts.read(store);
    if (!begun) return fail(begun.error());
    out.drafts = std::move(*begun);
    // What a colleague signed is none of one's own work: it stands among the records.
    auto own = readRecords(store, store::DerivedTables::Whose::own, 0, kNewestLookedAt);
    if (!own) return fail(own.error());
    for (auto& record : own->records) {
        if (out.recent.size() < kRecent) out.recent.push_back(record);
        if (record.state == store::RecordState::refused)
            out.refused.push_back(record);
        else if (record.status == records::InspectionStatus::returned)
            out.returned.push_back(record);
    }
    auto cosign = readCosign(store, **tablet);
    if (!cosign) return fail(cosign.error());
    out.cosign = std::move(*cosign);
    readThreads(out, store, **tablet);
    auto needs = readNeeds(store);
    if (!needs) return fail(needs.error());
    out.needs = std::move(*needs);
    const auto waiting = (*tablet)->waiting();
    out.waitingRecords = static_cast<int>(waiting.size());
    // By the clock that signed them, which need not be right.
    const auto dayAgo = (*tablet)->tabletClock().utc - kLong;
    out.unsentForLong = static_cast<int>(
        std::count_if(waiting.begin(), waiting.end(), [&](const auto& row) { return row.at <= dayAgo; }));
    out.waitingFiles = static_cast<int>((*tablet)->tally().missing);
    store::RecordFilter signedHere;
    signedHere.own = true;
    out.records = static_cast<int>((*tablet)->countRecords(signedHere));
    if (const auto seen = (*tablet)->newestCheckpoint()) {
        out.checkpointSize = seen->checkpoint.size;
        out.checkpointMs = msOf(seen->checkpoint.time.utc);
    }
    const auto published = store.published().count();
    if (!published) return fail(published.error());
    out.sites = published->sites;
    out.checklists = published->checklists;
    return out;
}

}  // namespace plumb::mobile
