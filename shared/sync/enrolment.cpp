#include "shared/sync/enrolment.h"

#include "shared/crypto/merkle.h"
#include "shared/store/key_history.h"
#include "shared/sync/server_link.h"

namespace plumb::sync {
namespace {

// The answer is believed only as far as it can be checked: our line is in the log under a checkpoint that the
// invitation's log key signed, and the trust lines lead from the invitation's root to this device.
Result<void> takeAnswer(store::TabletStore& store, store::Profile& profile, const record::Line& line,
                        const EnrolAnswer& answer) {
    const auto logKey = crypto::parseNoteKey(profile.logKey);
    if (!logKey) return fail(logKey.error());
    const auto checkpoint = crypto::verifyCheckpoint(answer.checkpoint, *logKey);
    if (!checkpoint) return fail(checkpoint.error());
    if (!crypto::verifyInclusion(crypto::leafHash(asBytes(line.text())), answer.index, checkpoint->size,
                                 answer.inclusion, checkpoint->root)) {
        return fail(ErrorKind::badSignature, "bad_proof",
                    "the server says that this device is enrolled but cannot prove it; do not trust it, tell the "
                    "administrator");
    }
    domain::TrustBook book(profile.rootKid);
    std::uint64_t place = 0;  // their order alone counts here; the first sync proves their places in the log
    for (const auto& text : answer.trust) {
        const auto trustLine = record::Line::parse(text);
        const auto payload =
            trustLine ? record::parsePayload(trustLine->payload()) : Result<record::Payload>(fail(trustLine.error()));
        if (!payload) return fail(payload.error());
        if (auto good = book.add(*trustLine, *payload, place++); !good) {
            return fail(ErrorKind::badSignature, "bad_trust",
                        "the server's chain of trust does not hold: " + good.error().detail);
        }
    }
    const auto key = crypto::PrivateKey::fromSecret(profile.suite, profile.secret);
    if (!key) return fail(key.error());
    const auto* me = book.member(key->kid());
    if (!me)
        return fail(ErrorKind::badSignature, "bad_trust",
                    "the server's chain of trust does not lead from the invitation's root to this device");
    profile.personName = me->personName;
    profile.personId = me->personId;
    profile.grants = me->grantsAt();
    profile.enrolled = true;
    if (auto done = store.saveCheckpoint(*checkpoint, answer.checkpoint); !done) return done;
    return store.saveProfile(profile);
}

// A final refusal leaves nothing behind. After anything else (no network, a lost answer, a page of somebody else's) the
// server may have taken the line: the key is kept, and the enrolment goes on with it.
bool isFinal(const Error& error) {
    return error.code == "invite_unknown" || error.code == "invite_used" || error.code == "invite_expired" ||
           error.code == "wrong_server" || error.code == "bad_line" || error.code == "bad_signature" ||
           error.code == "key_known" || error.kind == ErrorKind::full;
}

}  // namespace

Result<Enrolled> finishEnrolment(const std::filesystem::path& folder, const crypto::DataKey& key, const Clock& clock) {
    auto store = store::TabletStore::open(folder, key, clock);
    if (!store) return fail(store.error());
    auto profile = (*store)->profile();
    if (!profile) return fail(profile.error());
    const auto device = (*store)->deviceKey();
    if (!device) return fail(device.error());
    if (!profile->enrolled) {
        auto line = record::Line::parse(profile->enrolment);
        if (!line) return fail(line.error());
        ServerLink link(profile->server, profile->pin);
        const auto answer = link.enrol(*line);
        if (!answer) return fail(answer.error());
        if (auto taken = takeAnswer(**store, *profile, *line, *answer); !taken) return fail(taken.error());
    }
    const std::string role(profile->grants.empty() ? "" : domain::roleName(profile->grants.front().role));
    if (auto named = store::nameVault(folder, profile->personName, role, device->kid()); !named)
        return fail(named.error());
    if (auto noted = store::noteEnrolled(folder, profile->device, (*store)->now()); !noted) return fail(noted.error());
    return Enrolled{folder, key, *profile};
}

Result<Enrolled> enrol(const EnrolRequest& request, const Clock& clock) {
    const auto inviteKey = crypto::PrivateKey::fromSecret(request.invitation.suite, request.invitation.secret);
    if (!inviteKey) return fail(inviteKey.error());
    const auto vault = store::createVault(request.home, request.pin, clock(), request.pinCost);
    if (!vault) return fail(vault.error());
    Result<Enrolled> done = [&]() -> Result<Enrolled> {
        {
            auto store = store::TabletStore::open(vault->folder, vault->key, clock);
            if (!store) return fail(store.error());
            const auto deviceKey = crypto::PrivateKey::generate(request.suite);
            store::Profile profile;
            profile.device = request.device;
            profile.server = request.invitation.server;
            profile.pin = request.invitation.pin;
            profile.logKey = request.invitation.logKey;
            profile.rootKid = request.invitation.rootKid;
            profile.suite = request.suite;
            profile.secret = deviceKey.secret();
            profile.enrolment = domain::enrolLine(*inviteKey, deviceKey, request.device, clock()).text();
            if (auto saved = (*store)->saveProfile(profile); !saved) return fail(saved.error());
        }
        return finishEnrolment(vault->folder, vault->key, clock);
    }();
    if (!done && isFinal(done.error())) store::removeVault(vault->folder);
    return done;
}

}  // namespace plumb::sync
