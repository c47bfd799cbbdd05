#include "shared/checklist/model/standards.h"

#include <algorithm>
#include <array>

namespace plumb::checklist {
namespace {

LocalText sentenceOf(const std::string& ref, const StandardState& state) {
    const std::string& since = state.since;
    const std::string zhOn = since.empty() ? "" : "于 " + since + " ", enOn = since.empty() ? "" : " on " + since;
    const std::string zhBy = state.successor.empty() ? "" : "被 " + state.successor + " ";
    const std::string enBy = state.successor.empty() ? "" : " by " + state.successor;
    switch (state.status) {
        case StandardStatus::inForce:
        case StandardStatus::unknown:
            return {};
        case StandardStatus::upcoming:
            return LocalText(
                ref + " 检查当日尚未实施" + (since.empty() ? "" : "（" + since + " 起实施）"),
                ref + " was not yet in force on the day of the check" + (since.empty() ? "" : " (from " + since + ")"));
        case StandardStatus::partlyReplaced:
            return LocalText(ref + " 已" + zhOn + zhBy + "部分代替", ref + " was superseded in part" + enBy + enOn);
        case StandardStatus::replaced:
            return LocalText(ref + " 已" + zhOn + zhBy + "代替", ref + " was superseded" + enBy + enOn);
        case StandardStatus::withdrawn:
            return LocalText(ref + " 已" + zhOn + "废止", ref + " was withdrawn" + enOn);
    }
    return {};
}

}  // namespace

std::string_view consequenceName(Consequence consequence) {
    constexpr std::array names{"enforcement", "finding", "advice"};
    return names.at(static_cast<std::size_t>(consequence));
}

std::vector<ClauseStanding> clausesOf(const Checklist& checklist, const Item& item, const StandardTable& table,
                                      Day day) {
    std::vector<ClauseStanding> out;
    for (const auto& standard : item.standards) {
        ClauseStanding clause{standard.ref, standard.clause, standard.force, standard.binding, {}, true, true, {}};
        const auto state = table ? table(standard.ref, day) : std::nullopt;
        if (state && state->status != StandardStatus::unknown) {
            clause.state = state;
            clause.inForce =
                state->status == StandardStatus::inForce || state->status == StandardStatus::partlyReplaced;
            clause.sentence = sentenceOf(standard.ref, *state);
        }
        clause.binds = standard.force == Force::mandatory ||
                       (standard.binding == Binding::unstated ? checklist.scoring.recommendedBinds
                                                              : standard.binding != Binding::none);
        out.push_back(std::move(clause));
    }
    return out;
}

Consequence consequenceOf(const std::vector<ClauseStanding>& clauses) {
    if (clauses.empty()) return Consequence::finding;
    const auto any = [&](auto&& wanted) { return std::any_of(clauses.begin(), clauses.end(), wanted); };
    if (any([](const ClauseStanding& c) { return c.inForce && c.force == Force::mandatory; }))
        return Consequence::enforcement;
    return any([](const ClauseStanding& c) { return c.inForce && c.binds; }) ? Consequence::finding
                                                                             : Consequence::advice;
}

}  // namespace plumb::checklist
