#include "shared/store/disposals.h"

#include <algorithm>
#include <map>

#include "shared/records/reference/retention.h"
#include "shared/store/folded_rows.h"
#include "shared/store/referrals.h"

namespace plumb::store {
namespace {

std::vector<ReadLine> disposalLines(const TabletStore& store) {
    std::vector<ReadLine> out;
    for (const auto type : {records::kDisposalProposed, records::kDisposalApproved, records::kDisposalRefused}) {
        for (const auto& line : store.linesOfType(type, "")) {
            if (!counts(line.row)) continue;
            if (auto payload = store.payload(line)) out.push_back({line.row, std::move(*payload)});
        }
    }
    std::sort(out.begin(), out.end(), [](const ReadLine& a, const ReadLine& b) { return isBefore(a.row, b.row); });
    return out;
}

tl::unexpected<Error> unknownHere(const std::string& list) {
    return fail(ErrorKind::notFound, "disposal_unknown",
                "no list " + list.substr(0, 40) + " of cases to dispose of is on this device; sync first");
}

// The act that filed the case away.
std::optional<record::Payload> archivingOf(const TabletStore& store, const records::CaseRow& row) {
    if (row.archived.empty()) return std::nullopt;
    for (auto& [line, payload] : linesOfCase(store, row.standing.id)) {
        const bool ignored = std::any_of(row.ignored.begin(), row.ignored.end(),
                                         [&hash = line.hash](const auto& one) { return one.hash == hash; });
        if (payload.type == records::typeOf(records::ActKind::archived) && !ignored) return std::move(payload);
    }
    return std::nullopt;
}

std::optional<Day> keptUntil(const TabletStore& store, const records::CaseRow& row, const record::Payload& archiving) {
    std::vector<records::Retention> versions;
    for (const auto& line : store.linesOfType(records::kRetentionPublished, "")) {
        const auto payload = counts(line.row) ? store.payload(line) : Result<record::Payload>(fail(Error{}));
        if (!payload || !row.region.starts_with(payload->region)) continue;
        if (auto table = records::readRetention(payload->body)) versions.push_back(std::move(*table));
    }
    const auto filed = dayOf(archiving.at);
    return records::keptUntil(row.archived, filed, records::holdingOn(filed, versions));
}

// What the lines here say of a case that is on list `list`; "" of one that is not signed yet.
Result<void> mayDisposeHere(const TabletStore& store, const records::DisposalCase& one, const std::string& list,
                            const std::string& region, Day today, const std::vector<records::DisposalRow>& lists) {
    records::DisposalFacts facts;
    const auto row = caseOf(store, one.of);
    facts.row = row ? &*row : nullptr;
    facts.today = today;
    if (row) {
        if (const auto archiving = archivingOf(store, *row)) {
            facts.act = archiving->id;
            facts.until = keptUntil(store, *row, *archiving);
        }
        for (const auto& referral : referralsOf(store, one.of)) {
            if (records::isOpen(records::stateOf(referral))) facts.referral = referral.says.number;
        }
    }
    for (const auto& other : lists) {
        if (other.id == list || !other.says.find(one.of)) continue;
        if (records::stateOf(other) == records::DisposalState::approved)
            facts.disposed = "on " + dayText(dayOf(other.decided->at)) + " (list " + other.id + ")";
        if (records::stateOf(other) == records::DisposalState::proposed) facts.waiting = other.id;
    }
    return records::mayDispose(one, region, facts);
}

Result<record::Line> append(TabletStore& store, std::string_view type, const std::string& region, json::object body) {
    NewRecord record;
    record.type = type;
    record.region = region;
    record.body = std::move(body);
    record.judge = [&](const records::BelievedLine& line) -> Result<void> {
        const auto& payload = line.payload;
        const auto id = records::disposalOf(payload);
        const auto row = disposalAt(store, id);
        if (auto may = records::mayChangeDisposal(row, payload); !may) return may;
        if (payload.type == records::kDisposalRefused) return {};
        const auto says = row ? Result<records::Disposal>(row->says) : records::readDisposal(payload.body);
        if (!says) return fail(says.error());
        const auto today = dayOf({record::correctedAt(payload), payload.at.offset});
        const auto lists = disposalsHere(store);
        for (const auto& one : says->cases) {
            if (auto may = mayDisposeHere(store, one, id, region, today, lists); !may) return may;
        }
        return {};
    };
    return store.append(record);
}

}  // namespace

std::optional<records::DisposalRow> disposalAt(const TabletStore& store, const std::string& list) {
    std::optional<records::DisposalRow> out;
    for (const auto& [row, payload] : disposalLines(store)) {
        if (records::disposalOf(payload) == list)
            (void)records::foldDisposal(out, {payload, row.hash, row.kid, row.logIndex});
    }
    return out;
}

std::vector<records::DisposalRow> disposalsHere(const TabletStore& store) {
    std::map<std::string, std::optional<records::DisposalRow>> folded;
    std::vector<std::string> order;
    for (const auto& [row, payload] : disposalLines(store)) {
        const auto id = records::disposalOf(payload);
        auto& list = folded[id];
        const bool fresh = !list;
        if (records::foldDisposal(list, {payload, row.hash, row.kid, row.logIndex}) && fresh) order.push_back(id);
    }
    std::vector<records::DisposalRow> out;
    for (auto id = order.rbegin(); id != order.rend(); ++id) out.push_back(std::move(*folded[*id]));
    return out;
}

std::optional<Day> keptUntilHere(const TabletStore& store, const records::CaseRow& row) {
    const auto archiving = archivingOf(store, row);
    return archiving ? keptUntil(store, row, *archiving) : std::nullopt;
}

Result<record::Line> proposeDisposal(TabletStore& store, const DisposalAsked& asked) {
    const auto who = store.profile();
    if (!who) return fail(who.error());
    records::Disposal says{who->personId, asked.reason, asked.disputes, {}, asked.boxes};
    for (const auto& id : asked.cases) {
        const auto row = caseOf(store, id);
        if (!row)
            return fail(ErrorKind::notFound, "of_unknown",
                        "no case " + id.substr(0, 40) + " is on this device; sync first");
        const auto archiving = archivingOf(store, *row);
        if (!archiving)
            return fail(ErrorKind::refused, "not_archived",
                        "case " + id + " is not archived; only what was filed away for a term is disposed of");
        const auto until = keptUntil(store, *row, *archiving);
        if (!until)
            return fail(ErrorKind::refused, "disposal_permanent",
                        "case " + id + " is kept for ever and is never disposed of");
        says.cases.push_back({id, archiving->id, row->archived, *until});
    }
    return append(store, records::kDisposalProposed, asked.region, records::toBody(says));
}

Result<record::Line> decideDisposal(TabletStore& store, const std::string& list, bool approved,
                                    const std::string& reason) {
    const auto row = disposalAt(store, list);
    if (!row) return unknownHere(list);
    const auto who = store.profile();
    if (!who) return fail(who.error());
    return append(store, approved ? records::kDisposalApproved : records::kDisposalRefused, row->region,
                  records::toBody(records::DisposalDecision{list, row->hash, who->personId, approved, reason}));
}

}  // namespace plumb::store
