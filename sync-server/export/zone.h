// A time zone by its IANA name ("Asia/Shanghai"), from the system's own tables (Debian's tzdata). For one thread at a
// time; copies know nothing of each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace plumb::server {

class Zone {
  public:
    // bad_query with a sentence where there is no such zone.
    static Result<Zone> named(std::string_view name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    // "2026-11-22T08:15:30.123+08:00", as a wall in this zone shows it.
    [[nodiscard]] std::string text(TimePoint utc) const { return formatInstant(at(utc)); }
    [[nodiscard]] Instant at(TimePoint utc) const;

  private:
    Zone(std::string name, const void* zone) : m_name(std::move(name)), m_zone(zone) {}

    std::string m_name;
    const void* m_zone;  // date::time_zone, which lives as long as the program
    // The stretch of time that was asked for last, and its offset: what is asked next lies mostly in it.
    mutable TimePoint m_from{}, m_until{};
    mutable std::chrono::minutes m_offset{0};
};

}  // namespace plumb::server
