// tus 1.0.0 with the extensions creation, creation-with-upload, termination, checksum and expiration
// (https://tus.io/protocols/resumable-upload). Not concatenation: an upload is known by the hash of its file, which a
// part of one has not, and several connections gain nothing on the one radio of a tablet.
#include <charconv>

#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/file_rights.h"

namespace plumb::server {
namespace {

constexpr std::string_view kVersion = "1.0.0";
constexpr std::string_view kPatchType = "application/offset+octet-stream";

Response tus(Response response) {
    response.with("Tus-Resumable", std::string(kVersion));
    if (response.header("Cache-Control").empty()) response.with("Cache-Control", "no-store");
    return response;
}

Response refused(const Error& error) {
    auto response = tus(problem(error));
    if (error.code == "tus_version") response.with("Tus-Version", std::string(kVersion));
    return response;
}

Result<void> checkVersion(const Request& request) {
    if (request.header("tus-resumable") == kVersion) return {};
    return fail(ErrorKind::unsupported, "tus_version", "this server speaks tus 1.0.0; say so with Tus-Resumable");
}

tl::unexpected<Error> wrongType() {
    return fail(ErrorKind::malformed, "bad_type", "bytes of a file need Content-Type: " + std::string(kPatchType));
}

Result<std::uint64_t> numberHeader(const Request& request, std::string_view name, std::string_view shown) {
    const auto text = request.header(name);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return fail(ErrorKind::malformed, "bad_request", std::string(shown) + " must be a number of bytes");
    }
    return value;
}

// "sha256 <base64 of the hex>,type <base64>": other keys are none of our business.
Result<UploadMeta> readMetadata(std::string_view header) {
    const auto bad = [](std::string why) { return fail(ErrorKind::malformed, "bad_metadata", std::move(why)); };
    UploadMeta meta;
    bool named = false;
    while (!header.empty()) {
        const auto end = std::min(header.find(','), header.size());
        auto pair = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        if (const auto from = pair.find_first_not_of(' '); from != std::string_view::npos) pair.remove_prefix(from);
        const auto space = std::min(pair.find(' '), pair.size());
        const auto key = pair.substr(0, space);
        const auto value = fromBase64(pair.substr(std::min(space + 1, pair.size())));
        if (!value) return bad("Upload-Metadata: the value of " + std::string(key.substr(0, 40)) + " is not base64");
        if (key == "sha256") {
            const auto hash = Sha256::fromHex(asText(*value));
            if (!hash) return bad("Upload-Metadata: sha256 must be 64 lower-case hex digits, in base64");
            meta.sha256 = *hash;
            named = true;
        } else if (key == "type") {
            meta.type = std::string(asText(*value)).substr(0, 100);
        }
    }
    if (!named) return bad("Upload-Metadata must name the file's sha256");
    return meta;
}

Response stateResponse(int status, const UploadState& state) {
    auto response = tus(emptyResponse(status));
    response.with("Upload-Offset", std::to_string(state.offset));
    if (!state.complete()) response.with("Upload-Expires", httpDate(state.expires));
    return response;
}

class PatchSink final : public BodySink {
  public:
    explicit PatchSink(std::unique_ptr<UploadWriter> writer) : m_writer(std::move(writer)) {}
    Result<void> append(ByteView bytes) override { return m_writer->append(bytes); }
    Response finish() override {
        const auto state = m_writer->finish();
        return state ? stateResponse(204, *state) : refused(state.error());
    }
    void cut() override { m_writer->cut(); }

