#include "shared/store/checks.h"

#include <algorithm>

#include "shared/store/folded_rows.h"
#include "shared/store/reference.h"

namespace plumb::store {

std::optional<records::CheckRow> checkAt(const TabletStore& store, const std::string& check, const Sha256* before) {
    const auto first = store.recordById(check);
    if (!first || first->type != records::kCheckProposed) return std::nullopt;
    std::vector<ReadLine> lines;
    const auto take = [&](const TabletStore::StoredLine& line) {
        if (!counts(line.row)) return;
        auto payload = store.payload(line);
        if (payload && records::checkOf(*payload) == check) lines.push_back({line.row, std::move(*payload)});
    };
    for (const auto& line : store.linesOf(check)) take(line);
    for (const auto& line : store.linesOfType(records::kTaskAssigned, first->site)) take(line);
    std::sort(lines.begin(), lines.end(), [](const ReadLine& a, const ReadLine& b) { return isBefore(a.row, b.row); });
    std::optional<records::CheckRow> out;
    for (const auto& [row, payload] : lines) {
        if (before && row.hash == *before) break;
        (void)records::foldCheck(out, {payload, row.hash, row.kid, row.logIndex});
    }
    return out;
}

std::vector<records::CheckRow> checksAt(const TabletStore& store, const std::string& site) {
    std::vector<RecordRow> proposed;
    for (const auto& line : store.linesOfType(records::kCheckProposed, site)) {
        if (counts(line.row)) proposed.push_back(line.row);
    }
    std::sort(proposed.begin(), proposed.end(), [](const auto& a, const auto& b) { return isBefore(b, a); });
    std::vector<records::CheckRow> out;
    for (const auto& row : proposed) {
        if (auto check = checkAt(store, row.id)) out.push_back(std::move(*check));
    }
    return out;
}

Result<record::Line> proposeCheck(TabletStore& store, const std::string& site, records::PlannedCheck check) {
    const auto where = siteById(store, site);
    if (!where) return fail(where.error());
    if (!check.checklist.empty()) {
        const std::string kind(records::taskKindName(check.kind));
        if (const auto known = standingChecklist(store, check.checklist, {where->programme, where->sector, kind});
            !known)
            return fail(known.error());
    }
    const auto who = store.profile();
    if (!who) return fail(who.error());
    check.person = who->personId;
    NewRecord record;
    record.type = records::kCheckProposed;
    record.site = where->id;
    record.region = where->region;
    record.body = records::toBody(check);
    return store.append(record);
}

Result<record::Line> decideCheck(TabletStore& store, const std::string& check, bool approved,
                                 const std::string& reason) {
    const auto row = checkAt(store, check);
    if (!row) return fail(ErrorKind::notFound, "check_unknown", "no check " + check + " is on this device; sync first");
    const auto who = store.profile();
    if (!who) return fail(who.error());
    NewRecord record;
    record.type = approved ? records::kCheckApproved : records::kCheckRefused;
    record.site = row->site;
    record.region = row->region;
    record.body = records::toBody(records::CheckDecision{check, row->hash, who->personId, approved, reason});
    record.judge = [&](const records::BelievedLine& line) {
        return records::mayChangeCheck(checkAt(store, check), line.payload);
    };
    return store.append(record);
}

}  // namespace plumb::store
