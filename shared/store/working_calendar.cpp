#include "shared/store/working_calendar.h"

namespace plumb::store {

domain::WorkingCalendar workingCalendar(const TabletStore& store) {
    auto out = domain::builtinWorkingCalendar();
    for (const auto& line : store.linesOfType("calendar.published", {})) {
        if (line.row.state == RecordState::refused) continue;
        const auto payload = store.payload(line);
        if (payload) out.addPublished(payload->body);
    }
    return out;
}

}  // namespace plumb::store
