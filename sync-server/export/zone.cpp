#include "sync-server/export/zone.h"

#include <date/tz.h>

#include <algorithm>

namespace plumb::server {
namespace {

constexpr std::size_t kLongestName = 64;

// Letters and what stands between them in names of zones: never a way out of the folder of the tables.
bool looksLikeName(std::string_view name) {
    return !name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
               c == '-' || c == '+';
    });
}

}  // namespace

Result<Zone> Zone::named(std::string_view name) {
    if (looksLikeName(name)) {
        try {
            const auto* zone = date::locate_zone(name);
            (void)zone->get_info(date::sys_seconds{});  // read now: a table that is damaged is told here
            return Zone(std::string(name), zone);
        } catch (const std::runtime_error&) {
            // told below
        }
    }
    return fail(ErrorKind::malformed, "bad_query",
                "there is no time zone \"" + std::string(name.substr(0, kLongestName)) +
                    "\"; zones have IANA names, such as Asia/Shanghai");
}

Instant Zone::at(TimePoint utc) const {
    if (utc >= m_from && utc < m_until) return {utc, m_offset};
    const auto& zone = *static_cast<const date::time_zone*>(m_zone);
    const auto info = zone.get_info(std::chrono::floor<std::chrono::seconds>(utc));
    // The first and the last stretch of a table have no end that milliseconds can count.
    constexpr date::sys_seconds kFirst{std::chrono::sys_days{std::chrono::year(1) / 1 / 1}},
        kLast{std::chrono::sys_days{std::chrono::year(9999) / 1 / 1}};
    m_from = std::max(info.begin, kFirst);
    m_until = std::min(info.end, kLast);
    m_offset = std::chrono::floor<std::chrono::minutes>(info.offset);
    return {utc, m_offset};
}

}  // namespace plumb::server
