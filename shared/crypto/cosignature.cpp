#include "shared/crypto/cosignature.h"

namespace plumb::crypto {
namespace {

constexpr std::size_t kTimeBytes = 8;

Bytes messageOf(std::string_view body, std::uint64_t seconds) {
    const std::string head = "cosignature/v1\ntime " + std::to_string(seconds) + "\n";
    Bytes out(head.begin(), head.end());
    out.insert(out.end(), body.begin(), body.end());
    return out;
}

}  // namespace

std::string formatWitnessKey(const std::string& name, const PublicKey& key) {
    return formatNoteKey(name, key, NoteKeyType::cosigns);
}

Result<NoteKey> parseWitnessKey(std::string_view text) {
    return parseNoteKey(text, NoteKeyType::cosigns, "witness");
}

std::string cosign(std::string_view body, const std::string& name, const PrivateKey& key, std::chrono::sys_seconds at) {
    const auto seconds = static_cast<std::uint64_t>(at.time_since_epoch().count());
    Bytes stamped;
    for (std::size_t i = 0; i < kTimeBytes; ++i)
        stamped.push_back(static_cast<std::uint8_t>(seconds >> (8 * (kTimeBytes - 1 - i))));
    const Bytes raw = key.sign(messageOf(body, seconds));
    stamped.insert(stamped.end(), raw.begin(), raw.end());
    return signatureLine(name, noteKeyId(name, key.publicKey(), NoteKeyType::cosigns), stamped);
}

Result<std::optional<std::chrono::sys_seconds>> cosignedAt(const SignedNote& note, const NoteKey& witness) {
    const Bytes id = noteKeyId(witness.name, witness.key, NoteKeyType::cosigns);
    std::optional<std::chrono::sys_seconds> newest;
    for (const auto& one : note.signatures) {
        if (one.name != witness.name || one.keyId != id) continue;
        const auto refused = [&] {
            return fail(ErrorKind::badSignature, "bad_cosignature",
                        "what stands there as the cosignature of " + witness.name + " was not made by its key");
        };
        if (one.signature.size() != kTimeBytes + kSignatureSize) return refused();
        std::uint64_t seconds = 0;
        for (std::size_t i = 0; i < kTimeBytes; ++i) seconds = seconds << 8 | one.signature[i];
        // At most 2^63 − 1, says the specification; and what comes after the year 9999 no calendar writes.
        if (seconds > 253'402'300'799ULL ||
            !witness.key.verify(messageOf(note.body, seconds), ByteView(one.signature).subspan(kTimeBytes)))
            return refused();
        const std::chrono::sys_seconds at{std::chrono::seconds(seconds)};
        if (!newest || *newest < at) newest = at;
    }
    return newest;
}

}  // namespace plumb::crypto
