// What a cited standard means on the day of the check: whether it was in force then, whether it binds this site, and
// so what a failed item leads to. The catalogue is elsewhere: it is asked through a callback. Pure.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/base/standard_status.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct StandardState {
    StandardStatus status = StandardStatus::inForce;
    std::string since;      // YYYY-MM-DD, may be empty
    std::string successor;  // may be empty
};

// The state of a standard on a day; none where the catalogue does not know it. An empty
// function knows nothing: everything then counts as in force.
using StandardTable = std::function<std::optional<StandardState>(std::string_view ref, Day day)>;

struct ClauseStanding {
    std::string ref, clause;
    Force force = Force::recommended;
    Binding binding = Binding::unstated;
    std::optional<StandardState> state;  // none: not known
    bool inForce = true;
    bool binds = true;  // a mandatory one binds everyone; a recommended one where the document says so
    LocalText
        sentence;  // "GB/T 24421.2-2009 已于 2023-03-17 被 GB/T 24421.2-2023 代替"; empty where there is nothing to say
};

// 强制 → enforcement; a recommended one that binds, or an item without standards → a finding; otherwise advice.
enum class Consequence { enforcement, finding, advice };
std::string_view consequenceName(Consequence consequence);

std::vector<ClauseStanding> clausesOf(const Checklist& checklist, const Item& item, const StandardTable& table,
                                      Day day);
Consequence consequenceOf(const std::vector<ClauseStanding>& clauses);

}  // namespace plumb::checklist
