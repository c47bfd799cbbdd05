#include "shared/document/papers/planning_facts.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/domain/regions.h"

namespace plumb::document {
namespace {

json::object personFacts(const PaperPerson& person) {
    return {{"name", person.name}, {"certificate", person.certificate}};
}

json::array teamFacts(const std::vector<std::string>& team, const PaperNames& names) {
    json::array out;
    for (const auto& id : team) out.push_back(personFacts(names.person(id)));
    return out;
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
    std::string out;
    for (const auto& text : texts) out += (out.empty() ? "" : between) + text;
    return out;
}

json::object signer(const char* role, const PaperPerson& person, const std::string& at) {
    return {{"role", role}, {"name", person.name}, {"at", at}};
}

json::object kindTicks(records::TaskKind kind) {
    return {{"routine", kind == records::TaskKind::routine},
            {"individual", kind == records::TaskKind::individual},
            {"special", kind == records::TaskKind::special}};
}

std::string titleOf(const std::string& checklist, const std::string& programme, const PaperNames& names) {
    if (checklist.empty()) return programme;
    auto title = names.checklist(checklist);
    return title.empty() ? checklist : title;
}

json::object yearFacts(const records::CheckedThisYear& year) {
    json::object out{
        {"made", year.made}, {"nth", year.made + 1}, {"counted", year.counted ? "yes" : "no"}, {"over", year.over}};
    if (year.most) out["most"] = *year.most;
    return out;
}

// "甘肃省张掖市"
std::string regionName(const std::string& code) {
    std::string out;
    for (const auto& region : domain::builtinRegions().all()) {
        if (code.starts_with(region.prefix())) out += region.name;
    }
    return out;
}

std::string siteName(const std::string& id, const PaperNames& names) {
    const auto site = names.site(id);
    return site && !site->name.empty() ? site->name : id;
}

}  // namespace

json::object checkFacts(const RecordSource& decision, const records::CheckDecision& says,
                        const PaperReference& proposal, const records::PlannedCheck& check, const PaperNames& names) {
    auto out = recordFacts(decision);
    const auto at = minuteText(decision.payload.at);
    const auto proposer = names.person(check.person);
    out["proposal"] = json::object{{"number", proposal.number},
                                   {"day", dayText(dayOf(proposal.at))},
                                   {"at", minuteText(proposal.at)},
                                   {"by", personFacts(proposer)}};
    out["kind"] = records::taskKindName(check.kind);
    out["kinds"] = kindTicks(check.kind);
    out["mode"] = records::checkModeName(check.mode);
    out["reason"] = check.reason;
    out["basis"] = check.basis;
    out["checklist"] = titleOf(check.checklist, check.programme, names);
    out["items"] = joined(check.items, "；");
    out["planned"] = dayText(check.planned);
    out["team"] = teamFacts(check.team, names);
    out["year"] = yearFacts(check.year);
    out["urgent"] = check.urgent ? check.urgent->reason : std::string();
    out["decision"] = json::object{{"approved", says.approved},
                                   {"refused", !says.approved},
                                   {"reason", says.reason},
                                   {"after", says.approved && dayOf(decision.payload.at) > check.planned}};
    out["approved"] = says.approved;
    out["signers"] =
        json::array{signer("proposer", proposer, minuteText(proposal.at)), signer("head", {decision.author, {}}, at)};
    out["head"] = json::array{signer("head", {decision.author, {}}, at)};
    return out;
}

json::object taskFacts(const RecordSource& record, const records::Task& task,
                       const std::optional<PaperReference>& check, const PaperNames& names) {
    auto out = recordFacts(record);
    out["kind"] = records::taskKindName(task.kind);
    out["kinds"] = kindTicks(task.kind);
    out["checklist"] = titleOf(task.checklist, task.programme, names);
    out["due"] = dayText(task.due);
    out["instructions"] = task.instructions;
    out["team"] = teamFacts(task.team, names);
    json::array back;
    for (const auto& one : task.steppedBack)
        back.push_back(json::object{{"name", names.person(one.person).name}, {"reason", one.reason}});
    out["asked"] = dayText(task.asked);
    out["stepped_back"] = std::move(back);
    out["drawn"] = task.draw ? json::value(task.draw->number) : json::value(nullptr);
    out["check"] = check ? check->number : std::string();
    out["again"] = !task.of.empty();
    out["file_count"] = static_cast<std::int64_t>(record.payload.files.size());
    out["signers"] = json::array{signer("assigner", {record.author, {}}, minuteText(record.payload.at))};
    return out;
}

json::object drawFacts(const RecordSource& reveal, const records::DrawRevealed& revealed,
                       const PaperReference& commitment, const records::DrawCommitted& committed,
                       const PaperNames& names) {
    auto out = recordFacts(reveal);
    const auto& result = revealed.result;
    json::array strata, drawn, excluded, late;
    for (const auto& stratum : committed.strata) {
        const auto count = std::count_if(result.sites.begin(), result.sites.end(),
                                         [&](const auto& site) { return site.stratum == stratum.name; });
        strata.push_back(json::object{{"name", stratum.name},
                                      {"of", stratum.of},
                                      {"permille", stratum.permille},
                                      {"drawn", static_cast<std::int64_t>(count)}});
    }
    for (const auto& one : result.sites) {
        std::vector<std::string> persons;
        for (const auto& id : result.teams.at(one.team)) persons.push_back(names.person(id).name);
        const auto site = names.site(one.site);
        drawn.push_back(json::object{{"site", siteName(one.site, names)},
                                     {"code", site ? site->code : std::string()},
                                     {"stratum", one.stratum},
                                     {"team", static_cast<std::int64_t>(one.team + 1)},
                                     {"persons", joined(persons, "、")}});
    }
    const auto exclude = [&](const records::Excluded& one) {
        const auto site = names.site(one.id);
        return json::object{{"name", site ? siteName(one.id, names) : names.person(one.id).name},
                            {"reason", one.reason},
                            {"arose", one.arose ? dayText(*one.arose) : std::string()}};
    };
    // What was bound with the pool, and apart from it what came after. Of a draw whose commitment says nothing of it
    // all stands together.
    for (const auto& one : committed.excluded ? *committed.excluded : revealed.excluded)
        excluded.push_back(exclude(one));
    if (committed.excluded)
        for (const auto& one : revealed.excluded) late.push_back(exclude(one));
    out["title"] = committed.title;
    out["region"] = regionName(reveal.payload.region);
    out["commitment"] =
        json::object{{"number", commitment.number}, {"at", minuteText(commitment.at)}, {"pool", committed.pool.hex()}};
    out["checkpoint"] = json::object{{"size", static_cast<std::int64_t>(revealed.checkpoint.size)},
                                     {"root", toBase64(revealed.checkpoint.root.view())}};
    out["seed"] = records::drawSeed(revealed.checkpoint, committed.pool).hex();
    out["inspectors"] = committed.inspectors;
    out["strata"] = std::move(strata);
    out["drawn"] = std::move(drawn);
    out["excluded"] = std::move(excluded);
    out["late"] = std::move(late);
    out["counts"] = json::object{{"sites", static_cast<std::int64_t>(result.sites.size())},
                                 {"teams", static_cast<std::int64_t>(result.teams.size())}};
    out["signers"] = json::array{signer("drawer", {reveal.author, {}}, minuteText(reveal.payload.at))};
    return out;
}

}  // namespace plumb::document
