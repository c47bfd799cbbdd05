#include "sync-server/http/pack_answer.h"

#include <algorithm>

#include "shared/crypto/sealed_stream.h"
#include "shared/record/pack_items.h"
#include "sync-server/http/push.h"
#include "sync-server/log/proofs.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/query/feed.h"
#include "sync-server/query/file_rights.h"

namespace plumb::server {
namespace {

constexpr std::size_t kFeedPage = 1000;
// What one answer holds of the feed and of documents; the device asks for the rest with its next file.
constexpr std::size_t kMostFeedBytes = 64 << 20;
constexpr std::uint64_t kMostDocumentBytes = 64 << 20;
constexpr std::size_t kMostHashes = 5000;

tl::unexpected<Error> bad(const std::string& why) {
    return fail(ErrorKind::malformed, "bad_pack", "the exchange file's head cannot be used: " + why);
}

Result<std::vector<Sha256>> hashesAt(const json::object& head, const char* name, std::size_t most) {
    const auto array = arrayAt(head, name);
    if (!array || (*array)->size() > most) return bad(std::string("\"") + name + "\" must be a list of hashes");
    std::vector<Sha256> out;
    for (const auto& value : **array) {
        const auto hash =
            value.is_string() ? Sha256::fromHex(std::string_view(value.get_string())) : Result<Sha256>(fail(Error{}));
        if (!hash) return bad(std::string("\"") + name + "\" must be a list of hashes");
        out.push_back(*hash);
    }
    return out;
}

Result<std::uint64_t> placeAt(const json::object& head, const char* name) {
    const auto value = integerAt(head, name);
    if (!value || *value < 0) return bad(std::string("\"") + name + "\" must be a number of entries");
    return static_cast<std::uint64_t>(*value);
}

class Answer {
  public:
    Answer(const PackAsk& ask, Services& services)
        : m_ask(ask),
          m_services(services),
          m_head(services.head.get()),
          m_reader(services.readers.borrow()),
          m_sealer(*ask.reply, "answer", ask.id, [this](ByteView bytes) -> Result<void> {
              m_sealed.append(asText(bytes));
              return {};
          }) {}

    Result<std::string> make(const PackDone& done, const std::optional<Principal>& caller) {
        put({{"what", "head"}}, toText(headOf(done, caller)));
        putTrust();
        if (caller) {
            putFeed(*caller);
            putDocuments();
        }
        if (auto ended = m_sealer.finish(); !ended) return fail(ended.error());
        return std::move(m_sealed);
    }

  private:
    void put(json::object about, std::string_view content) {
        // The sealer only gathers in memory.
        (void)m_sealer.append(asBytes(record::packItemHead(std::move(about), content.size())));
        (void)m_sealer.append(asBytes(content));
    }

    json::object headOf(const PackDone& done, const std::optional<Principal>& caller) {
        const auto nodes = nodesOf(*m_reader);
        json::object results, proofs, uploads, inclusion;
        for (const auto& decision : done.decisions) {
            results[decision.hash.hex()] = describeDecision(decision);
            if (decision.outcome == Outcome::refused) continue;
            if (auto proof = inclusionOf(decision.index, m_head->size, nodes))
                inclusion[std::to_string(decision.index)] = std::move(*proof);
        }
        for (const auto& hash : m_ask.prove) {
            const auto entry = m_reader->entryByHash(hash);
            if (!entry || entry->index >= m_head->size) continue;
            if (auto proof = inclusionOf(entry->index, m_head->size, nodes))
                proofs[hash.hex()] = json::object{{"index", entry->index}, {"hashes", std::move(*proof)}};
        }
        for (const auto& [hash, wrong] : done.uploads) {
            json::object upload;
            if (wrong) upload = {{"code", wrong->code}, {"detail", wrong->detail}};
            uploads[hash.hex()] = std::move(upload);
        }
        json::object out{{"v", 1},
                         {"for", m_ask.id},
                         {"origin", m_services.signer.origin()},
                         {"time", formatInstant(m_services.clock())},
                         {"checkpoint", m_head->note},
                         {"log_size", m_head->size},
                         {"results", std::move(results)},
                         {"inclusion", std::move(inclusion)},
                         {"proofs", std::move(proofs)},
                         {"uploads", std::move(uploads)},
                         {"receipt", receiptFor(caller)}};
        if (!caller) out["revoked"] = true;
        // Of a device that knows a larger log the checkpoint says enough.
        if (auto proof = consistencyOf(m_ask.have, m_head->size, nodes)) out["consistency"] = std::move(*proof);
        return out;
    }

