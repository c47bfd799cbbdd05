#include "shared/checklist/score/score.h"

#include <algorithm>
#include <utility>

#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/score/grade.h"
#include "shared/checklist/score/stated_score.h"

namespace plumb::checklist {
namespace {

tl::unexpected<Error> differs(const std::string& where, const std::string& stated, const std::string& computed) {
    return fail(ErrorKind::refused, "bad_score",
                "the stated score does not follow from the answers: " + where + " is stated as " + stated + ", it is " +
                    computed);
}

// Absent members read as what they cannot be.
std::string shown(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value ? toText(*value) : "nothing";
}

// The members of one list entry, of which what is not stated has its usual worth (`usual`).
struct Member {
    std::string_view name;
    json::value computed, usual;
};

Result<void> sameEntry(const json::object& stated, const std::vector<Member>& members, const std::string& where) {
    for (const auto& [name, computed, usual] : members) {
        const auto* given = stated.if_contains(name);
        if ((given ? *given : usual) != computed)
            return differs(where + std::string(name), shown(stated, name), toText(computed));
    }
    return {};
}

// Lines from before the items were signed do not state them; whoever states them states all of them, and right.
Result<void> sameItems(const json::object& stated, const std::vector<StatedItem>& asked) {
    const auto* given = stated.if_contains("items");
    if (!given) return {};
    if (!given->is_array()) return differs("score.items", toText(*given), "a list");
    const auto& items = given->get_array();
    for (std::size_t i = 0; i < std::min(items.size(), asked.size()); ++i) {
        const StatedItem& item = asked[i];
        const std::string where = "score.items[" + std::to_string(i) + "] (item " + item.id + ")";
        if (!items[i].is_object()) return differs(where, toText(items[i]), "an object");
        const auto& one = items[i].get_object();
        const auto* max = one.if_contains("max");
        const std::vector<Member> members{{"id", json::string(item.id), nullptr},
                                          {"verdict", json::string(verdictName(item.verdict)), nullptr},
                                          {"max", item.max, 0},
                                          {"points", item.points, max ? *max : json::value(0)}};
        if (auto same = sameEntry(one, members, where + "."); !same) return same;
    }
    if (items.size() != asked.size())
        return differs("the number of score.items", std::to_string(items.size()), std::to_string(asked.size()));
    return {};
}

Result<void> sameMembers(const json::object& stated, const json::object& computed, const std::string& where) {
    for (const auto& member : computed) {
        if (member.value().is_array()) continue;
        const auto* value = stated.if_contains(member.key());
        if (!value || *value != member.value()) {
            return differs(where + std::string(member.key()), shown(stated, member.key()), toText(member.value()));
        }
    }
    return {};
}

}  // namespace

Result<Score> scoreAnswers(const Checklist& checklist, const Answers& answers, Explained explained) {
    Evaluation evaluation(checklist, scoringOptions(answers));
    if (const auto errors = fill(evaluation, answers); !errors.empty()) return fail(joined(errors));
    evaluation.settle();
    return scoreOf(evaluation, explained);
}

json::object toJson(const Score& score) {
    return toJson(statedOf(score));
}

json::object toFullJson(const Score& score) {
    json::object out = toJson(score);
    out["earned"] = score.earned;
    out["possible"] = score.possible;
    out["complete"] = score.complete;
    out["explanation"] = score.explanation.toJson();
    if (!score.gradeExplanation.empty()) out["gradeExplanation"] = score.gradeExplanation.toJson();
    for (std::size_t s = 0; s < score.sections.size(); ++s) {
        if (!score.sections[s].explanation.empty())
            out["sections"].as_array()[s].as_object()["explanation"] = score.sections[s].explanation.toJson();
    }
    json::array items;
    for (const auto& item : score.items) {
        items.push_back(json::object{{"id", item.id},
                                     {"points", item.points},
                                     {"max", item.max},
                                     {"verdict", verdictName(item.verdict)},
                                     {"explanation", item.explanation.toJson()}});
    }
    out["items"] = std::move(items);
    return out;
}

Result<void> checkStatedScore(const json::object& stated, const Score& computed) {
    auto sums = statedOf(computed);
    const auto items = *std::exchange(sums.items, std::nullopt);
    const json::object wanted = toJson(sums);
    if (auto same = sameMembers(stated, wanted, "score."); !same) return same;
    for (const auto name : {"vetoes", "levels", "blocked"}) {
        const auto* expected = wanted.if_contains(name);
        const auto* given = stated.if_contains(name);
        if (expected && (!given || *given != *expected))
            return differs("score." + std::string(name), shown(stated, name), toText(*expected));
    }
    // What this checklist does not give cannot be stated of it.
    for (const auto name : {"base", "bonus", "levels", "blocked"}) {
        if (!wanted.if_contains(name) && stated.if_contains(name))
            return differs("score." + std::string(name), shown(stated, name), "nothing");
    }
    const auto* sections = stated.if_contains("sections");
    const auto& expected = wanted.at("sections").as_array();
    if (!sections || !sections->is_array() || sections->get_array().size() != expected.size()) {
        return differs("score.sections", shown(stated, "sections"), toText(wanted.at("sections")));
    }
    for (std::size_t s = 0; s < expected.size(); ++s) {
        const std::string where = "score.sections[" + std::to_string(s) + "].";
        const auto& one = sections->get_array()[s];
        if (!one.is_object()) return differs(where, toText(one), toText(expected[s]));
        if (auto same = sameMembers(one.get_object(), expected[s].as_object(), where); !same) return same;
    }
    return sameItems(stated, items);
}

}  // namespace plumb::checklist
