#include "shared/crypto/sealed_stream.h"
#include "shared/store/durable_file.h"
#include "shared/sync/pack.h"
#include "shared/sync/pack_caller.h"

namespace plumb::sync {
namespace {

// Sealing adds some bytes a piece.
constexpr std::uint64_t kMostFileBytes = kMostPackBytes + (16ULL << 20);

}  // namespace

Result<Report> takePack(store::TabletStore& store, const std::filesystem::path& file,
                        std::function<void(const Progress&)> onProgress) {
    const auto sealed = store::readWhole(file, kMostFileBytes);
    if (!sealed) return fail(sealed.error());
    const auto id = crypto::idOfSealed(*sealed, "answer");
    if (!id) return fail(id.error());
    const auto asked = askedPack(store, *id);
    if (!asked) {
        return fail(ErrorKind::notFound, "pack_unknown",
                    "this answer is for another device or person, or for a file that was written long ago; nothing was "
                    "taken from it. Write a new exchange file");
    }
    auto answer = readPackAnswer(*asked, *sealed);
    if (!answer) return fail(answer.error());
    Reach reach;
    for (const auto& [hash, result] : answer->results) reach.lines.insert(hash);
    for (const auto& [hash, proof] : answer->proofs) reach.lines.insert(hash);
    for (const auto& [hash, upload] : answer->uploads) reach.files.insert(hash);
    reach.nonce = asked->nonce;
    Engine engine(store, std::move(onProgress), std::make_unique<PackCaller>(std::move(*answer), asked->have),
                  std::move(reach));
    return engine.run();
}

Result<void> carryPack(HttpCaller& server, const std::filesystem::path& request, const std::filesystem::path& answer) {
    auto sealed = store::readWhole(request, kMostFileBytes);
    if (!sealed) return fail(sealed.error());
    if (const auto id = crypto::idOfSealed(*sealed, "request"); !id) return fail(id.error());
    HttpRequest call{"POST",
                     "/v1/packs",
                     {"Content-Type: application/vnd.plumb.pack"},
                     std::string(asText(*sealed)),
                     std::chrono::seconds{1800}};
    const auto response = server.call(call, kMostFileBytes);
    if (!response) return fail(response.error());
    if (response->status != 200) return fail(problemOf(*response));
    // Whether it is what it ought to be, only the device can see; that it is an answer at all, anybody.
    if (const auto id = crypto::idOfSealed(asBytes(response->body), "answer"); !id) return fail(id.error());
    return store::writeDurably(answer, asBytes(response->body));
}

}  // namespace plumb::sync
