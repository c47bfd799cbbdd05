// Which act may follow which: the one table of legal moves, with the sentence for each that is not.
#include <algorithm>
#include <initializer_list>

#include "shared/records/rectification/case.h"

namespace plumb::records {
namespace {

constexpr auto kLongest = std::chrono::days(3660);

tl::unexpected<Error> refused(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

tl::unexpected<Error> ownReport() {
    return refused("own_report", "nobody judges what she reported herself");
}

bool among(FindingState state, std::initializer_list<FindingState> states) {
    return std::find(states.begin(), states.end(), state) != states.end();
}

// Whether the act may come to a finding that stands so.
bool itsTurn(const FindingRow& finding, const Act& act) {
    using enum FindingState;
    const bool recheck = !act.inspection.empty();
    switch (act.kind) {
        case ActKind::ordered:
            return finding.state == found && finding.stated;
        case ActKind::delivered:
            return finding.state == ordered;
        case ActKind::reported:
            return among(finding.state, {ordered, delivered, rejected, reported, objected});
        case ActKind::objected:
            return among(finding.state, {ordered, delivered});
        case ActKind::extensionRequested:
            return isWithEnterprise(finding.state) && finding.request.empty();
        case ActKind::extended:
        case ActKind::extensionRefused:
            return isOpen(finding.state) && !finding.request.empty();
        case ActKind::verified:
            // On paper only what was reported; who was there herself has seen it.
            return finding.state == reported || (recheck && isOpen(finding.state) && finding.state != found);
        case ActKind::rejected:
            return among(finding.state, {reported, objected}) ||
                   (recheck && isOpen(finding.state) && finding.state != found);
        case ActKind::withdrawn:
        case ActKind::handedOver:
            return isOpen(finding.state) && finding.state != found;
        case ActKind::ended:
            return isOpen(finding.state);
        case ActKind::archived:
            return true;
    }
    return false;
}

Result<void> checkDay(const FindingRow& finding, const Act& act, const ActEntry& entry, Day today) {
    if (!entry.day) return {};
    const std::string where = "item " + finding.item + ": ";
    if (*entry.day > today + kLongest) return refused("due_past", where + dayText(*entry.day) + " is no sensible day");
    switch (act.kind) {
        case ActKind::ordered:
        case ActKind::rejected:
            if (*entry.day < today)
                return refused("due_past", where + "the day that is due, " + dayText(*entry.day) + ", has passed");
            return {};
        case ActKind::extensionRequested:
        case ActKind::extended:
            if (finding.due && *entry.day <= *finding.due)
                return refused("due_past", where + dayText(*entry.day) +
                                               " is no later than the day that is due already, " +
                                               dayText(*finding.due));
            return {};
        default:
            return {};
    }
}

Result<void> checkEntry(const CaseRow& row, const Act& act, const ActEntry& entry, const BelievedLine& line,
                        Day today) {
    const auto* finding = row.finding(entry.item);
    if (!finding)
        return refused("finding_unknown", "the inspection states no finding at item " + entry.item.substr(0, 80));
    if (!act.order.empty() && finding->order != act.order)
        return refused("order_unknown", "item " + finding->item + " is not among the findings of that order");
    if (!itsTurn(*finding, act)) {
        return refused("not_its_turn",
                       "item " + finding->item + " is " + std::string(stateName(finding->state)) +
                           (finding->request.empty() ? "" : " and waits for an answer about more time") + "; " +
                           std::string(typeOf(act.kind)) + " cannot follow");
    }
    const bool answersRequest = act.kind == ActKind::extended || act.kind == ActKind::extensionRefused;
    if (answersRequest && act.about != finding->request)
        return refused("request_unknown", "item " + finding->item + " waits for the answer to another request");
    const bool judges = act.kind == ActKind::verified || act.kind == ActKind::rejected;
    if (judges && line.kid == finding->reporter) return ownReport();
    return checkDay(*finding, act, entry, today);
}

}  // namespace

Result<void> mayHappen(const CaseRow& row, const Act& act, const BelievedLine& line) {
    if (act.of != row.standing.id) return refused("finding_unknown", "the act is about another inspection");
    if (row.standing.status == InspectionStatus::incomplete &&
        (act.kind == ActKind::ordered || act.kind == ActKind::ended))
        return refused("not_cosigned",
                       "the inspection waits for the second inspector's signature; until then nothing rests on it");
    if (act.kind == ActKind::ordered) {
        if (row.standing.status == InspectionStatus::returned)
            return refused("not_reviewable",
                           "the inspection was returned to its author; its findings may still change");
        if (act.hash != row.standing.newest)
            return refused("version_old", "the order names another version than the newest; read that one first");
    } else if (!act.order.empty()) {
        const bool known = std::any_of(row.orders.begin(), row.orders.end(),
                                       [&](const OrderRow& order) { return order.id == act.order; });
        if (!known) return refused("order_unknown", "no such order was given for this inspection");
    }
    if (!row.archived.empty()) return refused("not_its_turn", "the case is archived; nothing can follow");
    if (act.kind == ActKind::archived && stateOf(row) != CaseState::closed)
        return refused("case_open", "a case is archived when it was accepted and each of its findings is closed");
    const Day today = dayOf({record::correctedAt(line.payload), line.payload.at.offset});
    for (const auto& entry : act.entries) {
        if (auto good = checkEntry(row, act, entry, line, today); !good) return good;
    }
    return {};
}

Result<void> mayJudge(const CaseRow& row, const Act& act, std::string_view kid, const PersonOf& personOf) {
    // Withdrawing the order answers a report or an objection, too.
    if (act.kind != ActKind::verified && act.kind != ActKind::rejected && act.kind != ActKind::withdrawn) return {};
    const auto judge = personOf(kid);
    if (judge.empty()) return {};
    for (const auto& entry : act.entries) {
        const auto* finding = row.finding(entry.item);
        if (finding && !finding->reporter.empty() && personOf(finding->reporter) == judge) return ownReport();
    }
    return {};
}

}  // namespace plumb::records
