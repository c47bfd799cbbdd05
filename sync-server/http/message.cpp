#include "sync-server/http/message.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace plumb::server {
namespace {

bool sameName(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

Result<std::string> decodeFormPart(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percentDecode(spaced);
}

Result<std::map<std::string, std::string>> readForm(std::string_view text) {
    std::map<std::string, std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = decodeFormPart(pair.substr(0, equals));
        auto value = decodeFormPart(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value) return fail(ErrorKind::malformed, "bad_query", "a percent escape is broken");
        out.insert_or_assign(std::move(*name), std::move(*value));
    }
    return out;
}

}  // namespace

std::string_view Request::header(std::string_view lowerName) const {
    for (const auto& [name, value] : headers) {
        if (name == lowerName) return value;
    }
    return {};
}

Result<std::uint64_t> Request::number(const std::string& name, std::uint64_t otherwise, std::uint64_t most,
                                      std::uint64_t least) const {
    const auto found = query.find(name);
    if (found == query.end()) return otherwise;
    std::uint64_t value = 0;
    const auto& text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
        return fail(
            ErrorKind::malformed, "bad_query",
            "\"" + name + "\" must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return value;
}

Result<void> readTarget(std::string_view target, Request& into) {
    const auto mark = std::min(target.find('?'), target.size());
    into.path = target.substr(0, mark);
    auto query = readForm(target.substr(std::min(mark + 1, target.size())));
    if (!query) return fail(query.error());
    into.query = std::move(*query);
    return {};
}

std::map<std::string, std::string> parseForm(std::string_view text) {
    auto form = readForm(text);
    return form ? std::move(*form) : std::map<std::string, std::string>();
}

std::string_view Response::header(std::string_view name) const {
    for (const auto& [own, value] : headers) {
        if (sameName(own, name)) return value;
    }
    return {};
}

Response jsonResponse(const json::value& value, int status) {
    return textResponse(toText(value), "application/json", status);
}

Response textResponse(std::string body, std::string type, int status) {
    Response out;
    out.status = status;
    out.body = std::move(body);
    out.with("Content-Type", std::move(type)).with("Cache-Control", "no-store");
    return out;
}

Response emptyResponse(int status) {
    Response out;
    out.status = status;
    return out;
}

std::string httpDate(TimePoint at) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    // strftime would speak the machine's language.
    static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char out[64];
    std::snprintf(out, sizeof out, "%s, %02d %s %04d %02d:%02d:%02d GMT", kDays[utc.tm_wday], utc.tm_mday,
                  kMonths[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
    return out;
}

}  // namespace plumb::server
