#include "sync-server/query/asked.h"

#include "shared/domain/grant.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> bad(const char* name, const char* what) {
    return fail(ErrorKind::malformed, "bad_query", "\"" + std::string(name) + "\" must be " + what);
}

}  // namespace

std::string askedText(const AskedWords& words, const char* name) {
    return askedTextIf(words, name).value_or(std::string());
}

std::optional<std::string> askedTextIf(const AskedWords& words, const char* name) {
    const auto found = words.find(name);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

Result<std::string> askedRegion(const AskedWords& words) {
    auto region = askedText(words, "region");
    if (!domain::isRegion(region)) return bad("region", "a code of GB/T 2260 of two, four or six digits, such as 6203");
    return region;
}

Result<Day> askedDay(const AskedWords& words, const char* name) {
    const auto day = parseDay(askedText(words, name));
    if (!day) return bad(name, "a day like 2026-11-29");
    return *day;
}

Result<bool> askedFlag(const AskedWords& words, const char* name) {
    const auto flag = askedFlagIf(words, name);
    if (!flag) return fail(flag.error());
    return flag->value_or(false);
}

Result<std::optional<bool>> askedFlagIf(const AskedWords& words, const char* name) {
    const auto text = askedText(words, name);
    if (text.empty()) return std::optional<bool>();
    if (text == "0" || text == "false") return std::optional(false);
    if (text == "1" || text == "true") return std::optional(true);
    return bad(name, "1 or 0, or true or false");
}

}  // namespace plumb::server
