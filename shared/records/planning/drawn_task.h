// A task that says that a draw chose its site, held against the draw: nobody sends a team somewhere in a draw's name
// where the draw sent none, and a place on its list has one task. Pure; any thread.
#pragma once

#include <optional>

#include "shared/records/planning/draw_lines.h"
#include "shared/records/planning/task.h"

namespace plumb::records {

// A task that is assigned anew keeps the place that it had, or none: otherwise the place would be free for another one.
// Refused: draw_place.
Result<void> keepsPlace(const Task& before, const Task& now);

// `of`: what the task says that it comes from. `draw`: as it is known; none: it is not. `stands`: whether another task
// that was not cancelled has that place. Refused: draw_unknown (also of one that is not revealed yet), draw_place (the
// place of that number is another site's), draw_taken.
Result<void> mayAssignDrawn(const FromDraw& of, std::string_view site, const std::optional<DrawRow>& draw, bool stands);

}  // namespace plumb::records
