#include "shared/base/clock.h"

#include <cstdio>
#include <ctime>

#include "shared/base/civil_date.h"

namespace plumb {
namespace {

// Reads exactly `count` digits; -1 where there are none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

std::string formatInstant(const Instant& instant) {
    using namespace std::chrono;
    const auto local = instant.utc + instant.offset;
    const auto day = floor<days>(local);
    const hh_mm_ss time{local - day};
    const auto minutes = instant.offset.count();
    const auto size = minutes < 0 ? -minutes : minutes;
    char text[48];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03d%c%02d:%02d", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()), minutes < 0 ? '-' : '+', static_cast<int>(size / 60),
                  static_cast<int>(size % 60));
    return dayText(day) + text;
}

Result<Instant> parseInstant(std::string_view text) {
    using namespace std::chrono;
    const auto bad = [&] {
        return fail(ErrorKind::malformed, "bad_time",
                    "\"" + std::string(text.substr(0, 40)) + "\" is not a time like 2026-11-22T08:15:30.123+08:00");
    };
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return bad();
    const int y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
    const int h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
    if (y < 0 || mo < 0 || d < 0 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59) return bad();
    const auto date = civilDay(y, mo, d);
    if (!date) return bad();
    std::size_t at = 19;
    int millis = 0;
    if (text[at] == '.') {
        int place = 100;
        const std::size_t first = ++at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
            millis += (text[at] - '0') * place;
            place /= 10;
            ++at;
        }
        if (at == first || at - first > 9) return bad();
    }
    minutes offset{0};
    if (text.substr(at) != "Z") {
        if (text.size() != at + 6 || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') return bad();
        const int oh = digits(text, at + 1, 2), om = digits(text, at + 4, 2);
        if (oh < 0 || oh > 23 || om < 0 || om > 59) return bad();
        offset = minutes{(text[at] == '-' ? -1 : 1) * (oh * 60 + om)};
    }
    const auto local = *date + hours{h} + minutes{mi} + seconds{s} + milliseconds{millis};
    return Instant{local - offset, offset};
}

Instant systemNow() {
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    const std::time_t seconds = system_clock::to_time_t(system_clock::now());
    std::tm local{};
    localtime_r(&seconds, &local);
    return Instant{now, minutes{local.tm_gmtoff / 60}};
}

}  // namespace plumb
