#include "shared/records/rectification/case_json.h"

#include <stdexcept>

#include "shared/records/json_parts.h"

namespace plumb::records {
namespace {

FindingRow findingFromJson(const json::object& object) {
    FindingRow out;
    out.item = textOr(object, "item");
    out.severity = textOr(object, "severity");
    out.text = textOr(object, "text");
    const auto state = findingStateNamed(textOr(object, "state"));
    if (!state) throw std::runtime_error("a kept finding has no state");
    out.state = *state;
    out.stated = !object.contains("unstated");
    out.order = textOr(object, "order");
    out.requirement = textOr(object, "requirement");
    out.due = parseDay(textOr(object, "due"));
    out.extended = object.contains("extended");
    out.request = textOr(object, "request");
    out.asked = parseDay(textOr(object, "asked"));
    out.report = textOr(object, "report");
    out.reporter = textOr(object, "reporter");
    out.late = object.contains("late");
    if (const auto* rounds = object.if_contains("rounds")) out.rounds = static_cast<int>(rounds->as_int64());
    if (object.contains("by")) out.by = hashFromJson(object, "by");
    return out;
}

}  // namespace

std::optional<FindingState> findingStateNamed(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(FindingState::ended); ++i) {
        if (stateName(static_cast<FindingState>(i)) == name) return static_cast<FindingState>(i);
    }
    return std::nullopt;
}

std::optional<CaseState> caseStateNamed(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(CaseState::incomplete); ++i) {
        if (stateName(static_cast<CaseState>(i)) == name) return static_cast<CaseState>(i);
    }
    return std::nullopt;
}

json::object toJson(const FindingRow& finding) {
    json::object out{{"item", finding.item}, {"severity", finding.severity}, {"state", stateName(finding.state)}};
    for (const auto& [name, text] :
         {std::pair{"text", &finding.text}, std::pair{"order", &finding.order},
          std::pair{"requirement", &finding.requirement}, std::pair{"request", &finding.request},
          std::pair{"report", &finding.report}, std::pair{"reporter", &finding.reporter}}) {
        if (!text->empty()) out[name] = *text;
    }
    if (!finding.stated) out["unstated"] = true;
    if (finding.due) out["due"] = dayText(*finding.due);
    if (finding.extended) out["extended"] = true;
    if (finding.asked) out["asked"] = dayText(*finding.asked);
    if (finding.late) out["late"] = true;
    if (finding.rounds > 0) out["rounds"] = finding.rounds;
    if (finding.by) out["by"] = finding.by->hex();
    return out;
}

json::object toJson(const CaseRow& row) {
    json::object out{{"standing", toJson(row.standing)},
                     {"state", stateName(stateOf(row))},
                     {"site", row.site},
                     {"region", row.region},
                     {"kind", row.kind},
                     {"checklist", toJson(row.checklist)},
                     {"at", formatInstant(row.at)}};
    json::array findings, orders, ignored;
    for (const auto& finding : row.findings) findings.push_back(toJson(finding));
    for (const auto& order : row.orders)
        orders.push_back(json::object{{"id", order.id}, {"number", order.number}, {"hash", order.hash.hex()}});
    for (const auto& act : row.ignored) ignored.push_back(json::object{{"hash", act.hash.hex()}, {"why", act.why}});
    out["findings"] = std::move(findings);
    if (!orders.empty()) out["orders"] = std::move(orders);
    if (!ignored.empty()) out["ignored"] = std::move(ignored);
    if (!row.archived.empty()) out["archived"] = row.archived;
    return out;
}

CaseRow caseFromJson(const json::object& object) {
    CaseRow out;
    out.standing = standingFromJson(object.at("standing").as_object());
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    out.kind = textOr(object, "kind");
    out.checklist = checklistRefFromJson(object.at("checklist").as_object());
    out.at = parseInstant(textOr(object, "at")).value();
    for (const auto& finding : object.at("findings").as_array())
        out.findings.push_back(findingFromJson(finding.as_object()));
    if (const auto* orders = object.if_contains("orders")) {
        for (const auto& order : orders->as_array())
            out.orders.push_back({textOr(order.as_object(), "id"), textOr(order.as_object(), "number"),
                                  hashFromJson(order.as_object(), "hash")});
    }
    if (const auto* ignored = object.if_contains("ignored")) {
        for (const auto& act : ignored->as_array())
            out.ignored.push_back({hashFromJson(act.as_object(), "hash"), textOr(act.as_object(), "why")});
    }
    out.archived = textOr(object, "archived");
    return out;
}

}  // namespace plumb::records
