#include "sync-server/http/encoding.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "sync-server/http/tuning.h"

namespace plumb::server {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: a gzip wrapper

tl::unexpected<Error> broken() {
    return fail(ErrorKind::malformed, "bad_encoding", "the compressed body is broken or cut short");
}
tl::unexpected<Error> tooLarge(std::size_t limit) {
    return fail(ErrorKind::tooLarge, "body_too_large",
                "the body unfolds to more than " + std::to_string(limit) + " bytes");
}

Result<std::string> gunzip(const std::string& body, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) throw std::runtime_error("zlib failed");
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    std::string out;
    std::array<char, kCodingPiece> piece;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = piece.size();
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) return broken();
        const std::size_t got = piece.size() - stream.avail_out;
        if (got == 0 && state != Z_STREAM_END) return broken();
        if (out.size() + got > limit) return tooLarge(limit);
        out.append(piece.data(), got);
    }
    if (stream.avail_in != 0) return broken();
    return out;
}

Result<std::string> unzstd(const std::string& body, std::size_t limit) {
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    if (!context) throw std::runtime_error("zstd failed");
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kZstdWindowLog);
    ZSTD_inBuffer in{body.data(), body.size(), 0};
    std::string out;
    std::array<char, kCodingPiece> piece;
    std::size_t left = 1;
    while (in.pos < in.size || left != 0) {
        ZSTD_outBuffer to{piece.data(), piece.size(), 0};
        const std::size_t before = in.pos;
        left = ZSTD_decompressStream(context.get(), &to, &in);
        if (ZSTD_isError(left)) return broken();
        if (out.size() + to.pos > limit) return tooLarge(limit);
        out.append(piece.data(), to.pos);
        if (to.pos == 0 && in.pos == before) return broken();
    }
    return out;
}

std::string gzip(std::string_view body) {
    z_stream stream{};
    if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib failed");
    const std::unique_ptr<z_stream, decltype(&deflateEnd)> guard(&stream, &deflateEnd);
    std::string out(deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib failed");
    out.resize(stream.total_out);
    return out;
}

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, FreeContext>;

// Most answers are small: making a context would cost more than the compression, so each thread keeps one for them. It
// grows with what it compressed, so a large body gets one of its own.
std::string zstd(std::string_view body) {
    thread_local const Compressor kept(ZSTD_createCCtx());
    Compressor own(body.size() > kKeptCoding ? ZSTD_createCCtx() : nullptr);
    auto* context = own ? own.get() : kept.get();
    if (!context) throw std::runtime_error("zstd failed");
    std::string out(ZSTD_compressBound(body.size()), '\0');
    const std::size_t size = ZSTD_compressCCtx(context, out.data(), out.size(), body.data(), body.size(), kZstdLevel);
    if (ZSTD_isError(size)) throw std::runtime_error("zstd failed");
    out.resize(size);
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

}  // namespace

Result<std::string> decodeBody(std::string_view coding, std::string body, std::size_t limit) {
    if (coding.empty() || coding == "identity") return body;
    if (coding == "gzip" || coding == "x-gzip") return gunzip(body, limit);
    if (coding == "zstd") return unzstd(body, limit);
    return fail(ErrorKind::unsupported, "encoding_unknown",
                "bodies may be gzip or zstd, not " + std::string(coding.substr(0, 40)));
}

Coding chooseCoding(std::string_view accept) {
    Coding best = Coding::identity;
    while (!accept.empty()) {
        const auto end = std::min(accept.find(','), accept.size());
        const auto part = accept.substr(0, end);
        accept.remove_prefix(std::min(end + 1, accept.size()));
        const auto semicolon = std::min(part.find(';'), part.size());
        const auto name = trimmed(part.substr(0, semicolon));
        const auto weight = trimmed(part.substr(std::min(semicolon + 1, part.size())));
        if (weight.starts_with("q=0") && weight.find_first_not_of("0.", 2) == std::string_view::npos) continue;
        if (name == "zstd") best = Coding::zstd;
        if (name == "gzip" && best == Coding::identity) best = Coding::gzip;
    }
    return best;
}

std::string encodeBody(Coding coding, std::string_view body) {
    switch (coding) {
        case Coding::gzip:
            return gzip(body);
        case Coding::zstd:
            return zstd(body);
        case Coding::identity:
            break;
    }
    return std::string(body);
}

void encodeResponse(Response& response, std::string_view acceptEncoding) {
    if (!response.compressible || response.file || response.body.size() < kWorthwhile ||
        !response.header("Content-Encoding").empty())
        return;
    response.with("Vary", "Accept-Encoding");
    const auto coding = chooseCoding(acceptEncoding);
    if (coding == Coding::identity) return;
    response.body = encodeBody(coding, response.body);
    response.with("Content-Encoding", coding == Coding::zstd ? "zstd" : "gzip");
}

}  // namespace plumb::server
