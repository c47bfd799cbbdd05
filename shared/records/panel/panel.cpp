#include "shared/records/panel/panel.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>

#include "shared/records/read_words.h"

namespace plumb::records {
namespace {

tl::unexpected<Error> refused(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

// Of each of the rule's criteria once, within its points.
Result<void> checkPoints(const PanelRule& rule, const std::vector<CriterionScore>& points) {
    bool good = points.size() == rule.criteria.size();
    for (std::size_t i = 0; good && i < points.size(); ++i)
        good = points[i].id == rule.criteria[i].id && points[i].points <= rule.criteria[i].points;
    if (good) return {};
    return refused("panel_points",
                   "a sheet gives points for each of the panel's criteria, in their order, and no more "
                   "than each has");
}

template <class Says>
Says kept(Result<Says> says) {
    if (!says) throw std::runtime_error("a kept panel can not be read: " + says.error().detail);
    return std::move(*says);
}

Result<void> mayScore(const PanelRow& row, const json::object& body) {
    const auto says = readPanelScored(body);
    if (!says) return fail(says.error());
    if (!row.says.has(says->person))
        return fail(ErrorKind::forbidden, "panel_not_yours",
                    "person " + says->person.substr(0, 80) + " is no expert of this panel");
    if (row.sheetOf(says->person))
        return refused("panel_scored", "this expert handed in her sheet already; nobody changes one");
    return checkPoints(row.says.rule, says->points);
}

}  // namespace

bool isPanel(std::string_view type) {
    return type == kPanelAssigned || type == kPanelScored || type == kPanelClosed;
}

bool Panel::has(std::string_view expert) const {
    return std::find(experts.begin(), experts.end(), expert) != experts.end();
}

std::int64_t PanelScored::total() const {
    return std::accumulate(points.begin(), points.end(), std::int64_t{0},
                           [](std::int64_t sum, const CriterionScore& one) { return sum + one.points; });
}

const PanelSheet* PanelRow::sheetOf(std::string_view expert) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const auto& one) { return one.says.person == expert; });
    return found == sheets.end() ? nullptr : &*found;
}

Result<Panel> readPanel(const json::object& body) {
    BodyReader read(body);
    Panel out;
    out.of = read.recordId("of");
    out.programme = read.text("programme");
    (void)read.object("rule", [&](BodyReader& rule) { out.rule = panelRuleFrom(rule); });
    out.experts = read.textsIf("experts");
    out.until = read.day("until");
    out.person = read.text("person");
    if (static_cast<int>(out.experts.size()) != out.rule.experts)
        read.fault("experts", "must be as many as the rule says");
    if (std::set<std::string>(out.experts.begin(), out.experts.end()).size() != out.experts.size())
        read.fault("experts", "must each stand once");
    if (out.has("")) read.fault("experts", "must not be blank");
    if (out.has(out.person)) read.fault("experts", "must not hold who assigns the panel");
    return done(read, std::move(out));
}

json::object toBody(const Panel& panel) {
    return {{"of", panel.of},
            {"programme", panel.programme},
            {"rule", toJson(panel.rule)},
            {"experts", json::array(panel.experts.begin(), panel.experts.end())},
            {"until", dayText(panel.until)},
            {"person", panel.person}};
}

Result<PanelScored> readPanelScored(const json::object& body) {
    BodyReader read(body);
    PanelScored out{read.recordId("of"), read.text("person"), {}, {}};
    std::set<std::string> ids;
    const auto count = read.eachIf("points", [&](BodyReader& one) {
        out.points.push_back({one.text("id"), one.integer("points")});
        const auto& last = out.points.back();
        if (last.points < 0 || last.points > kMostCriterionPoints)
            one.fault("points", "must be 0 to 1000000 thousandths");
        if (!ids.insert(last.id).second) one.fault("id", "must stand once");
    });
    if (count < 1 || count > kMostCriteria) read.fault("points", "must be 1 to 40");
    out.opinion = read.textIf("opinion");
    checkPlainText(read, "opinion", out.opinion, kMostOpinionBytes);
    return done(read, std::move(out));
}

