#include "shared/checklist/score/score.h"

#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/score/grade.h"

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
    json::array vetoes, sections;
    for (const auto& item : score.vetoes) vetoes.emplace_back(item);
    for (const auto& section : score.sections)
        sections.push_back(json::object{{"id", section.id}, {"points", section.points}, {"max", section.max}});
    json::object out{{"points", score.points},
                     {"max", score.max},
                     {"grade", score.grade},
                     {"vetoes", std::move(vetoes)},
                     {"sections", std::move(sections)}};
    if (score.base) out["base"] = *score.base;
    if (score.bonus) out["bonus"] = *score.bonus;
    if (!score.levels.empty()) {
        json::array levels;
        for (const auto& level : score.levels)
            levels.push_back(json::object{{"id", level.id}, {"ok", level.ok}, {"applicable", level.applicable}});
        out["levels"] = std::move(levels);
    }
    if (!score.blocked.empty()) {
        json::array blocked;
        for (const auto& item : score.blocked) blocked.emplace_back(item);
        out["blocked"] = std::move(blocked);
    }
    return out;
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
    const json::object wanted = toJson(computed);
    if (auto same = sameMembers(stated, wanted, "score."); !same) return same;
    for (const auto name : {"vetoes", "levels", "blocked"}) {
        const auto* expected = wanted.if_contains(name);
        const auto* given = stated.if_contains(name);
        if (expected && (!given || *given != *expected))
            return differs("score." + std::string(name), shown(stated, name), toText(*expected));
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
    return {};
}

}  // namespace plumb::checklist
