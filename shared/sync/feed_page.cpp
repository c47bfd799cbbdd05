#include "shared/sync/feed_page.h"

#include <charconv>

namespace plumb::sync {
namespace {

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_answer",
                "the server's page of the feed is no proper one: " + std::move(why));
}

Result<std::vector<Sha256>> hashesOf(std::string_view text) {
    std::vector<Sha256> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto bytes = fromBase64(text.substr(0, end));
        const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
        if (!hash) return bad("a hash of its proof is damaged");
        out.push_back(*hash);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace

std::optional<std::uint64_t> parseNumber(std::string_view text) {
    std::uint64_t out = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (text.empty() || code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return out;
}

Result<FeedAnswer> parseFeedPage(std::string_view body) {
    FeedAnswer out;
    while (!body.empty()) {
        const auto end = body.find('\n');
        if (end == std::string_view::npos) return bad("it is cut short");
        const auto entry = body.substr(0, end);
        body.remove_prefix(end + 1);
        const auto space = std::min(entry.find(' '), entry.size());
        const auto name = entry.substr(0, space), rest = entry.substr(std::min(space + 1, entry.size()));
        if (name == "proof" || name == "consistency") {
            auto hashes = hashesOf(rest);
            if (!hashes) return fail(hashes.error());
            (name == "proof" ? out.proof : out.consistency) = std::move(*hashes);
        } else if (name == "checkpoint") {
            const auto note = fromBase64(rest);
            if (!note) return bad("its checkpoint is damaged");
            out.checkpoint = asText(*note);
        } else if (const auto index = parseNumber(name); index && space < entry.size()) {
            out.lines.emplace_back(*index, rest);
        } else {
            return bad("an entry has no index");
        }
    }
    return out;
}

}  // namespace plumb::sync
