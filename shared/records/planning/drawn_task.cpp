#include "shared/records/planning/drawn_task.h"

namespace plumb::records {

Result<void> keepsPlace(const Task& before, const Task& now) {
    if (before.draw == now.draw) return {};
    return fail(ErrorKind::refused, "draw_place",
                "a task that is assigned anew names the same place of the same draw as before, or none as before");
}

Result<void> mayAssignDrawn(const FromDraw& of, std::string_view site, const std::optional<DrawRow>& draw,
                            bool stands) {
    if (!draw || draw->id != of.draw || !draw->revealed)
        return fail(ErrorKind::refused, "draw_unknown",
                    "no revealed draw " + of.draw.substr(0, 40) + " is known here; sync first");
    const auto& sites = draw->revealed->result.sites;
    if (of.number < 1 || static_cast<std::uint64_t>(of.number) > sites.size() ||
        sites[static_cast<std::size_t>(of.number - 1)].site != site)
        return fail(
            ErrorKind::refused, "draw_place",
            "the draw " + of.draw.substr(0, 40) + " has another site at its place " + std::to_string(of.number));
    if (stands)
        return fail(ErrorKind::refused, "draw_taken",
                    "there is a task for place " + std::to_string(of.number) + " of the draw already");
    return {};
}

}  // namespace plumb::records
