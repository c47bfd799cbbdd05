#include "sync-server/query/working_calendar.h"

#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/publications.h"

namespace plumb::server {

domain::WorkingCalendar calendarOf(StoreReader& reader) {
    auto out = domain::builtinWorkingCalendar();
    for (const auto& entry : Publications(reader).of("calendar.published", "working_days")) {
        out.addPublished(payloadAt(entry.index, reader).body);
    }
    return out;
}

}  // namespace plumb::server
