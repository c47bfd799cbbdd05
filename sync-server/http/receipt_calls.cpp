// The server's signed word on what time it is and which files it holds, and, to a device that tells what it has, on
// whether there is anything new for it (shared/crypto/receipt.h). Of files it looks at the disk each time: a row that
// says that a file once came is no file.
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/log/proofs.h"
#include "sync-server/projections/files/file_uses.h"
#include "sync-server/query/feed.h"
#include "sync-server/query/file_rights.h"
#include "sync-server/witness/cosigned_heads.h"

namespace plumb::server {
namespace {

using FileSizes = std::map<Sha256, std::uint64_t>;

Error bad(std::string why) {
    return {ErrorKind::malformed, "bad_request", std::move(why)};
}

// Which of the files are here, with the sizes that lie on the disk. Of one that is none of the caller's business it
// says what it says of one that is not here.
class Shelf {
  public:
    Shelf(StoreReader& reader, const Principal& caller, Services& services)
        : m_reader(reader), m_caller(caller), m_blobs(services.blobs), m_rights(reader, services.holders) {}

    void look(const Sha256& sha256, FileSizes& into) const {
        const auto size = m_blobs.sizeOf(sha256);
        if (size && m_rights.mayKnow(sha256, m_caller)) into[sha256] = *size;
    }

    [[nodiscard]] Result<FileSizes> named(const json::object& asked) const {
        FileSizes out;
        if (!asked.contains("files")) return out;
        const auto files = arrayAt(asked, "files");
        if (!files) return fail(bad(files.error().detail));
        if ((*files)->size() > crypto::kReceiptFiles) {
            return fail(ErrorKind::tooLarge, "batch_too_large",
                        "at most " + std::to_string(crypto::kReceiptFiles) + " files may be asked about at once");
        }
        for (const auto& file : **files) {
            const auto sha256 =
                file.is_string() ? Sha256::fromHex(std::string_view(file.get_string())) : Result<Sha256>(fail(Error{}));
            if (!sha256) return fail(bad("\"files\" must hold hashes of 64 lower-case hex digits"));
            look(*sha256, out);
        }
        return out;
    }

    // Of the files that lines name: each one whose hash begins with one of these beginnings.
    [[nodiscard]] Result<FileSizes> begunWith(const std::string& text) const {
        const auto beginnings = fromBase64Url(text);
        if (!beginnings || beginnings->size() % crypto::kHashBeginning != 0 ||
            beginnings->size() > crypto::kReceiptBeginnings * crypto::kHashBeginning) {
            return fail(bad("\"held\" must be the first " + std::to_string(crypto::kHashBeginning) +
                            " bytes of each of at most " + std::to_string(crypto::kReceiptBeginnings) +
                            " hashes, one after the other, in base64url"));
        }
        FileSizes out;
        FileUses uses(m_reader);
        for (std::size_t at = 0; at < beginnings->size(); at += crypto::kHashBeginning) {
            const auto beginning = ByteView(*beginnings).subspan(at, crypto::kHashBeginning);
            for (const auto& sha256 : uses.begunWith(beginning)) look(sha256, out);
        }
        return out;
    }

  private:
    StoreReader& m_reader;
    const Principal& m_caller;
    const BlobStore& m_blobs;
    FileRights m_rights;
};

// A number that a device may tell of itself; none where it does not.
Result<std::optional<std::uint64_t>> told(const json::object& asked, std::string_view name) {
    if (!asked.contains(name)) return std::optional<std::uint64_t>();
    const auto value = integerAt(asked, name);
    if (!value || *value < 0) return fail(bad("\"" + std::string(name) + "\" must be a whole number from 0 on"));
    return std::optional(static_cast<std::uint64_t>(*value));
}

}  // namespace

Response giveReceipt(const Request& request, Services& services) {
    const auto value = parseJson(request.body);
    if (!value || !value->is_object())
        return problem(bad("the body must be a JSON object with \"nonce\" and \"files\""));
    const auto& asked = value->get_object();
    crypto::Receipt receipt;
    receipt.nonce = textOr(asked, "nonce");
    if (!crypto::isReceiptNonce(receipt.nonce)) return problem(bad("\"nonce\" must be 16 random bytes in base64url"));
    const auto have = told(asked, "have"), after = told(asked, "after"), from = told(asked, "places");
    for (const auto* number : {&have, &after, &from}) {
        if (!*number) return problem(number->error());
    }
    // A time that the log itself would not take is none to sign.
    const auto head = services.head.get();
    if (services.clockGuard.state(head->size, head->time).jumped)
        return problem({ErrorKind::offline, "clock_jumped",
                        "the server's clock is not to be believed now; its operator has to look at it"});
    json::object answer;
    {
        const auto reader = services.readers.borrow();
        const Shelf shelf(*reader, *request.caller, services);
        auto files = shelf.named(asked);
        if (!files) return problem(files.error());
        receipt.files = std::move(*files);
        if (const auto held = textOr(asked, "held"); !held.empty()) {
            const auto found = shelf.begunWith(held);
            if (!found) return problem(found.error());
            receipt.held = crypto::filesMark(*found);
        }
        const QuerySources sources{*reader, services.trust, services.blobs, head};
        if (*have) {
            receipt.head = crypto::checkpointMark(head->note);
            if (**have < head->size) {
                auto proof = consistencyOf(**have, head->size, nodesOf(*reader));
                if (!proof) return problem(proof.error());
                answer["checkpoint"] = services.cosigned.noteOf(*head);
                answer["consistency"] = std::move(*proof);
            }
        }
        if (*after && nothingToRead(*request.caller, **after, sources)) receipt.feed = head->size;
        if (*from) {
            const auto page = readPlaces(*request.caller, **from, sources);
            receipt.places = crypto::Receipt::Places{page.cursor, crypto::receiptMark(page.body)};
        }
    }
    receipt.logSize = head->size;
    receipt.time = services.clock();
    answer["receipt"] = services.signer.sign(std::move(receipt));
    return jsonResponse(answer);
}

}  // namespace plumb::server
