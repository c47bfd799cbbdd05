// Functions that the Community Health Toolkit adds to ODK's (medic-xpath-extensions.js of cht-core): what its forms say
// of ages, of due days and of numbers of identity. A text says a day, whatever time stands behind it; months are
// counted as moment.js counts.
#include <array>
#include <chrono>
#include <cmath>
#include <limits>

#include "shared/form/data/iso_time.h"
#include "shared/form/xpath/functions.h"

namespace plumb::form::xpath {
namespace {

constexpr std::int64_t kDay = 86'400'000;

int zoneOf(const Call& call) {
    return static_cast<int>(call.world().now().offset.count());
}

// On the wall here.
struct Moment {
    std::int64_t days = 0, millis = 0;
    [[nodiscard]] std::int64_t total() const { return days * kDay + millis; }
};

// Days from 1970 as forms count them; nothing for what is no date.
std::optional<Moment> momentOf(const Call& call, std::size_t i) {
    const Value value = call.value(i);
    const int zone = zoneOf(call);
    const auto ofDays = [](double days) -> std::optional<Moment> {
        if (std::isnan(days) || !isWritableDay(std::trunc(days))) return std::nullopt;
        return Moment{static_cast<std::int64_t>(std::trunc(days)), 0};
    };
    if (value.kind == Value::Kind::boolean) return std::nullopt;
    if (value.kind == Value::Kind::number) return ofDays(value.number);
    const bool typed = value.kind == Value::Kind::date || value.kind == Value::Kind::dateTime;
    const std::string text = typed ? value.text : call.text(i);
    if (const auto time = parseIsoTime(text)) {
        const WallTime local = inZone(*time, zone);
        if (!isWritableDay(static_cast<double>(local.days))) return std::nullopt;
        return Moment{local.days, typed ? local.millis : 0};
    }
    return text.empty() ? std::nullopt : ofDays(numberOf(text));
}

std::chrono::year_month_day civil(std::int64_t days) {
    return std::chrono::sys_days(std::chrono::days(days));
}

// The same day of another month, or its last where it has no such day.
std::optional<Moment> plusMonths(const Moment& from, std::int64_t months) {
    using namespace std::chrono;
    if (std::abs(months) > 12 * 20'000) return std::nullopt;
    const year_month_day date = civil(from.days);
    const year_month there = date.year() / date.month() + std::chrono::months(months);
    const auto last = year_month_day(there / std::chrono::last).day();
    const sys_days day = there / std::min(date.day(), last);
    const std::int64_t count = day.time_since_epoch().count();
    if (!isWritableDay(static_cast<double>(count))) return std::nullopt;
    return Moment{count, from.millis};
}

// From a to b, with a part of a month; as moment.js has it.
double monthsBetween(const Moment& a, const Moment& b) {
    const auto from = civil(a.days), to = civil(b.days);
    if (from.day() < to.day()) return -monthsBetween(b, a);
    const std::int64_t whole = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 +
                               (static_cast<std::int64_t>(static_cast<unsigned>(to.month())) -
                                static_cast<std::int64_t>(static_cast<unsigned>(from.month())));
    const auto anchor = plusMonths(a, whole);
    if (!anchor) return std::numeric_limits<double>::quiet_NaN();
    const bool before = b.total() < anchor->total();
    const auto other = plusMonths(a, whole + (before ? -1 : 1));
    if (!other) return std::numeric_limits<double>::quiet_NaN();
    const double part = static_cast<double>(b.total() - anchor->total()) /
                        std::abs(static_cast<double>(other->total() - anchor->total()));
    return static_cast<double>(whole) + part;
}

// How many whole ones lie between; a blank where either is no date.
Value wholeBetween(const Call& call, double (*between)(const Moment&, const Moment&)) {
    const auto from = momentOf(call, 0), to = momentOf(call, 1);
    if (!from || !to) return Value::ofText({});
    const double count = std::trunc(between(*from, *to));
    return std::isnan(count) ? Value::ofText({}) : Value::ofNumber(count == 0 ? 0 : count);
}

double daysBetween(const Moment& a, const Moment& b) {
    return static_cast<double>(b.total() - a.total()) / static_cast<double>(kDay);
}

Value differenceInDays(const Call& call) {
    return wholeBetween(call, daysBetween);
}

Value differenceInWeeks(const Call& call) {
    return wholeBetween(call, [](const Moment& a, const Moment& b) { return daysBetween(a, b) / 7; });
}

Value differenceInMonths(const Call& call) {
    return wholeBetween(call, monthsBetween);
}

Value differenceInYears(const Call& call) {
    return wholeBetween(call, [](const Moment& a, const Moment& b) { return monthsBetween(a, b) / 12; });
}

Value momentValue(const Moment& at, int zone) {
    WallTime wall;
    wall.days = at.days;
    wall.millis = at.millis;
    wall.offset = zone;
    wall.hasTime = true;
    return Value::ofDateTime(static_cast<double>(toUtcMillis(wall, zone)) / kMillisADay, isoDateTime(wall));
}

// add-date(date, years, months, days, hours, minutes): months first, then days, then what is below a day.
Value addDate(const Call& call) {
    auto at = momentOf(call, 0);
    if (!at) return Value::ofText({});
    const auto part = [&](std::size_t i) {
        const double value = i < call.size() ? call.number(i) : 0;
        constexpr double kMost = 1e9;
        return std::isnan(value) ? 0 : std::trunc(std::max(-kMost, std::min(kMost, value)));
    };
    at = plusMonths(*at, static_cast<std::int64_t>(part(1) * 12 + part(2)));
    if (!at) return Value::ofText({});
    const auto millis = static_cast<std::int64_t>((part(4) * 60 + part(5)) * 60'000) + at->millis;
    const std::int64_t over = millis >= 0 ? millis / kDay : -((kDay - 1 - millis) / kDay);
    at->days += static_cast<std::int64_t>(part(3)) + over;
    at->millis = millis - over * kDay;
    if (!isWritableDay(static_cast<double>(at->days))) return Value::ofText({});
    return momentValue(*at, zoneOf(call));
}

// Milliseconds since 1970 → the moment here.
Value parseTimestampToDate(const Call& call) {
    const double millis = call.number(0);
    const double days = std::floor(millis / kMillisADay);
    if (std::isnan(millis) || !isWritableDay(days - 1) || !isWritableDay(days + 1)) return Value::ofText({});
    const WallTime wall = fromUtcMillis(static_cast<std::int64_t>(std::trunc(millis)), zoneOf(call));
    return momentValue({wall.days, wall.millis}, zoneOf(call));
}

Value stripWhitespace(const Call& call) {
    std::string text = call.text(0);
    std::erase_if(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    return Value::ofText(std::move(text));
}

// The check digit of cards and of South African identity numbers; with a second argument, also so many digits.
Value validateLuhn(const Call& call) {
    const std::string text = call.text(0);
    if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos) return Value::ofBoolean(false);
    if (call.size() > 1 && static_cast<double>(text.size()) != call.number(1)) return Value::ofBoolean(false);
    int sum = 0;
    bool twice = false;
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, twice = !twice) {
        const int value = (*digit - '0') * (twice ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return Value::ofBoolean(sum % 10 == 0);
}

constexpr std::array kFunctions{
    Function{"cht:difference-in-days", differenceInDays, 2, 2},
    Function{"cht:difference-in-weeks", differenceInWeeks, 2, 2},
    Function{"cht:difference-in-years", differenceInYears, 2, 2},
    Function{"cht:strip-whitespace", stripWhitespace, 1, 1},
    Function{"cht:validate-luhn", validateLuhn, 1, 2},
    Function{"difference-in-months", differenceInMonths, 2, 2},
    Function{"cht:difference-in-months", differenceInMonths, 2, 2},
    Function{"add-date", addDate, 1, 6},
    Function{"cht:add-date", addDate, 1, 6},
    Function{"parse-timestamp-to-date", parseTimestampToDate, 1, 1},
};

}  // namespace

std::span<const Function> chtFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
