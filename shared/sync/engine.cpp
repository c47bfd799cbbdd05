// The engine's frame, lines and proofs. Files and the feed are in engine_files.cpp and engine_feed.cpp.
#include "shared/sync/engine.h"

#include "shared/crypto/merkle.h"
#include "shared/store/key_history.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

// The setting that says that PATCH does not get through where this device is.
constexpr const char* kByPost = "uploads_by_post";

// Codes after which the same line may be accepted later without a change: it stays waiting.
bool isRetryable(const std::string& code) {
    return code == "checklist_unknown" || code == "file_missing" || code == "disk_full" || code == "of_unknown" ||
           code == "key_unknown";
}

tl::unexpected<Error> logForgot(const std::string& why) {
    return fail(ErrorKind::badSignature, "log_forgot",
                "the server's log is not the one that this device verified before: " + why +
                    ". Nothing was changed here; all records are kept. Tell the administrator");
}

store::Profile profileOf(store::TabletStore& store) {
    auto profile = store.profile();
    return profile ? std::move(*profile) : store::Profile{};
}

}  // namespace

Engine::Engine(store::TabletStore& store, std::function<void(const Progress&)> onProgress)
    : m_store(store),
      m_profile(profileOf(store)),
      m_link(m_profile.server, m_profile.pin),
      m_onProgress(std::move(onProgress)) {}

void Engine::tell(Progress::Step step) {
    if (!m_onProgress) return;
    Progress progress{step, m_store.waiting().size(), 0, 0};
    for (const auto& file : m_store.filesNotThere()) {
        ++progress.filesLeft;
        progress.bytesLeft += file.size - std::min(file.sent, file.size);
    }
    m_onProgress(progress);
}

Result<void> Engine::connect() {
    if (!m_profile.enrolled)
        return fail(ErrorKind::notFound, "not_enrolled", "this device is not enrolled yet; enter an invitation first");
    if (m_connected) return {};
    const auto key = m_store.deviceKey();
    const auto logKey = crypto::parseNoteKey(m_profile.logKey);
    if (!key) return fail(key.error());
    if (!logKey) return fail(logKey.error());
    auto store = &m_store;
    auto done = m_link.login(*key, logKey->name, [store] { return store->now(); });
    m_connected = done.has_value();
    m_link.sendByPost(m_store.setting(kByPost) == "1");
    return done;
}

Error Engine::revoked(Error error) {
    const auto records = m_store.waiting();
    const auto files = m_store.tally().missing;
    error.detail = "this device's key was revoked; the server takes nothing more from it";
    if (!records.empty() || files > 0) {
        error.detail += ". " + std::to_string(records.size()) + " records and " + std::to_string(files) +
                        " files that were signed here were not sent; they stay here and can be written out, each "
                        "record with its files, by: plumb export";
    }
    (void)m_store.markHeldUp(error.code + ": " + error.detail);
    (void)store::noteRevoked(m_store.folder(), m_store.now(), records.size(), files);
    return error;
}

Result<Report> Engine::run() {
    m_report = {};
    m_link.http().resume();
    const HttpTraffic before = m_link.http().traffic();
    tell(Progress::Step::connecting);
    const auto steps = [&]() -> Result<void> {
        if (auto done = connect(); !done) return done;
        if (auto done = askServer(); !done) return done;
        if (auto done = uploadFiles(true); !done) return done;
        tell(Progress::Step::lines);
        if (auto done = pushLines(); !done) return done;
        tell(Progress::Step::feed);
        if (auto done = pullFeed(std::chrono::seconds{0}); !done) return done;
        if (auto done = fetchDocuments(); !done) return done;
        // What could not go before its reference was known may go now.
        if (!m_store.waiting(1).empty() && m_report.pulled > 0) {
            if (auto done = pushLines(); !done) return done;
        }
        if (auto done = proveSent(); !done) return done;
        tell(Progress::Step::files);
        if (auto done = uploadFiles(false); !done) return done;
        return confirmFiles();
    };
    const auto done = steps();
    m_report.bytesUp = m_link.http().traffic().sent - before.sent;
    m_report.bytesDown = m_link.http().traffic().received - before.received;
    if (m_connected && m_link.sendsByPost() != (m_store.setting(kByPost) == "1")) {
        if (auto kept = m_store.setSetting(kByPost, m_link.sendsByPost() ? "1" : ""); !kept) return fail(kept.error());
    }
    if (!done) return fail(done.error().code == "key_revoked" ? revoked(done.error()) : done.error());
    tell(Progress::Step::done);
    m_report.files = m_store.tally();
    m_report.clock = m_store.clock();
    if (const auto newest = m_store.newestCheckpoint()) m_report.logSize = newest->checkpoint.size;
    return m_report;
}

