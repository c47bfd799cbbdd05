#include "shared/store/working_calendar.h"

#include <charconv>

namespace plumb::store {

domain::WorkingCalendar workingCalendar(const TabletStore& store) {
    auto out = domain::builtinWorkingCalendar();
    for (const auto& line : store.linesOfType("calendar.published", {})) {
        if (line.row.state == RecordState::refused) continue;
        const auto payload = store.payload(line);
        if (!payload || textOr(payload->body, "id") != "working_days") continue;
        const auto* years = payload->body.if_contains("years");
        if (!years || !years->is_object()) continue;
        for (const auto& [name, year] : years->get_object()) {
            int number = 0;
            const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
            if (read.ec != std::errc{} || !year.is_object()) continue;
            (void)out.addYear(number, year.get_object());
        }
    }
    return out;
}

}  // namespace plumb::store