json::object toBody(const PanelScored& scored) {
    json::array points;
    for (const auto& one : scored.points) points.push_back(json::object{{"id", one.id}, {"points", one.points}});
    json::object out{{"of", scored.of}, {"person", scored.person}, {"points", std::move(points)}};
    if (!scored.opinion.empty()) out["opinion"] = scored.opinion;
    return out;
}

Result<PanelClosed> readPanelClosed(const json::object& body) {
    BodyReader read(body);
    PanelClosed out{read.recordId("of"), read.text("person"), read.text("reason")};
    checkPlainText(read, "reason", out.reason, kMostOpinionBytes);
    if (isBlankText(out.reason)) read.fault("reason", "must not be blank");
    return done(read, std::move(out));
}

json::object toBody(const PanelClosed& closed) {
    return {{"of", closed.of}, {"person", closed.person}, {"reason", closed.reason}};
}

std::string panelOf(const record::Payload& payload) {
    if (payload.type == kPanelAssigned) return payload.id;
    return isPanel(payload.type) ? textOr(payload.body, "of") : std::string();
}

Result<void> mayChangePanel(const std::optional<PanelRow>& row, const record::Payload& payload) {
    const auto of = panelOf(payload);
    if (payload.type == kPanelAssigned) {
        if (auto says = readPanel(payload.body); !says) return fail(says.error());
        return row ? Result<void>(refused("panel_unknown", "panel " + of.substr(0, 40) + " was assigned already"))
                   : Result<void>();
    }
    if (!row || row->id != of) return refused("panel_unknown", "no panel " + of.substr(0, 40) + " is in this log");
    if (row->isOver()) return refused("panel_over", "all sheets of this panel are in, or it was closed");
    if (payload.type == kPanelScored) return mayScore(*row, payload.body);
    const auto says = readPanelClosed(payload.body);
    return says ? Result<void>() : Result<void>(fail(says.error()));
}

bool foldPanel(std::optional<PanelRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (!isPanel(payload.type) || !mayChangePanel(row, payload)) return false;
    if (payload.type == kPanelAssigned) {
        row = PanelRow{payload.id,
                       payload.site,
                       payload.region,
                       readPanel(payload.body).value(),
                       std::string(line.kid),
                       payload.at,
                       {},
                       {},
                       {}};
    } else if (payload.type == kPanelScored) {
        row->sheets.push_back({payload.id, std::string(line.kid), readPanelScored(payload.body).value(), payload.at});
    } else {
        row->closed = payload.id;
        row->closeReason = readPanelClosed(payload.body).value().reason;
    }
    return true;
}

json::object toJson(const PanelRow& row) {
    json::array sheets;
    for (const auto& sheet : row.sheets) {
        sheets.push_back(json::object{
            {"id", sheet.id}, {"kid", sheet.kid}, {"says", toBody(sheet.says)}, {"at", formatInstant(sheet.at)}});
    }
    json::object out{{"id", row.id},
                     {"site", row.site},
                     {"region", row.region},
                     {"says", toBody(row.says)},
                     {"kid", row.kid},
                     {"at", formatInstant(row.at)},
                     {"sheets", std::move(sheets)}};
    if (!row.closed.empty()) out["closed"] = {{"id", row.closed}, {"reason", row.closeReason}};
    return out;
}

PanelRow panelFromJson(const json::object& object) {
    PanelRow out;
    out.id = textOr(object, "id");
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    out.says = kept(readPanel(object.at("says").as_object()));
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    for (const auto& value : object.at("sheets").as_array()) {
        const auto& sheet = value.as_object();
        out.sheets.push_back({textOr(sheet, "id"), textOr(sheet, "kid"),
                              kept(readPanelScored(sheet.at("says").as_object())),
                              parseInstant(textOr(sheet, "at")).value()});
    }
    if (const auto* closed = object.if_contains("closed")) {
        out.closed = textOr(closed->as_object(), "id");
        out.closeReason = textOr(closed->as_object(), "reason");
    }
    return out;
}

}  // namespace plumb::records
