#include <algorithm>
#include <charconv>

#include "sync-server/archive/disposed.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/tuning.h"
#include "sync-server/pictures/tuning.h"
#include "sync-server/query/file_rights.h"

namespace plumb::server {
namespace {

// What a browser may show by itself. Everything else is only ever saved.
constexpr std::string_view kShown[] = {"image/jpeg",      "image/png",        "image/webp", "image/gif",
                                       "application/pdf", "application/json", "text/plain"};

// Of what small pictures are made. A HEIC's line names a JPEG to be shown, which has its own.
constexpr std::string_view kMadeSmaller[] = {"image/jpeg", "image/png", "image/webp"};

Error unknownFile() {
    return {ErrorKind::notFound, "file_unknown", "there is no such file that you may read; it may still be on its way"};
}

// To whoever may read a line that names it.
Error disposedOf(const DisposedCase& disposed, const Trust& trust) {
    return {ErrorKind::expired, "file_disposed",
            "this file was disposed of with its case " + inWords(disposed, trust) +
                "; what the record says of it, and its hash, stay"};
}

struct Range {
    std::uint64_t from = 0, size = 0;
    bool partial = false;
};

bool number(std::string_view text, std::uint64_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

// One range of bytes (RFC 9110 §14); several, or a form that we do not read, mean the whole.
Result<Range> readRange(std::string_view header, std::uint64_t size) {
    const Range whole{0, size, false};
    if (!header.starts_with("bytes=") || header.find(',') != std::string_view::npos) return whole;
    header.remove_prefix(6);
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) return whole;
    const auto first = header.substr(0, dash), last = header.substr(dash + 1);
    std::uint64_t from = 0, to = size == 0 ? 0 : size - 1;
    if (first.empty()) {
        std::uint64_t suffix = 0;
        if (!number(last, suffix)) return whole;
        if (suffix == 0 || size == 0)
            return fail(ErrorKind::malformed, "bad_range", "the file has " + std::to_string(size) + " bytes");
        from = size - std::min(size, suffix);
    } else {
        if (!number(first, from)) return whole;
        if (!last.empty()) {
            std::uint64_t end = 0;
            if (!number(last, end) || end < from) return whole;
            to = std::min(to, end);
        }
        if (from >= size)
            return fail(ErrorKind::malformed, "bad_range", "the file has " + std::to_string(size) + " bytes");
    }
    return Range{from, to - from + 1, true};
}

// "w": the longer side of a small picture in the file's place; none where the file itself is asked for.
Result<std::optional<int>> readSide(const Request& request) {
    if (!request.query.contains("w")) return std::optional<int>();
    const auto side = request.number("w", 0, 100'000);
    for (const int one : kPictureSides) {
        if (side && *side == static_cast<std::uint64_t>(one)) return std::optional(one);
    }
    return fail(ErrorKind::malformed, "bad_query", "\"w\" must be 320 or 1600: small pictures have these longer sides");
}

// For whoever may read the file itself.
Response smallOf(const Sha256& sha256, int side, const std::string& type, const Request& request, Services& services) {
    const bool seen = std::find(std::begin(kMadeSmaller), std::end(kMadeSmaller), type) != std::end(kMadeSmaller);
    const std::string tag = "\"" + sha256.hex() + "-" + std::to_string(side) + "\"";
    const bool known = request.header("if-none-match") == tag;
    auto found = seen && !known ? services.pictures.find(sha256, side) : SmallPictures::Found{};
    if (found.state == SmallPictures::State::making) {
        auto response = jsonResponse(json::object{{"state", "making"}}, 202);
        return response.with("Retry-After", "1");
    }
    if (!known && found.state == SmallPictures::State::none) {
        return problem(
            {ErrorKind::notFound, "no_small_picture", "there is no small picture of this file; take the file itself"});
    }
    Response response;
    response.status = known ? 304 : 200;
    response.compressible = false;
    response.body = std::move(found.jpeg);
    response.with("ETag", tag).with("Cache-Control", "private, max-age=31536000, immutable");
    if (known) return response;
    return response.with("Content-Type", "image/jpeg")
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "default-src 'none'; sandbox");
}

}  // namespace

Response getFile(const Request& request, Services& services) {
    const auto sha256 = Sha256::fromHex(request.captures.front());
    if (!sha256) return problem(unknownFile());
    std::optional<std::string> type;
    {
        const auto reader = services.readers.borrow();
        type = FileRights(*reader, services.holders).readableType(*sha256, *request.caller);
        // Also where its bytes have not gone yet.
        const auto disposed = type ? disposedFile(*sha256, *reader) : std::nullopt;
        if (disposed) return problem(disposedOf(*disposed, services.trust));
    }
    if (!type) return problem(unknownFile());
    const auto side = readSide(request);
    if (!side) return problem(side.error());
    if (*side) {
        if (!services.blobs.seemsThere(*sha256)) return problem(unknownFile());
        return smallOf(*sha256, **side, *type, request, services);
    }
    auto file = services.blobs.open(*sha256);
    if (!file) return problem(unknownFile());

    const std::string tag = "\"" + sha256->hex() + "\"";
    Response response;
    response.compressible = false;
    response.with("ETag", tag)
        .with("Cache-Control", "private, max-age=31536000, immutable")
        .with("Accept-Ranges", "bytes");
    if (request.header("if-none-match") == tag) {
        response.status = 304;
        return response;
    }
    const auto size = file->size();
    const bool ranged = request.header("if-range").empty() || request.header("if-range") == tag;
    const auto range = readRange(ranged ? request.header("range") : std::string_view(), size);
    if (!range) {
        auto refusal = problem(range.error());
        return refusal.with("Content-Range", "bytes */" + std::to_string(size));
    }
    const bool shown = std::find(std::begin(kShown), std::end(kShown), *type) != std::end(kShown);
    response.with("Content-Type", shown ? *type : "application/octet-stream");
    // What people uploaded is never a page of this origin.
    response.with("X-Content-Type-Options", "nosniff").with("Content-Security-Policy", "default-src 'none'; sandbox");
    if (!shown) response.with("Content-Disposition", "attachment");
    if (range->partial) {
        response.status = 206;
        response.with("Content-Range", "bytes " + std::to_string(range->from) + "-" +
                                           std::to_string(range->from + range->size - 1) + "/" + std::to_string(size));
    }
    response.file = FileBody{std::move(file), range->from, range->size};
    return response;
}

}  // namespace plumb::server
