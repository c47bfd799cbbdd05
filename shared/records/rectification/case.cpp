#include "shared/records/rectification/case.h"

#include <algorithm>
#include <array>

namespace plumb::records {
namespace {

constexpr std::array<std::pair<FindingState, std::string_view>, 11> kStates{{{FindingState::corrected, "corrected"},
                                                                             {FindingState::found, "found"},
                                                                             {FindingState::ordered, "ordered"},
                                                                             {FindingState::delivered, "delivered"},
                                                                             {FindingState::reported, "reported"},
                                                                             {FindingState::objected, "objected"},
                                                                             {FindingState::rejected, "rejected"},
                                                                             {FindingState::passed, "passed"},
                                                                             {FindingState::withdrawn, "withdrawn"},
                                                                             {FindingState::handedOver, "handed_over"},
                                                                             {FindingState::ended, "ended"}}};

void apply(FindingRow& finding, const Act& act, const ActEntry& entry, const BelievedLine& line) {
    finding.by = line.hash;
    switch (act.kind) {
        case ActKind::ordered:
            finding.state = act.delivery && act.delivery->atOnce() ? FindingState::delivered : FindingState::ordered;
            finding.order = line.payload.id;
            finding.requirement = entry.requirement;
            finding.due = entry.day;
            return;
        case ActKind::delivered:
            finding.state = FindingState::delivered;
            return;
        case ActKind::reported:
        case ActKind::objected:
            finding.late =
                finding.due && dayOf({record::correctedAt(line.payload), line.payload.at.offset}) > *finding.due;
            finding.state = act.kind == ActKind::reported ? FindingState::reported : FindingState::objected;
            finding.report = line.payload.id;
            finding.reporter = line.kid;
            return;
        case ActKind::extensionRequested:
            finding.request = line.payload.id;
            finding.asked = entry.day;
            return;
        case ActKind::extended:
            finding.due = entry.day;
            finding.extended = true;
            [[fallthrough]];
        case ActKind::extensionRefused:
            finding.request.clear();
            finding.asked.reset();
            return;
        case ActKind::rejected:
            finding.state = FindingState::rejected;
            finding.due = entry.day;
            finding.late = false;
            ++finding.rounds;
            return;
        case ActKind::verified:
            finding.state = FindingState::passed;
            break;
        case ActKind::withdrawn:
            finding.state = FindingState::withdrawn;
            break;
        case ActKind::handedOver:
            finding.state = FindingState::handedOver;
            break;
        case ActKind::ended:
            finding.state = FindingState::ended;
            break;
        case ActKind::archived:
            return;
    }
    // What is closed waits for no answer.
    finding.request.clear();
    finding.asked.reset();
}

template <class Rows>  // const or not
auto findingIn(Rows& findings, std::string_view item) -> decltype(findings.data()) {
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const FindingRow& one) { return one.item == item; });
    return found == findings.end() ? nullptr : &*found;
}

}  // namespace

std::string_view stateName(FindingState state) {
    return kStates[static_cast<std::size_t>(state)].second;
}

bool isOpen(FindingState state) {
    switch (state) {
        case FindingState::found:
        case FindingState::ordered:
        case FindingState::delivered:
        case FindingState::reported:
        case FindingState::objected:
        case FindingState::rejected:
            return true;
        default:
            return false;
    }
}

bool isWithEnterprise(FindingState state) {
    return state == FindingState::ordered || state == FindingState::delivered || state == FindingState::rejected;
}

std::vector<FoundFinding> findingsOf(const json::object& body) {
    std::vector<FoundFinding> out;
    const auto findings = arrayAt(body, "findings");
    if (!findings) return out;
    for (const auto& entry : **findings) {
        if (!entry.is_object()) continue;
        const auto& object = entry.get_object();
        FoundFinding one{textOr(object, "item"), textOr(object, "severity"), textOr(object, "text"),
                         object.contains("corrected")};
        const bool known =
            std::any_of(out.begin(), out.end(), [&](const auto& other) { return other.item == one.item; });
        if (!one.item.empty() && !known) out.push_back(std::move(one));
    }
    return out;
}

const FindingRow* CaseRow::finding(std::string_view item) const {
    return findingIn(findings, item);
}

