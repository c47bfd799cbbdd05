#include "mobile/rectify/case_info.h"

#include <algorithm>

#include "mobile/rectify/beside.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/referrals.h"

namespace plumb::mobile {

namespace {

// One line of the case, read once: for the fold, and for the page.
struct ReadLine {
    record::Payload payload;
    records::CaseReading reading;
};

Result<ReadLine> read(const store::TabletStore& store, const store::TabletStore::StoredLine& line) {
    auto payload = store.payload(line);
    if (!payload) return fail(payload.error());
    ReadLine out{std::move(*payload), {}};
    if (records::isInspection(out.payload.type)) {
        if (auto summary = records::readSummary(out.payload.body)) out.reading.summary = std::move(*summary);
        out.reading.findings = records::findingsOf(out.payload.body);
    } else if (const auto kind = records::actKindOf(out.payload.type)) {
        if (auto act = records::readAct(*kind, out.payload.body)) out.reading.act = std::move(*act);
    }
    return out;
}

ActInfo infoOf(const store::RecordRow& row, const ReadLine& line, const Result<domain::TrustBook>& book) {
    ActInfo out;
    out.act = *line.reading.act;
    out.id = qs(line.payload.id);
    out.hash = qs(row.hash.hex());
    out.kid = row.kid;
    out.region = line.payload.region;
    out.atMs = msOf(line.payload.at.utc);
    out.files = line.payload.files;
    out.state = row.state;
    out.own = row.own;
    if (book) {
        if (const auto* member = book->member(row.kid)) out.who = qs(member->personName);
    }
    return out;
}

// Folds what was not refused, and keeps each act beside what became of it.
Result<void> foldLines(const store::TabletStore& store, const std::string& id, CaseInfo& out) {
    std::optional<records::CaseRow> row;
    const auto book = store.trust();
    for (const auto& stored : store.linesOf(id)) {
        if (stored.row.state == store::RecordState::refused) continue;
        const auto line = read(store, stored);
        if (!line) return fail(line.error());
        const domain::LogPlace place = stored.row.logIndex;
        records::foldCase(row, {line->payload, stored.row.hash, stored.row.kid, place}, line->reading);
        if (line->reading.act) out.acts.push_back(infoOf(stored.row, *line, book));
    }
    if (!row) return fail(ErrorKind::notFound, "no_record", "this record is not on this device");
    out.row = std::move(*row);
    for (auto& act : out.acts) {
        for (const auto& ignored : out.row.ignored)
            if (qs(ignored.hash.hex()) == act.hash) act.ignored = qs(ignored.why);
        for (const auto& order : out.row.orders)
            if (qs(order.id) == act.id) act.number = qs(order.number);
    }
    return {};
}

}  // namespace

const records::ActEntry* ActInfo::entry(std::string_view item) const {
    const auto found =
        std::find_if(act.entries.begin(), act.entries.end(), [&](const auto& one) { return one.item == item; });
    return found == act.entries.end() ? nullptr : &*found;
}

const ActInfo* CaseInfo::act(std::string_view id) const {
    const auto found = std::find_if(acts.begin(), acts.end(), [&](const auto& one) { return ss(one.id) == id; });
    return found == acts.end() ? nullptr : &*found;
}

const ActInfo* CaseInfo::newest(std::initializer_list<records::ActKind> kinds, std::string_view item) const {
    const auto found = std::find_if(acts.rbegin(), acts.rend(), [&](const ActInfo& one) {
        return one.ignored.isEmpty() && one.entry(item) &&
               std::find(kinds.begin(), kinds.end(), one.act.kind) != kinds.end();
    });
    return found == acts.rend() ? nullptr : &*found;
}

Result<CaseSide> sideOf(const store::TabletStore& store) {
    const auto profile = store.profile();
    if (!profile) return fail(profile.error());
    CaseSide out;
    for (const auto& grant : profile->grants) {
        out.enterprise = out.enterprise || grant.role == domain::Role::enterprise;
        out.supervisor = out.supervisor || grant.role == domain::Role::supervisor;
        out.officer = out.officer || grant.role == domain::Role::inspector || grant.role == domain::Role::supervisor;
    }
    const auto key = store.deviceKey();
    if (!key) return fail(key.error());
    out.kid = key->publicKey().kid();
    return out;
}

Result<CaseInfo> readCase(LocalStore& store, const QString& id) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    CaseInfo out;
    if (auto folded = foldLines(**tablet, ss(id), out); !folded) return fail(folded.error());
    auto record = readRecord(store, id);
    if (!record) return fail(record.error());
    out.record = std::move(*record);
    if (auto document = store.published().document(out.row.checklist.sha256)) out.document = *document;
    for (const auto& section : out.record.sections)
        for (const auto& item : section.items)
            if (out.row.finding(ss(item.id))) out.items[ss(item.id)] = item;
    out.away = out.record.away;
    for (const auto& act : out.acts)
        for (const auto& file : act.files)
            if (!(*tablet)->vault().has(file.sha256)) out.away.push_back(file.sha256);
    auto side = sideOf(**tablet);
    if (!side) return fail(side.error());
    out.side = std::move(*side);
    out.referrals = store::referralsOf(**tablet, ss(id));
    out.self = selfAssessmentBeside(store, out.row);
    out.recheck = recheckOf(store, out.row);
    return out;
}

}  // namespace plumb::mobile
