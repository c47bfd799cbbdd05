// Any bytes as what is said about logs: a signed note, a tile's name, a question to a witness, a list of witnesses,
// what another device shows, evidence of two histories, the state of a walk. Never a crash; what is accepted is written
// back as it was; nobody's signature is found where nobody signed.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "shared/crypto/add_checkpoint.h"
#include "shared/crypto/checkpoint.h"
#include "shared/crypto/tile_path.h"
#include "shared/crypto/witness_policy.h"
#include "shared/sync/compare_checkpoints.h"
#include "shared/sync/log_follower.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb;
    static const auto key = crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, Bytes(32, 7)).value();
    static const crypto::NoteKey log{"log", key.publicKey()};
    const std::string text(reinterpret_cast<const char*>(data), size);

    if (const auto note = crypto::splitNote(text, crypto::kMostCheckpointBytes, "checkpoint")) {
        std::string back = std::string(note->body) + "\n";
        for (const auto& one : note->signatures)
            back += crypto::signatureLine(std::string(one.name), one.keyId, one.signature);
        if (back != text) std::abort();
        const auto at = crypto::cosignedAt(*note, log);
        if (at && *at) std::abort();
        (void)crypto::readTreeHead(note->body);
    }
    if (crypto::verifyTreeHead(text, log)) std::abort();
    if (const auto tile = crypto::parseTilePath(text); tile && crypto::formatTilePath(*tile) != text) std::abort();
    if (const auto tile = crypto::parseEntriesPath(text); tile && crypto::formatEntriesPath(*tile) != text)
        std::abort();
    if (const auto asked = crypto::parseAddCheckpoint(text); asked && crypto::formatAddCheckpoint(*asked) != text)
        std::abort();
    if (const auto witness = crypto::parseWitnessKey(text);
        witness && crypto::formatWitnessKey(witness->name, witness->key) != text)
        std::abort();
    if (const auto policy = crypto::WitnessPolicy::parse(text)) {
        static const auto signedByLog = crypto::signNote("log\n1\nAAAA\n", "log", key);
        if (!policy->judge(signedByLog, log).by.empty()) std::abort();
    }
    if (const auto shown = sync::parseShown(text)) {
        const auto again = sync::parseShown(sync::formatShown(*shown));
        if (!again || again->notes != shown->notes) std::abort();
        if (sync::compareCheckpoints(log, shown->notes, shown->notes, nullptr)) std::abort();
    }
    if (const auto evidence = sync::parseEvidence(text)) {
        if (sync::verifyEvidence(*evidence, log)) std::abort();
        if (!sync::parseEvidence(sync::formatEvidence(*evidence))) std::abort();
    }
    if (const auto seen = sync::parseSeen(text); seen && !sync::parseSeen(sync::formatSeen(*seen))) std::abort();
    return 0;
}
