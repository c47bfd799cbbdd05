// POST /v1/files: small files that go together and are coded as one (shared/record/small_files.h). Each takes the way
// of an upload of its own, with the same rights, limits and checks; what is refused says why and holds up no other.
#include "shared/crypto/hash.h"
#include "shared/record/small_files.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/file_item.h"
#include "sync-server/http/problem.h"

namespace plumb::server {
namespace {

std::optional<Error> take(const record::SmallFile& file, const Principal& caller, Services& services) {
    // Before anything is written of it.
    if (crypto::sha256(file.content) != file.sha256) {
        return Error{ErrorKind::badSignature, "wrong_hash",
                     "the bytes are not those of the file " + file.sha256.hex().substr(0, 12) + "…; send them again"};
    }
    FileItem item({file.sha256, file.content.size(), caller.kid, file.type}, caller, services);
    item.append(asBytes(file.content));
    return item.finish();
}

}  // namespace

Response takeSmallFiles(const Request& request, Services& services) {
    if (request.header("content-type") != record::kSmallFilesType)
        return problem({ErrorKind::malformed, "bad_type",
                        "small files need Content-Type: " + std::string(record::kSmallFilesType)});
    const auto files = record::readSmallFiles(request.body);
    if (!files) return problem(files.error());
    json::array refused;
    for (const auto& file : *files) {
        if (const auto wrong = take(file, *request.caller, services))
            refused.push_back({{"sha256", file.sha256.hex()}, {"code", wrong->code}, {"detail", wrong->detail}});
    }
    return jsonResponse(json::object{{"taken", files->size() - refused.size()}, {"refused", std::move(refused)}});
}

}  // namespace plumb::server
