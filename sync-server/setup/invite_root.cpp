#include "sync-server/setup/invite_root.h"

#include "shared/base/uuid.h"
#include "shared/domain/trust.h"
#include "sync-server/blobs/file_io.h"
#include "sync-server/ingest/log_writer.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/ingest/stateless_validator.h"
#include "sync-server/ingest/tuning.h"
#include "sync-server/log/head.h"
#include "sync-server/tls/certificate.h"

namespace plumb::server {
namespace {

record::Line inviteLine(const crypto::PrivateKey& root, const crypto::PrivateKey& inviteKey, const RootInvite& invite,
                        const ChainState& chain, HeadPtr head, const std::string& logKey, const Instant& now) {
    const std::vector<domain::Grant> grants{{domain::Role::administrator, {""}, {}}};
    record::Payload payload;
    payload.id = makeUuid7(now.utc);
    payload.type = "invite.issued";
    payload.seq = chain.tipSeq + 1;
    if (chain.tipSeq > 0) payload.prev = chain.tipHash;
    payload.at = now;
    if (head->size > 0) payload.seen = record::Seen{head->size, head->root};
    payload.body = domain::inviteBody(inviteKey.publicKey(), makeUuid7(now.utc), invite.person, grants,
                                      Instant{now.utc + invite.life, now.offset}, &root.publicKey(), logKey);
    return record::Line::sign(root, record::formatPayload(payload));
}

// Browsers claim invitations too, and older ones lack Ed25519.
crypto::Suite inviteSuite(crypto::Suite root) {
    return root == crypto::Suite::sm2 ? crypto::Suite::sm2 : crypto::Suite::es256;
}

}  // namespace

Result<std::string> inviteByRoot(const DataFolder& folder, const ServerConfig& config, const crypto::PrivateKey& root,
                                 Store& store, const RootInvite& invite, const Clock& clock) {
    if (root.kid() != config.rootKid)
        return fail(ErrorKind::forbidden, "wrong_root", "this is not the root key of " + folder.path.string());
    auto logKey = loadLogKey(folder);
    if (!logKey) return fail(logKey.error());
    const auto pem = readWholeFile(folder.certificate());
    const auto pin = pem ? pinOf(*pem) : Result<std::string>(std::string());
    if (!pin) return fail(pin.error());

    bringUpToDate(store, [](const auto&, std::uint64_t, std::uint64_t) {});
    const LogSigner signer(config.origin, std::move(*logKey));
    HeadHolder head;
    Trust trust(config.rootKid);
    trust.load(store.writer().reader());
    const BlobStore blobs(folder.blobs());
    Checklists checklists(blobs);
    const StatelessValidator stateless(trust, checklists);
    auto places = loadRecovery(folder);
    if (!places) return fail(places.error());
    const auto clockWord = loadClockWord(folder);
    if (!clockWord) return fail(clockWord.error());
    RecoveryGate gate(std::move(*places), crypto::parseNoteKey(signer.verifierKey()).value(), trust);
    ClockGuard guard(clock, kClockBound, *clockWord);
    LogWriter writer(store, trust, checklists, stateless, signer, head, guard, gate, [] {});

    const auto chain = store.openReader()->chain(root.kid()).value_or(ChainState{});
    const auto inviteKey = crypto::PrivateKey::generate(inviteSuite(root.suite()));
    const auto line = inviteLine(root, inviteKey, invite, chain, head.get(), signer.verifierKey(), clock());
    std::vector<Candidate> candidates;
    candidates.push_back(stateless.validate(line.text()));
    const auto outcome = writer.push(std::move(candidates)).get();
    if (!outcome) return fail(outcome.error());
    const auto& decision = outcome->decisions.front();
    if (decision.outcome != Outcome::accepted) return fail(decision.error);
    const bool unpinned = invite.publicTls || config.url.starts_with("http://");
    return domain::formatInvitation({config.url, unpinned ? std::string() : *pin, signer.verifierKey(), config.rootKid,
                                     inviteKey.suite(), inviteKey.secret()});
}

}  // namespace plumb::server
