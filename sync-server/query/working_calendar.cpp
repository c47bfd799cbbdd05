#include "sync-server/query/working_calendar.h"

#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "sync-server/projections/publications/publications.h"

namespace plumb::server {

domain::WorkingCalendar calendarOf(StoreReader& reader) {
    auto out = domain::builtinWorkingCalendar();
    for (const auto& entry : Publications(reader).of("calendar.published", "working_days")) {
        auto text = reader.line(entry.index);
        const auto line = text ? record::Line::parse(std::move(*text)) : Result<record::Line>(fail(Error{}));
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(Error{}));
        if (payload) out.addPublished(payload->body);
    }
    return out;
}

}  // namespace plumb::server