std::string_view stateName(CaseState state) {
    switch (state) {
        case CaseState::submitted:
            return "submitted";
        case CaseState::returned:
            return "returned";
        case CaseState::reviewed:
            return "reviewed";
        case CaseState::ordered:
            return "ordered";
        case CaseState::closed:
            return "closed";
        case CaseState::archived:
            return "archived";
        case CaseState::incomplete:
            return "incomplete";
    }
    return "";
}

CaseState stateOf(const CaseRow& row) {
    if (!row.archived.empty()) return CaseState::archived;
    if (row.standing.status == InspectionStatus::returned) return CaseState::returned;
    const auto open = std::count_if(row.findings.begin(), row.findings.end(),
                                    [](const auto& finding) { return isOpen(finding.state); });
    const auto found = std::count_if(row.findings.begin(), row.findings.end(),
                                     [](const auto& finding) { return finding.state == FindingState::found; });
    if (open > found) return CaseState::ordered;
    if (row.standing.status == InspectionStatus::incomplete) return CaseState::incomplete;
    if (row.standing.status != InspectionStatus::accepted) return CaseState::submitted;
    return open == 0 ? CaseState::closed : CaseState::reviewed;
}

bool isOverdue(const FindingRow& finding, Day today) {
    return isWithEnterprise(finding.state) && finding.due && *finding.due < today;
}

namespace {

// A version of the inspection took effect.
void foldVersion(CaseRow& row, const BelievedLine& line, const CaseReading& reading) {
    row.site = line.payload.site;
    row.region = line.payload.region;
    row.at = line.payload.at;
    row.kind = reading.summary->kind;
    row.checklist = reading.summary->checklist;
    // What an order was given for stays as it stands; the rest is as the newest version states it.
    std::vector<FindingRow> kept;
    for (auto& finding : row.findings) {
        if (finding.order.empty() && finding.state != FindingState::ended) continue;
        finding.stated = false;
        kept.push_back(std::move(finding));
    }
    row.findings = std::move(kept);
    for (const auto& found : reading.findings) {
        if (auto* known = findingIn(row.findings, found.item)) {
            known->stated = true;
            known->severity = found.severity;
            known->text = found.text;
            continue;
        }
        FindingRow fresh;
        fresh.item = found.item;
        fresh.severity = found.severity;
        fresh.text = found.text;
        fresh.by = line.hash;
        if (found.corrected) fresh.state = FindingState::corrected;
        row.findings.push_back(std::move(fresh));
    }
}

bool foldAct(CaseRow& row, const Act& act, const BelievedLine& line) {
    if (const auto good = mayHappen(row, act, line); !good) {
        row.ignored.push_back({line.hash, good.error().detail});
        return false;
    }
    for (const auto& entry : act.entries) apply(*findingIn(row.findings, entry.item), act, entry, line);
    if (act.kind == ActKind::archived) row.archived = act.term;
    if (act.kind == ActKind::ordered)
        row.orders.push_back({line.payload.id,
                              orderNumber(line.payload.region, line.payload.at, line.kid, line.payload.seq),
                              line.hash});
    return true;
}

}  // namespace

std::string caseOf(const record::Payload& payload) {
    if (payload.type == "inspection.submitted") return payload.id;
    if (payload.type == "inspection.amended" || isCosignature(payload.type) || isReview(payload.type) ||
        actKindOf(payload.type))
        return textOr(payload.body, "of");
    return {};
}

bool foldCase(std::optional<CaseRow>& row, const BelievedLine& line, const CaseReading& reading) {
    if (line.payload.type == "inspection.submitted") {
        if (row || !reading.summary || !reading.summary->opensCase()) return false;
        row.emplace();
        row->standing = firstStanding(line.payload, line.hash, line.kid);
        foldVersion(*row, line, reading);
        return true;
    }
    if (!row) return false;
    if (reading.act) return foldAct(*row, *reading.act, line);
    if (line.payload.type == "inspection.amended" && !reading.summary) return false;
    const auto step = advance(row->standing, line.payload, line.hash, line.kid);
    if (step == Step::version) foldVersion(*row, line, reading);
    return step != Step::none;
}

}  // namespace plumb::records