  private:
    std::unique_ptr<UploadWriter> m_writer;
};

Result<std::optional<Checksum>> readChecksum(const Request& request) {
    const auto header = request.header("upload-checksum");
    if (header.empty()) return std::optional<Checksum>();
    auto parsed = Checksum::parse(header);
    if (!parsed) return fail(parsed.error());
    return std::optional(std::move(*parsed));
}

// The body of a POST: the file's first bytes, where it has any. Of what has begun already (or is whole) they are passed
// over: the answer says where to go on.
class CreationSink final : public BodySink {
  public:
    // `writer`: null where nothing of the body is to be kept. `mayCarry`: whether it may have bytes at all.
    CreationSink(UploadState state, std::unique_ptr<UploadWriter> writer, bool mayCarry)
        : m_state(std::move(state)), m_writer(std::move(writer)), m_mayCarry(mayCarry) {}
    Result<void> append(ByteView bytes) override {
        if (!m_mayCarry && !bytes.empty()) return wrongType();
        if (m_writer) return m_writer->append(bytes);
        m_passed += bytes.size();
        if (m_passed <= m_state.length) return {};
        return fail(ErrorKind::tooLarge, "upload_too_long",
                    "more bytes came than the upload's length of " + std::to_string(m_state.length));
    }
    Response finish() override {
        auto state = m_writer ? m_writer->finish() : Result<UploadState>(m_state);
        if (!state) return refused(state.error());
        return stateResponse(201, *state).with("Location", "/v1/uploads/" + state->id);
    }
    void cut() override {
        if (m_writer) m_writer->cut();
    }

  private:
    UploadState m_state;
    std::unique_ptr<UploadWriter> m_writer;
    bool m_mayCarry;
    std::uint64_t m_passed = 0;  // bytes of no use
};

}  // namespace

Response describeTus(const Request&, Services& services) {
    auto response = tus(emptyResponse(204));
    return response.with("Tus-Version", std::string(kVersion))
        .with("Tus-Extension", "creation,creation-with-upload,termination,checksum,expiration")
        .with("Tus-Max-Size", std::to_string(services.uploads.limits().fileSize))
        .with("Tus-Checksum-Algorithm", std::string(kChecksumAlgorithms));
}

Result<std::unique_ptr<BodySink>> openCreation(const Request& request, Services& services) {
    if (const auto good = checkVersion(request); !good) return fail(good.error());
    const auto length = numberHeader(request, "upload-length", "Upload-Length");
    if (!length) return fail(length.error());
    auto meta = readMetadata(request.header("upload-metadata"));
    if (!meta) return fail(meta.error());
    auto checksum = readChecksum(request);
    if (!checksum) return fail(checksum.error());
    meta->length = *length;
    meta->kid = request.caller->kid;
    // Who may not know of the file sends it like one that nobody has.
    const bool known = [&] {
        const auto reader = services.readers.borrow();
        return FileRights(*reader, services.holders).mayKnow(meta->sha256, *request.caller);
    }();
    auto state = services.uploads.create(*meta, known);
    if (!state) return fail(state.error());
    const bool carries = request.header("content-type") == kPatchType;
    std::unique_ptr<UploadWriter> writer;
    if (carries && state->offset == 0 && !state->complete()) {
        auto opened = services.uploads.resume(meta->kid, state->id, 0, std::move(*checksum));
        if (!opened) return fail(opened.error());
        writer = std::move(*opened);
    }
    return std::make_unique<CreationSink>(std::move(*state), std::move(writer), carries);
}

Response endUpload(const Request& request, Services& services) {
    if (const auto good = checkVersion(request); !good) return refused(good.error());
    const auto ended = services.uploads.terminate(request.caller->kid, request.captures.front());
    return ended ? tus(emptyResponse(204)) : refused(ended.error());
}

Response headUpload(const Request& request, Services& services) {
    if (const auto good = checkVersion(request); !good) return refused(good.error());
    const auto state = services.uploads.state(request.caller->kid, request.captures.front());
    if (!state) return refused(state.error());
    return stateResponse(200, *state).with("Upload-Length", std::to_string(state->length));
}

Result<std::unique_ptr<BodySink>> openPatch(const Request& request, Services& services) {
    if (const auto good = checkVersion(request); !good) return fail(good.error());
    if (request.header("content-type") != kPatchType) return wrongType();
    const auto offset = numberHeader(request, "upload-offset", "Upload-Offset");
    if (!offset) return fail(offset.error());
    auto checksum = readChecksum(request);
    if (!checksum) return fail(checksum.error());
    auto writer = services.uploads.resume(request.caller->kid, request.captures.front(), *offset, std::move(*checksum));
    if (!writer) return fail(writer.error());
    return std::make_unique<PatchSink>(std::move(*writer));
}

}  // namespace plumb::server
