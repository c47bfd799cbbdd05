#include "shared/sync/witness.h"

#include <stdexcept>

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/crypto/add_checkpoint.h"
#include "shared/crypto/cosignature.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/merkle.h"
#include "shared/store/durable_file.h"

namespace plumb::sync {
namespace {

constexpr std::string_view kKind = "plumb-witness-key";
constexpr std::string_view kText = "text/plain; charset=utf-8", kSizeType = "text/x.tlog.size";

WitnessReply says(int status, const std::string& why) {
    return {status, std::string(kText), why + "\n"};
}
WitnessReply tellsSize(std::uint64_t size) {
    return {409, std::string(kSizeType), std::to_string(size) + "\n"};
}

}  // namespace

std::string WitnessIdentity::verifierKey() const {
    return crypto::formatWitnessKey(name, key.publicKey());
}

Result<WitnessIdentity> makeWitnessIdentity(const std::filesystem::path& file, const std::string& name) {
    WitnessIdentity out{name, crypto::PrivateKey::generate(crypto::Suite::eddsa)};
    if (!crypto::parseWitnessKey(out.verifierKey()))
        return fail(ErrorKind::malformed, "bad_name",
                    "a witness's name has no blanks and no plus, as in witness.example.org/w1, not \"" + name + "\"");
    if (std::filesystem::exists(file))
        return fail(
            ErrorKind::conflict, "key_there",
            file.string() + " is there already; a witness's key is not replaced, since whoever trusts it knows it");
    const auto text = toText(json::object{{"kind", kKind}, {"name", name}, {"seed", toHex(out.key.secret())}}) + "\n";
    if (auto written = store::writeDurably(file, asBytes(text)); !written) return fail(written.error());
    return out;
}

Result<WitnessIdentity> loadWitnessIdentity(const std::filesystem::path& file) {
    const auto content = store::readWhole(file, 64 * 1024);
    if (!content) return fail(content.error());
    const auto bad = [&] {
        return fail(ErrorKind::malformed, "bad_key_file", file.string() + " holds no witness's key");
    };
    const auto value = parseJson(asText(*content), 4);
    if (!value || !value->is_object() || textOr(value->get_object(), "kind") != kKind) return bad();
    const auto seed = fromHex(textOr(value->get_object(), "seed"));
    auto key = seed ? crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, *seed)
                    : Result<crypto::PrivateKey>(fail(seed.error()));
    if (!key) return bad();
    WitnessIdentity out{textOr(value->get_object(), "name"), std::move(*key)};
    if (!crypto::parseWitnessKey(out.verifierKey())) return bad();
    return out;
}

WitnessReply Witness::addCheckpoint(std::string_view text) {
    const auto asked = crypto::parseAddCheckpoint(text);
    if (!asked) return says(400, asked.error().detail);
    const auto parts = crypto::splitNote(asked->note, crypto::kMostCheckpointBytes, "checkpoint");
    if (!parts) return says(400, parts.error().detail);
    const auto said = crypto::readTreeHead(parts->body);
    if (!said) return says(400, said.error().detail);
    const auto known = m_book.log(said->origin);
    if (!known) return says(404, "this witness does not know the log " + said->origin);
    const auto head = crypto::verifyTreeHead(asked->note, known->key);
    if (!head) return says(403, "the key by which this witness knows the log did not sign this checkpoint");
    if (asked->old > head->size) return says(400, "the old size is larger than the checkpoint's");

    WitnessReply refusal;
    const auto refuse = [&](WitnessReply reply) {
        refusal = std::move(reply);
        return fail(ErrorKind::refused, "not_cosigned", "the checkpoint is not cosigned");
    };
    std::optional<store::WitnessedContradiction> contradiction;
    const auto step = [&](const store::WitnessedLog& last) -> Result<crypto::TreeHead> {
        if (last.size == head->size && last.size > 0 && last.root != head->root)
            contradiction = {head->origin, last.note, asked->note};
        if (asked->old != last.size) return refuse(tellsSize(last.size));
        if (head->size == last.size) {
            if (head->root != last.root) return refuse(tellsSize(last.size));
            if (!asked->proof.empty()) return refuse(says(422, "from a size to itself there is nothing to prove"));
            return *head;
        }
        const bool proved = last.size == 0
                                ? asked->proof.empty()
                                : crypto::verifyConsistency(last.size, last.root, head->size, head->root, asked->proof);
        if (!proved) return refuse(says(422, "the proof does not lead from the last checkpoint to this one"));
        return *head;
    };
    const auto done = m_book.advance(head->origin, asked->note, step);
    // Signed by the log itself: whoever sent it, it is proof.
    if (contradiction) {
        if (auto kept = m_book.keepContradiction(*contradiction); !kept) return says(503, kept.error().detail);
    }
    if (!done) return refusal.body.empty() ? says(503, done.error().detail) : refusal;
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock().utc);
    return {200, std::string(kText), crypto::cosign(parts->body, m_identity.name, m_identity.key, now)};
}

}  // namespace plumb::sync