    std::string receiptFor(const std::optional<Principal>& caller) {
        crypto::Receipt receipt;
        receipt.nonce = m_ask.nonce;
        receipt.logSize = m_head->size;
        receipt.time = m_services.clock();
        if (caller) {
            const FileRights rights(*m_reader, m_services.holders);
            for (const auto& hash : m_ask.ask) {
                const auto size = m_services.blobs.sizeOf(hash);
                if (size && rights.mayKnow(hash, *caller)) receipt.files[hash] = *size;
            }
        }
        return m_services.signer.sign(std::move(receipt));
    }

    QuerySources sources() { return {*m_reader, m_services.trust, m_services.blobs, m_head}; }

    void putTrust() {
        for (std::uint64_t after = m_ask.trust;;) {
            const auto page = readTrust(after, kFeedPage, m_head->size, sources());
            put({{"what", "trust"}, {"after", after}, {"cursor", page.cursor}, {"more", page.more}}, page.body);
            if (!page.more || page.cursor <= after) return;
            after = page.cursor;
        }
    }

    void putFeed(const Principal& caller) {
        std::size_t bytes = 0;
        for (std::uint64_t after = m_ask.cursor;;) {
            const auto page = readFeed(caller, {after, kFeedPage, m_head->size}, sources());
            bytes += page.body.size();
            const bool goesOn = page.more && page.cursor > after && bytes < kMostFeedBytes;
            put({{"what", "feed"}, {"after", after}, {"cursor", page.cursor}, {"more", goesOn}}, page.body);
            if (!goesOn) return;
            after = page.cursor;
        }
    }

    // The documents of checklists that the device does not have, with all that they need.
    void putDocuments() {
        std::uint64_t bytes = 0;
        ChecklistRows rows(*m_reader);
        for (const auto& row : rows.all()) {
            if (row.index >= m_head->size ||
                std::find(m_ask.documents.begin(), m_ask.documents.end(), row.sha256) != m_ask.documents.end())
                continue;
            const auto text = m_reader->line(row.index);
            const auto line = text ? record::Line::parse(*text) : Result<record::Line>(fail(Error{}));
            const auto payload =
                line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
            if (!payload) continue;
            for (const auto& file : payload->files) {
                const auto content = m_services.blobs.read(file.sha256, kMostDocumentBytes);
                if (!content || bytes + content->size() > kMostDocumentBytes) continue;
                bytes += content->size();
                put({{"what", "file"}, {"sha256", file.sha256.hex()}}, *content);
            }
        }
    }

    const PackAsk& m_ask;
    Services& m_services;
    HeadPtr m_head;
    ReaderPool::Lease m_reader;
    std::string m_sealed;
    crypto::StreamSealer m_sealer;
};

}  // namespace

Result<PackAsk> PackAsk::read(const json::object& head) {
    PackAsk out;
    out.id = textOr(head, "id");
    out.nonce = textOr(head, "nonce");
    const auto* reply = head.if_contains("reply");
    const auto key = reply && reply->is_object() ? crypto::PublicKey::fromJwk(reply->get_object())
                                                 : Result<crypto::PublicKey>(fail(Error{}));
    if (!key || key->suite() != crypto::Suite::eddsa) return bad("\"reply\" must be an Ed25519 key");
    out.reply = *key;
    if (!crypto::isReceiptNonce(out.nonce)) return bad("\"nonce\" must be 16 random bytes in base64url");
    const auto have = placeAt(head, "have"), cursor = placeAt(head, "cursor"), trust = placeAt(head, "trust");
    for (const auto* place : {&have, &cursor, &trust}) {
        if (!*place) return fail(place->error());
    }
    out.have = *have;
    out.cursor = *cursor;
    out.trust = *trust;
    for (const auto& [name, into, most] : {std::tuple{"ask", &out.ask, crypto::kReceiptFiles},
                                           {"prove", &out.prove, crypto::kReceiptFiles},
                                           {"documents", &out.documents, kMostHashes}}) {
        auto hashes = hashesAt(head, name, most);
        if (!hashes) return fail(hashes.error());
        *into = std::move(*hashes);
    }
    return out;
}

Result<std::string> answerPack(const PackAsk& ask, const PackDone& done, const std::optional<Principal>& caller,
                               Services& services) {
    const auto head = services.head.get();
    if (services.clockGuard.state(head->size, head->time).jumped)
        return fail(ErrorKind::offline, "clock_jumped",
                    "the server's clock is not to be believed now; its operator has to look at it");
    return Answer(ask, services).make(done, caller);
}

}  // namespace plumb::server
