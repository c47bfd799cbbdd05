#include "shared/checklist/model/local_day.h"

#include "shared/base/civil_date.h"
#include "shared/form/data/iso_time.h"

namespace plumb::checklist {
namespace {

using std::chrono::minutes;

constexpr minutes kWest{-12 * 60}, kEast{14 * 60};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Result<minutes> parseZone(std::string_view text) {
    const auto bad = [&] {
        return fail(ErrorKind::malformed, "bad_zone",
                    "\"" + std::string(text.substr(0, 20)) +
                        "\" is no zone: it is written like +08:00 and lies between -12:00 and +14:00");
    };
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || !isDigit(text[1]) ||
        !isDigit(text[2]) || !isDigit(text[4]) || !isDigit(text[5]) || text[4] > '5')
        return bad();
    const int size = ((text[1] - '0') * 10 + text[2] - '0') * 60 + (text[4] - '0') * 10 + text[5] - '0';
    const minutes zone{text[0] == '-' ? -size : size};
    if (zone < kWest || zone > kEast || text == "-00:00") return bad();
    return zone;
}

std::string zoneText(minutes zone) {
    return form::xpath::isoOffset(static_cast<int>(zone.count()));
}

Instant inZone(const Instant& instant, minutes zone) {
    return {instant.utc, zone};
}

Instant midnightOf(const LocalDay& local) {
    return {TimePoint(local.day.value_or(Day())) - local.zone, local.zone};
}

Result<void> checkLocalDay(const std::optional<LocalDay>& local, const Instant& started, const Instant& finished) {
    if (!local) return {};
    for (const auto& [name, time] : {std::pair{"started", started}, std::pair{"finished", finished}}) {
        if (time.offset != local->zone)
            return fail(ErrorKind::malformed, "bad_zone",
                        std::string("\"zone\" is ") + zoneText(local->zone) + ", \"" + name + "\" is written in " +
                            zoneText(time.offset));
    }
    if (!local->day || *local->day != dayOf(finished))
        return fail(ErrorKind::malformed, "bad_zone",
                    "\"day\" must be the day of \"finished\", " + dayText(dayOf(finished)));
    return {};
}

}  // namespace plumb::checklist
