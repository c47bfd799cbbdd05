#include "shared/record/small_files.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace plumb::record {
namespace {

// A hash, a size of twenty digits, a type, and what stands between.
constexpr std::size_t kMostHead = 64 + 1 + 20 + 1 + kMostFileTypeBytes;
constexpr std::size_t kHashText = 64;

tl::unexpected<Error> bad(std::size_t number, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_files",
                "file " + std::to_string(number + 1) + " of the body " + why + "; nothing was taken in");
}

std::optional<std::size_t> sizeOf(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool isTypeText(std::string_view type) {
    return type.size() <= kMostFileTypeBytes &&
           std::all_of(type.begin(), type.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

void addSmallFile(std::string& body, const SmallFile& file) {
    body.append(file.sha256.hex()).append(1, ' ').append(std::to_string(file.content.size())).append(1, ' ');
    body.append(file.type).append(1, '\n').append(file.content);
}

Result<std::vector<SmallFile>> readSmallFiles(std::string_view body) {
    if (body.size() > kMostSmallFilesBytes + kMostSmallFiles * (kMostHead + 1)) {
        return fail(ErrorKind::tooLarge, "batch_too_large",
                    "small files go together up to " + std::to_string(kMostSmallFilesBytes) +
                        " bytes; send fewer at once, or each as an upload of its own");
    }
    std::vector<SmallFile> out;
    while (!body.empty()) {
        if (out.size() == kMostSmallFiles) {
            return fail(ErrorKind::tooLarge, "batch_too_large",
                        "at most " + std::to_string(kMostSmallFiles) + " files go together");
        }
        const auto number = out.size();
        const auto end = body.substr(0, kMostHead + 1).find('\n');
        if (end == std::string_view::npos) return bad(number, "has no line that says what it is");
        const auto head = body.substr(0, end);
        body.remove_prefix(end + 1);
        const auto space = head.size() > kHashText ? head.find(' ', kHashText + 1) : std::string_view::npos;
        const auto sha256 = Sha256::fromHex(head.substr(0, kHashText));
        if (!sha256 || space == std::string_view::npos || head[kHashText] != ' ')
            return bad(number, "does not begin with \"<sha256> <bytes> <type>\"");
        const auto size = sizeOf(head.substr(kHashText + 1, space - kHashText - 1));
        const auto type = head.substr(space + 1);
        if (!size || !isTypeText(type)) return bad(number, "does not state its size in bytes and its media type");
        if (*size > body.size())
            return bad(number,
                       "states " + std::to_string(*size) + " bytes, and " + std::to_string(body.size()) + " are left");
        out.push_back({*sha256, std::string(type), body.substr(0, *size)});
        body.remove_prefix(*size);
    }
    if (out.empty()) return fail(ErrorKind::malformed, "bad_files", "the body holds no file");
    return out;
}

bool isCodable(std::string_view type) {
    return type.starts_with("text/") || type == "application/json" || type == "application/x-ndjson" ||
           type == "application/xml" || type.ends_with("+json") || type.ends_with("+xml");
}

}  // namespace plumb::record
