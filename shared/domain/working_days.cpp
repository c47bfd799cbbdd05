#include "shared/domain/working_days.h"

#include <charconv>

namespace plumb::domain {
namespace {

tl::unexpected<Error> bad(const std::string& where, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_calendar", where + ": " + why);
}

int yearOf(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

bool isWeekend(Day day) {
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

// "2026-01-01" or "2026-01-01/2026-01-03", both ends among them.
Result<void> addDays(std::set<Day>& to, const json::value& entry, int year, const std::string& where) {
    if (!entry.is_string()) return bad(where, "a day or two days with \"/\" between them are wanted");
    const std::string_view text = entry.get_string();
    const auto slash = text.find('/');
    const auto first = parseDay(text.substr(0, slash));
    const auto last = slash == std::string_view::npos ? first : parseDay(text.substr(slash + 1));
    if (!first || !last || *last < *first || yearOf(*first) != year || yearOf(*last) != year)
        return bad(where, "\"" + std::string(text.substr(0, 40)) + "\" names no days of " + std::to_string(year));
    for (Day day = *first; day <= *last; day += std::chrono::days(1)) to.insert(day);
    return {};
}

}  // namespace

std::string_view dayCountName(DayCount count) {
    return count == DayCount::working ? "working" : "calendar";
}

Result<DayCount> dayCountByName(std::string_view name) {
    for (const auto count : {DayCount::working, DayCount::calendar}) {
        if (dayCountName(count) == name) return count;
    }
    return fail(ErrorKind::malformed, "bad_value", "days are counted as \"working\" or as \"calendar\"");
}

Result<void> WorkingCalendar::addYear(int year, const json::object& object) {
    const std::string where = "years." + std::to_string(year);
    WorkingYear out;
    out.source = textOr(object, "source");
    if (out.source.empty()) return bad(where, "\"source\" must name the announcement");
    for (const auto& [name, to] : {std::pair{"off", &out.off}, std::pair{"worked", &out.worked}}) {
        const auto days = arrayAt(object, name, where);
        if (!days) return bad(where, days.error().detail);
        for (const auto& entry : **days) {
            if (auto added = addDays(*to, entry, year, where + "." + name); !added) return added;
        }
    }
    for (const Day day : out.worked) {
        if (out.off.count(day) > 0) return bad(where, dayText(day) + " is off and worked");
        if (!isWeekend(day)) return bad(where, dayText(day) + " is no weekend day: it is worked anyway");
    }
    m_years.insert_or_assign(year, std::move(out));
    return {};
}

Result<WorkingCalendar> WorkingCalendar::parse(std::string_view text) {
    const auto value = parseJson(text);
    if (!value) return bad("the calendar", value.error().detail);
    if (!value->is_object()) return bad("the calendar", "an object is wanted");
    const auto years = objectAt(value->get_object(), "years");
    if (!years) return bad("the calendar", years.error().detail);
    WorkingCalendar out;
    for (const auto& member : **years) {
        const auto first = parseDay(std::string(member.key()) + "-01-01");
        if (!first || !member.value().is_object()) return bad("years", "each member is a year of four digits");
        if (auto added = out.addYear(yearOf(*first), member.value().get_object()); !added) return fail(added.error());
    }
    return out;
}

void WorkingCalendar::addPublished(const json::object& body) {
    if (textOr(body, "id") != "working_days") return;
    const auto* years = body.if_contains("years");
    if (!years || !years->is_object()) return;
    for (const auto& [name, year] : years->get_object()) {
        int number = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
        if (read.ec != std::errc{} || !year.is_object()) continue;
        (void)addYear(number, year.get_object());
    }
}

const WorkingYear* WorkingCalendar::year(int year) const {
    const auto known = m_years.find(year);
    return known == m_years.end() ? nullptr : &known->second;
}

std::optional<bool> WorkingCalendar::isWorkingDay(Day day) const {
    const auto* known = year(yearOf(day));
    if (!known) return std::nullopt;
    if (known->off.count(day) > 0) return false;
    return !isWeekend(day) || known->worked.count(day) > 0;
}

Deadline WorkingCalendar::deadline(Day from, int days, DayCount wanted) const {
    const Deadline plain{from + std::chrono::days(days), DayCount::calendar};
    if (wanted == DayCount::calendar) return plain;
    Day day = from;
    for (int left = days; left > 0;) {
        day += std::chrono::days(1);
        const auto working = isWorkingDay(day);
        if (!working) return plain;
        left -= *working ? 1 : 0;
    }
    return {day, DayCount::working};
}

}  // namespace plumb::domain
