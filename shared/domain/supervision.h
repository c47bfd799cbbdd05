// What follows where a clause of a standard is failed, by the class of the standard (the plan's four kinds of
// supervision, DOMAIN.md): a mandatory one by enforcement, a recommended one by improvement, an association's by the
// association's own discipline, an enterprise's by what it declared. One rule for all sides. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

namespace plumb::domain {

// The strongest first.
enum class Supervision {
    enforcement,  // a case is opened
    improvement,  // a notice of what to improve
    association,  // a letter to the association that made the standard
    declaration,  // a note to the enterprise's declaration of its standard
};
inline constexpr std::size_t kSupervisions = 4;
// "enforcement", "improvement", "association", "declaration".
std::string_view supervisionName(Supervision supervision);
std::optional<Supervision> supervisionNamed(std::string_view name);

// `ref`: a standard's number, or a statute's title; `mandatory`: whether its clause is said to be. A number of which
// standards cannot be mandatory (standard_number.h) is not made so by saying it; a statute can.
Supervision supervisionOf(std::string_view ref, bool mandatory);

}  // namespace plumb::domain
