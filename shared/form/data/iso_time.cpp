#include "shared/form/data/iso_time.h"

#include <cstdio>

#include "shared/base/civil_date.h"

namespace plumb::form::xpath {
namespace {

constexpr std::int64_t kMillis = 86'400'000;

// Reads a text from its beginning; a part that is not there leaves `good` false.
class Reader {
  public:
    explicit Reader(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] char next() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool take(char wanted) {
        if (next() != wanted) return false;
        ++m_at;
        return true;
    }
    // Between `least` and `most` digits; -1 where there are fewer.
    int digits(int least, int most) {
        int value = 0, count = 0;
        while (count < most && next() >= '0' && next() <= '9') {
            value = value * 10 + (next() - '0');
            ++m_at, ++count;
        }
        return count < least ? -1 : value;
    }
    // Decimals as milliseconds; what is finer is cut off. -1 where there are none.
    int decimals() {
        int value = 0, count = 0;
        for (; next() >= '0' && next() <= '9'; ++m_at, ++count) {
            if (count < 3) value = value * 10 + (next() - '0');
        }
        if (count == 0) return -1;
        for (; count < 3; ++count) value *= 10;
        return value;
    }

  private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

bool readDate(Reader& reader, WallTime& time) {
    const int year = reader.digits(4, 4);
    if (year < 0 || !reader.take('-')) return false;
    const int month = reader.digits(1, 2);
    if (month < 0 || !reader.take('-')) return false;
    const int day = reader.digits(1, 2);
    if (day < 0) return false;
    const auto date = civilDay(year, month, day);
    if (!date) return false;
    time.days = date->time_since_epoch().count();
    return true;
}

bool readOffset(Reader& reader, WallTime& time) {
    if (reader.take('Z')) {
        time.offset = 0;
        return true;
    }
    const int sign = reader.next() == '-' ? -1 : 1;
    if (!reader.take('-') && !reader.take('+')) return false;
    const int hours = reader.digits(2, 2);
    int minutes = 0;
    if (reader.take(':') || !reader.atEnd()) minutes = reader.digits(2, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false;
    time.offset = sign * (hours * 60 + minutes);
    return true;
}

bool readClock(Reader& reader, WallTime& time) {
    const int hour = reader.digits(2, 2);
    if (hour < 0 || hour > 23 || !reader.take(':')) return false;
    const int minute = reader.digits(2, 2);
    if (minute < 0 || minute > 59) return false;
    int second = 0, millis = 0;
    if (reader.take(':')) {
        second = reader.digits(2, 2);
        if (second < 0 || second > 59) return false;
        if (reader.take('.')) millis = reader.decimals();
        if (millis < 0) return false;
    }
    time.millis = ((hour * 60 + minute) * 60 + second) * std::int64_t{1000} + millis;
    time.hasTime = true;
    return reader.atEnd() || readOffset(reader, time);
}

}  // namespace

std::optional<WallTime> parseIsoTime(std::string_view text) {
    Reader reader(text);
    WallTime time;
    if (!readDate(reader, time)) return std::nullopt;
    if (reader.take('T') && !readClock(reader, time)) return std::nullopt;
    if (!reader.atEnd()) return std::nullopt;
    return time;
}

std::optional<WallTime> parseTimeOfDay(std::string_view text) {
    Reader reader(text);
    WallTime time;
    if (!readClock(reader, time) || !reader.atEnd()) return std::nullopt;
    return time;
}

std::int64_t toUtcMillis(const WallTime& time, int zone) {
    return time.days * kMillis + time.millis - std::int64_t{time.offset.value_or(zone)} * 60'000;
}

WallTime fromUtcMillis(std::int64_t millis, int zone) {
    const std::int64_t local = millis + std::int64_t{zone} * 60'000;
    const std::int64_t days = local >= 0 ? local / kMillis : -((-local + kMillis - 1) / kMillis);
    return {days, local - days * kMillis, zone, true};
}

WallTime inZone(const WallTime& time, int zone) {
    if (!time.hasTime) return {time.days, 0, zone, false};
    return fromUtcMillis(toUtcMillis(time, zone), zone);
}

bool isWritableDay(double days) {
    return days >= static_cast<double>(kFirstDay.time_since_epoch().count()) &&
           days < static_cast<double>(kLastDay.time_since_epoch().count() + 1);
}

std::string isoDate(std::int64_t days) {
    return dayText(Day(std::chrono::days(days)));
}

std::string isoOffset(int minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    char text[24];
    std::snprintf(text, sizeof text, "%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
    return text;
}

std::string isoDateTime(const WallTime& time) {
    const int seconds = static_cast<int>(time.millis / 1000);
    char text[48];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60,
                  static_cast<int>(time.millis % 1000));
    return isoDate(time.days) + text + isoOffset(time.offset.value_or(0));
}

}  // namespace plumb::form::xpath
