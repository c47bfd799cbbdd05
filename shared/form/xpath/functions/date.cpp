// Days and moments. What has no offset of its own is meant in the zone of World::now().
#include <array>
#include <cmath>

#include "shared/base/civil_date.h"
#include "shared/form/data/iso_time.h"
#include "shared/form/xpath/functions/built_text.h"
#include "shared/form/xpath/functions/time_format.h"

namespace plumb::form::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

int zoneOf(const Call& call) {
    return static_cast<int>(call.world().now().offset.count());
}

// An argument as what it is: the first node by its type, "" where there is none.
Value argument(const Call& call, std::size_t i) {
    auto value = call.value(i);
    if (value.kind != Value::Kind::nodes) return value;
    return value.nodes.empty() ? Value::ofText({}) : call.evaluator().typed(value.nodes.front());
}

Value dateValue(std::int64_t days) {
    return Value::ofDate(static_cast<double>(days), isoDate(days));
}

Value momentValue(const WallTime& time, int zone) {
    const auto local = inZone(time, zone);
    return Value::ofDateTime(static_cast<double>(toUtcMillis(local, zone)) / kMillisADay, isoDateTime(local));
}

[[noreturn]] void noDate(const Call& call, const std::string& text) {
    call.fail("\"" + text.substr(0, 60) + "\" is no date like 2026-11-22 or 2026-11-22T08:15:30.000+08:00");
}

// What an argument says as a date or a moment; none where it is blank, NaN or no date at all.
std::optional<WallTime> wallTime(const Call& call, const Value& value) {
    const int zone = zoneOf(call);
    switch (value.kind) {
        case Value::Kind::boolean:
            call.fail("a boolean is no date");
        case Value::Kind::number: {
            if (std::isnan(value.number)) return std::nullopt;
            // A zone may carry it one day further.
            if (!isWritableDay(value.number - 1) || !isWritableDay(value.number + 1))
                call.fail(textOf(value.number) + " days from 1970 is not between the years 0 and 9999");
            // To the nearest millisecond: a third of a day in binary must not end a moment before its midnight.
            return fromUtcMillis(std::llround(value.number * kMillisADay), zone);
        }
        case Value::Kind::text:
        case Value::Kind::date:
        case Value::Kind::dateTime:
        case Value::Kind::time:
            if (const auto time = parseIsoTime(value.text)) {
                const auto local = inZone(*time, zone);
                if (!isWritableDay(static_cast<double>(local.days))) noDate(call, value.text);
                return local;
            }
            break;
        case Value::Kind::nodes:
            break;
    }
    return std::nullopt;
}

Value today(const Call& call) {
    const auto now = call.world().now();
    return dateValue(dayOf(now).time_since_epoch().count());
}

Value now(const Call& call) {
    const auto now = call.world().now();
    const auto millis = now.utc.time_since_epoch().count();
    return momentValue(fromUtcMillis(millis, static_cast<int>(now.offset.count())), zoneOf(call));
}

// A whole number counts days. One with a fraction is a moment, as decimal-date-time() gives it: its day is the day here
// (cut as it stands it would be a day short east of Greenwich). A moment loses its time; a text that says a time keeps
// it, as in every client of ODK.
Value date(const Call& call) {
    const auto value = argument(call, 0);
    if (value.kind == Value::Kind::number && !std::isnan(value.number)) {
        double days = std::trunc(value.number);
        if (days != value.number) days = static_cast<double>(wallTime(call, value)->days);
        if (!isWritableDay(days)) call.fail(textOf(days) + " days from 1970 is not between the years 0 and 9999");
        return dateValue(static_cast<std::int64_t>(days));
    }
    const auto time = wallTime(call, value);
    if (!time) {
        if (value.kind == Value::Kind::number || value.text.empty()) return value;
        noDate(call, value.text);
    }
    if (value.kind == Value::Kind::text && time->hasTime) return momentValue(*time, zoneOf(call));
    return dateValue(time->days);
}

Value dateTime(const Call& call) {
    const auto value = argument(call, 0);
    const auto time = wallTime(call, value);
    if (!time) {
        if (value.kind == Value::Kind::number || value.text.empty()) return value;
        noDate(call, value.text);
    }
    auto moment = momentValue(*time, zoneOf(call));
    // A date stays written as one, and so does a number that is a midnight here.
    if (!time->hasTime || (value.kind == Value::Kind::number && time->millis == 0)) moment.text = isoDate(time->days);
    if (!time->hasTime) moment.number = static_cast<double>(toUtcMillis(*time, zoneOf(call))) / kMillisADay;
    return moment;
}

Value decimalDateTime(const Call& call) {
    const auto value = argument(call, 0);
    if (value.kind == Value::Kind::number) return value;
    const auto time = wallTime(call, value);
    return Value::ofNumber(time ? static_cast<double>(toUtcMillis(*time, zoneOf(call))) / kMillisADay : kNaN);
}

// What part of the day has passed, here.
Value decimalTime(const Call& call) {
    const auto value = argument(call, 0);
    if (value.kind == Value::Kind::boolean) call.fail("a boolean is no time");
    if (value.kind == Value::Kind::number) return Value::ofNumber(kNaN);
    auto time = parseTimeOfDay(value.text);
    if (time) time = inZone(*time, zoneOf(call));
    if (!time) time = wallTime(call, value);
    return Value::ofNumber(time && time->hasTime ? static_cast<double>(time->millis) / kMillisADay : kNaN);
}

Value formatDate(const Call& call) {
    const auto value = argument(call, 0);
    auto time = wallTime(call, value);
    if (!time && value.kind != Value::Kind::number) {
        time = parseTimeOfDay(value.text);
        if (time) time = inZone(*time, zoneOf(call));
    }
    if (!time) return Value::ofText({});
    const auto formatted = formatWallTime(*time, call.text(1));
    if (!formatted) call.fail(formatted.error());
    BuiltText out(call);
    out.add(*formatted);
    return out.value();
}

constexpr std::array kFunctions{
    Function{"today", today, 0, 0},
    Function{"now", now, 0, 0},
    Function{"date", date, 1, 1},
    Function{"date-time", dateTime, 1, 1},
    Function{"decimal-date-time", decimalDateTime, 1, 1},
    Function{"decimal-time", decimalTime, 1, 1},
    Function{"format-date", formatDate, 2, 2},
    Function{"format-date-time", formatDate, 2, 2},
};

}  // namespace

std::span<const Function> dateFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
