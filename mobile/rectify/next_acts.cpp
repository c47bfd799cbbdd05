#include "mobile/rectify/next_acts.h"

#include <array>

#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

using records::ActKind;

// By side, in the order in which people need them.
constexpr std::array kOfEnterprise{ActKind::delivered, ActKind::reported, ActKind::extensionRequested,
                                   ActKind::objected};
constexpr std::array kOfOfficer{ActKind::ordered,   ActKind::extended,   ActKind::extensionRefused,
                                ActKind::verified,  ActKind::rejected,   ActKind::delivered,
                                ActKind::withdrawn, ActKind::handedOver, ActKind::ended};

bool needsDay(ActKind kind) {
    return kind == ActKind::ordered || kind == ActKind::rejected || kind == ActKind::extensionRequested ||
           kind == ActKind::extended;
}

}  // namespace

records::Act actAbout(const CaseInfo& info, ActKind kind, const records::FindingRow& finding) {
    records::Act act;
    act.kind = kind;
    act.of = info.row.standing.id;
    records::ActEntry entry;
    entry.item = finding.item;
    act.entries.push_back(std::move(entry));
    if (kind == ActKind::ordered) {
        act.hash = info.row.standing.newest;
        return act;
    }
    if (kind != ActKind::archived) act.order = finding.order;
    if (kind == ActKind::extended || kind == ActKind::extensionRefused) act.about = finding.request;
    if (kind == ActKind::verified || kind == ActKind::rejected || kind == ActKind::withdrawn)
        act.about = finding.report;
    const bool judges = kind == ActKind::verified || kind == ActKind::rejected;
    if (judges && info.recheck && info.recheck->items.contains(finding.item)) {
        // The re-check speaks only of what was done before it.
        const auto* last = info.newest({ActKind::reported, ActKind::objected, ActKind::rejected}, finding.item);
        if (!last || last->atMs <= info.recheck->atMs) act.inspection = ss(info.recheck->id);
    }
    return act;
}

Result<void> mayHappenNow(const CaseInfo& info, const records::Act& act, const Instant& now) {
    record::Payload payload;
    payload.type = records::typeOf(act.kind);
    payload.at = now;
    return records::mayHappen(info.row, act, {payload, {}, info.side.kid, std::nullopt});
}

bool isNext(const CaseInfo& info, ActKind kind, const records::FindingRow& finding, const Instant& now) {
    auto act = actAbout(info, kind, finding);
    // A day that is good in any case: what is asked is whose turn it is.
    if (needsDay(kind)) {
        act.entries.front().day = dayOf(now) + std::chrono::days(1);
        if (finding.due && *finding.due >= *act.entries.front().day)
            act.entries.front().day = *finding.due + std::chrono::days(1);
    }
    return mayHappenNow(info, act, now).has_value();
}

std::vector<ActKind> nextActs(const CaseInfo& info, const records::FindingRow& finding, const Instant& now) {
    std::vector<ActKind> out;
    const auto consider = [&](ActKind kind) {
        if (isNext(info, kind, finding, now)) out.push_back(kind);
    };
    if (info.side.enterprise)
        for (const ActKind kind : kOfEnterprise) consider(kind);
    if (info.side.officer)
        for (const ActKind kind : kOfOfficer) consider(kind);
    return out;
}

}  // namespace plumb::mobile
