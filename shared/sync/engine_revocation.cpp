// A key that the server refuses as revoked: whether that is so is read in the log, not in the refusal. A server that
// refuses and shows nothing stops this sync and nothing else; one that shows the line, proved and judged from the root,
// ends the key here too.
#include "shared/store/key_history.h"
#include "shared/store/own_revocation.h"
#include "shared/sync/engine.h"

namespace plumb::sync {
namespace {

tl::unexpected<Error> unproved(const std::string& why) {
    return fail(ErrorKind::refused, "revocation_unproved",
                "the server says that this device's key was revoked, and does not prove it: " + why +
                    ". Nothing was changed here; all records are kept, and the next sync tries again. Tell the "
                    "administrator");
}

}  // namespace

Result<void> Engine::proveRevocation() {
    if (store::ownRevocation(m_store)) return {};
    if (auto shown = m_reach ? readRevocationByFile() : readRevocation(); !shown) {
        const auto& error = shown.error();
        if (error.kind == ErrorKind::offline || error.kind == ErrorKind::full || error.code == "log_forgot")
            return fail(error);
        return unproved(error.detail);
    }
    if (store::ownRevocation(m_store)) return {};
    return unproved("its log has no such line that the chain of trust vouches for");
}

// An answer by file was made at once and brings its pages of trust lines itself.
Result<void> Engine::readRevocationByFile() {
    const auto checkpoint = refreshCheckpoint();
    if (!checkpoint) return fail(checkpoint.error());
    return completeTrust(*checkpoint);
}

Result<void> Engine::readRevocation() {
    const auto key = m_store.deviceKey();
    const auto log = logKey();
    if (!key) return fail(key.error());
    if (!log) return fail(log.error());
    std::string why;
    // First what came since, then, where the trust lines held here are not the log's, all.
    for (const bool all : {false, true}) {
        const auto known = m_store.newestCheckpoint();
        const auto size = known ? known->checkpoint.size : 0;
        const auto held = all ? store::TabletStore::HeldTrust{} : m_store.trustDigest(size);
        const auto answer = m_link.revocation(
            *key, log->name, [this] { return m_store.now(); }, held.next, size);
        if (!answer) return fail(answer.error());
        const auto checkpoint = takeCheckpoint(answer->checkpoint, answer->consistency);
        if (!checkpoint) return fail(checkpoint.error());
        FeedAnswer page;
        page.lines = answer->trust;
        page.proof = answer->proof;
        if (auto proved = provePage(page, *checkpoint); !proved) return proved;
        auto digest = held.digest;
        std::vector<store::TabletStore::PulledLine> lines;
        for (const auto& [index, text] : answer->trust) {
            auto line = record::Line::parse(text);
            if (!line) return fail(line.error());
            auto payload = record::parsePayload(line->payload());
            if (!payload) return fail(payload.error());
            digest.add(line->hash());
            lines.push_back({index, std::move(*line), std::move(*payload), {}});
        }
        for (const auto& hash : answer->later) digest.add(hash);
        if (!checkpoint->trust || digest != *checkpoint->trust) {
            why = "it withholds keys or revocations";
            continue;
        }
        return m_store.takePulled(lines, checkpoint->size);
    }
    return fail(ErrorKind::badSignature, "trust_withheld", why);
}

Error Engine::ended(const Error& error) {
    if (error.code != "key_revoked") return error;
    if (auto proved = proveRevocation(); !proved) return proved.error();
    const auto records = m_store.waiting();
    const auto files = m_store.tally().missing;
    const auto by = store::ownRevocation(m_store).value();
    Error out = error;
    out.detail = "this device's key was revoked by " + (by.by.empty() ? "the root" : by.by) + " (entry " +
                 std::to_string(by.index) + " of the log); the server takes nothing more from it";
    if (!records.empty() || files > 0) {
        out.detail += ". " + std::to_string(records.size()) + " records and " + std::to_string(files) +
                      " files that were signed here were not sent; they stay here and can be written out, each "
                      "record with its files, by: plumb export";
    }
    (void)m_store.markHeldUp(out.code + ": " + out.detail);
    (void)store::noteRevoked(m_store.folder(), m_store.now(), records.size(), files, {by.at, by.by});
    return out;
}

// A server that goes on taking what this key signs hides the line that ends it; the log does not.
Result<void> Engine::checkStanding() {
    if (!store::ownRevocation(m_store)) return {};
    return fail(ErrorKind::forbidden, "key_revoked", "this device's key was revoked");
}

}  // namespace plumb::sync