Result<crypto::Checkpoint> Engine::takeCheckpoint(const std::string& note, const std::vector<Sha256>& consistency) {
    const auto logKey = crypto::parseNoteKey(m_profile.logKey);
    if (!logKey) return fail(logKey.error());
    const auto fresh = crypto::verifyCheckpoint(note, *logKey);
    if (!fresh) return fail(fresh.error());
    const auto known = m_store.newestCheckpoint();
    if (known) {
        if (fresh->size < known->checkpoint.size) {
            return logForgot("it has " + std::to_string(fresh->size) + " entries, " +
                             std::to_string(known->checkpoint.size) + " were proved");
        }
        if (!crypto::verifyConsistency(known->checkpoint.size, known->checkpoint.root, fresh->size, fresh->root,
                                       consistency)) {
            return logForgot("its first " + std::to_string(known->checkpoint.size) +
                             " entries are not the ones that were proved");
        }
    }
    if (auto saved = m_store.saveCheckpoint(*fresh, note); !saved) return fail(saved.error());
    return *fresh;
}

Result<crypto::Checkpoint> Engine::refreshCheckpoint() {
    const auto known = m_store.newestCheckpoint();
    const auto answer = m_link.checkpoint(known ? std::optional(known->checkpoint.size) : std::nullopt);
    if (!answer) {
        if (answer.error().code == "log_smaller") return logForgot(answer.error().detail);
        return fail(answer.error());
    }
    return takeCheckpoint(answer->checkpoint, answer->consistency);
}

Result<void> Engine::pushLines() {
    auto rows = m_store.waiting();
    for (std::size_t at = 0; at < rows.size();) {
        std::vector<store::RecordRow> batch;
        std::vector<std::string> lines;
        for (std::size_t bytes = 0; at < rows.size() && lines.size() < kBatchLines && bytes < kBatchBytes; ++at) {
            const auto line = m_store.line(rows[at].hash);
            if (!line) return fail(line.error());
            bytes += line->text().size();
            lines.push_back(line->text());
            batch.push_back(rows[at]);
        }
        const auto known = m_store.newestCheckpoint();
        const auto answer = m_link.push(lines, known ? std::optional(known->checkpoint.size) : std::nullopt);
        if (!answer) {
            if (answer.error().code == "log_smaller") return logForgot(answer.error().detail);
            return fail(answer.error());
        }
        if (auto taken = takePush(batch, lines, *answer); !taken) return taken;
        tell(Progress::Step::lines);
    }
    return {};
}

Result<void> Engine::takePush(const std::vector<store::RecordRow>& rows, const std::vector<std::string>& lines,
                              const PushAnswer& answer) {
    std::optional<crypto::Checkpoint> checkpoint;
    if (!answer.checkpoint.empty()) {
        const auto taken = takeCheckpoint(answer.checkpoint, answer.consistency);
        if (!taken) return fail(taken.error());
        checkpoint = *taken;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& result = answer.results[i];
        if (result.hash != rows[i].hash.hex())
            return fail(ErrorKind::malformed, "bad_answer",
                        "the server answered about another line than the one that was sent");
        if (result.status == "refused") {
            m_report.problems.push_back(rows[i].type + " " + rows[i].id + ": " + result.detail + " (" + result.code +
                                        ")");
            ++m_report.refused;
            if (isRetryable(result.code)) continue;
            if (auto done = m_store.markRefused(rows[i].hash, result.code + ": " + result.detail); !done) return done;
            continue;
        }
        ++m_report.sent;
        if (auto done = m_store.markSent(rows[i].hash, result.index); !done) return done;
        const auto proof = answer.inclusion.find(result.index);
        if (!checkpoint || proof == answer.inclusion.end()) continue;  // proveSent asks for it
        if (!crypto::verifyInclusion(crypto::leafHash(asBytes(lines[i])), result.index, checkpoint->size, proof->second,
                                     checkpoint->root)) {
            return fail(ErrorKind::badSignature, "bad_proof",
                        "the server took the record " + rows[i].id +
                            " but its proof is wrong; the record stays here. Tell the administrator");
        }
        ++m_report.proved;
        if (auto done = m_store.markProved(rows[i].hash, checkpoint->size); !done) return done;
    }
    return {};
}

Result<void> Engine::proveSent() {
    const auto checkpoint = refreshCheckpoint();
    if (!checkpoint) return fail(checkpoint.error());
    store::RecordFilter filter;
    filter.own = true;
    filter.state = store::RecordState::sent;
    for (const auto& row : m_store.records(filter)) {
        const auto line = m_store.line(row.hash);
        if (!line) return fail(line.error());
        const auto proof = m_link.inclusion(row.hash, checkpoint->size);
        if (!proof) return fail(proof.error());
        if (proof->size != checkpoint->size ||
            !crypto::verifyInclusion(crypto::leafHash(asBytes(line->text())), proof->index, checkpoint->size,
                                     proof->hashes, checkpoint->root)) {
            return fail(ErrorKind::badSignature, "bad_proof",
                        "the server's proof for the record " + row.id +
                            " is wrong; the record stays here. Tell the administrator");
        }
        ++m_report.proved;
        if (auto done = m_store.markProved(row.hash, checkpoint->size); !done) return done;
    }
    return {};
}

}  // namespace plumb::sync
