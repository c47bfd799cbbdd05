// The server's signed word on what time it is and which files it holds (shared/crypto/receipt.h). It looks at the disk
// each time: a row that says that a file once came is no file.
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/file_rights.h"

namespace plumb::server {

Response giveReceipt(const Request& request, Services& services) {
    const auto bad = [](std::string why) { return problem({ErrorKind::malformed, "bad_request", std::move(why)}); };
    const auto value = parseJson(request.body);
    if (!value || !value->is_object()) return bad("the body must be a JSON object with \"nonce\" and \"files\"");
    const auto& object = value->get_object();
    crypto::Receipt receipt;
    receipt.nonce = textOr(object, "nonce");
    if (!crypto::isReceiptNonce(receipt.nonce)) return bad("\"nonce\" must be 16 random bytes in base64url");
    if (object.contains("files")) {
        const auto files = arrayAt(object, "files");
        if (!files) return bad(files.error().detail);
        if ((*files)->size() > crypto::kReceiptFiles) {
            return problem({ErrorKind::tooLarge, "batch_too_large",
                            "at most " + std::to_string(crypto::kReceiptFiles) + " files may be asked about at once"});
        }
        const auto reader = services.readers.borrow();
        const FileRights rights(*reader, services.holders);
        for (const auto& file : **files) {
            const auto sha256 =
                file.is_string() ? Sha256::fromHex(std::string_view(file.get_string())) : Result<Sha256>(fail(Error{}));
            if (!sha256) return bad("\"files\" must hold hashes of 64 lower-case hex digits");
            const auto size = services.blobs.sizeOf(*sha256);
            // Of a file that is none of the caller's business it says what it says of one that is not here.
            if (size && rights.mayKnow(*sha256, *request.caller)) receipt.files[*sha256] = *size;
        }
    }
    // A time that the log itself would not take is none to sign.
    const auto head = services.head.get();
    if (services.clockGuard.state(head->size, head->time).jumped)
        return problem({ErrorKind::offline, "clock_jumped",
                        "the server's clock is not to be believed now; its operator has to look at it"});
    receipt.logSize = head->size;
    receipt.time = services.clock();
    return jsonResponse(json::object{{"receipt", services.signer.sign(std::move(receipt))}});
}

}  // namespace plumb::server
