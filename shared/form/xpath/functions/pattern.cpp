#include "shared/form/xpath/functions/pattern.h"

#include <re2/re2.h>

#include <cctype>
#include <memory>
#include <unordered_map>

#include "shared/form/xpath/tuning.h"

namespace plumb::form::xpath {
namespace {

// Forms write characters as \uXXXX, RE2 as \x{XXXX}.
std::string dialect(const std::string& pattern) {
    std::string out;
    out.reserve(pattern.size());
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '\\' || i + 1 == pattern.size()) {
            out += pattern[i];
            continue;
        }
        const auto isHex = [&](std::size_t at) {
            return at < pattern.size() && std::isxdigit(static_cast<unsigned char>(pattern[at]));
        };
        if (pattern[i + 1] == 'u' && isHex(i + 2) && isHex(i + 3) && isHex(i + 4) && isHex(i + 5)) {
            out += "\\x{" + pattern.substr(i + 2, 4) + "}";
            i += 5;
        } else {
            out += pattern.substr(i, 2);
            ++i;
        }
    }
    return out;
}

const RE2& compiled(const std::string& pattern) {
    thread_local std::unordered_map<std::string, std::unique_ptr<RE2>> kept;
    if (const auto found = kept.find(pattern); found != kept.end()) return *found->second;
    if (kept.size() >= kKeptPatterns) kept.clear();
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(8 << 20);
    return *kept.emplace(pattern, std::make_unique<RE2>(dialect(pattern), options)).first->second;
}

}  // namespace

tl::expected<bool, std::string> matchesWhole(std::string_view text, const std::string& pattern) {
    if (pattern.size() > kMaxPattern) return tl::unexpected<std::string>("the pattern is longer than 16 KiB");
    const RE2& expression = compiled(pattern);
    if (!expression.ok()) {
        return tl::unexpected<std::string>("the pattern \"" + pattern.substr(0, 80) + "\" cannot be used: " +
                                           expression.error() + "; look-around and back-references are not supported");
    }
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), expression);
}

}  // namespace plumb::form::xpath
