#include "sync-server/setup/root_line.h"

#include <functional>

#include "shared/base/uuid.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/ingest/log_writer.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/ingest/stateless_validator.h"
#include "sync-server/ingest/tuning.h"
#include "sync-server/log/head.h"

namespace plumb::server {
namespace {

record::Line signedByRoot(const crypto::PrivateKey& root, std::string_view type, json::object body,
                          const ChainState& chain, HeadPtr head, const Instant& now) {
    record::Payload payload;
    payload.id = makeUuid7(now.utc);
    payload.type = type;
    payload.seq = chain.tipSeq + 1;
    if (chain.tipSeq > 0) payload.prev = chain.tipHash;
    payload.at = now;
    if (head->size > 0) payload.seen = record::Seen{head->size, head->root};
    payload.body = std::move(body);
    return record::Line::sign(root, record::formatPayload(payload));
}

}  // namespace

Result<std::string> logVerifierKey(const DataFolder& folder, const ServerConfig& config) {
    auto key = loadLogKey(folder);
    if (!key) return fail(key.error());
    return LogSigner(config.origin, std::move(*key)).verifierKey();
}

namespace {

using MakeLine = std::function<record::Line(const ChainState& ofRoot, const HeadPtr& head)>;

Result<void> append(const DataFolder& folder, const ServerConfig& config, Store& store, const MakeLine& make,
                    const Clock& clock) {
    auto logKey = loadLogKey(folder);
    if (!logKey) return fail(logKey.error());
    bringUpToDate(store, [](const auto&, std::uint64_t, std::uint64_t) {});
    const LogSigner signer(config.origin, std::move(*logKey));
    HeadHolder head;
    Trust trust(config.rootKid);
    trust.load(store.writer().reader());
    const FolderBlobs blobs(folder.blobs());
    Checklists checklists(blobs);
    const StatelessValidator stateless(trust, checklists);
    auto places = loadRecovery(folder);
    if (!places) return fail(places.error());
    const auto clockWord = loadClockWord(folder);
    if (!clockWord) return fail(clockWord.error());
    RecoveryGate gate(std::move(*places), crypto::parseNoteKey(signer.verifierKey()).value(), trust);
    ClockGuard guard(clock, kClockBound, *clockWord);
    LogWriter writer(store, trust, checklists, stateless, signer, head, guard, gate, [] {});

    const auto chain = store.openReader()->chain(config.rootKid).value_or(ChainState{});
    const auto line = make(chain, head.get());
    std::vector<Candidate> candidates;
    candidates.push_back(stateless.validate(line.text()));
    const auto outcome = writer.push(std::move(candidates)).get();
    if (!outcome) return fail(outcome.error());
    const auto& decision = outcome->decisions.front();
    if (decision.outcome != Outcome::accepted) return fail(decision.error);
    return {};
}

}  // namespace

Result<void> appendByRoot(const DataFolder& folder, const ServerConfig& config, const crypto::PrivateKey& root,
                          Store& store, std::string_view type, json::object body, const Clock& clock) {
    if (root.kid() != config.rootKid)
        return fail(ErrorKind::forbidden, "wrong_root", "this is not the root key of " + folder.path.string());
    const auto make = [&](const ChainState& chain, const HeadPtr& head) {
        return signedByRoot(root, type, std::move(body), chain, head, clock());
    };
    return append(folder, config, store, make, clock);
}

Result<void> appendLine(const DataFolder& folder, const ServerConfig& config, Store& store, const record::Line& line,
                        const Clock& clock) {
    return append(
        folder, config, store, [&](const ChainState&, const HeadPtr&) { return line; }, clock);
}

}  // namespace plumb::server
