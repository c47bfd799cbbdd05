// The engine's lines: offered, answered one by one, and proved. What the server says of a line counts for nothing
// beyond its place in this run until a proof says the same.
#include "shared/crypto/merkle.h"
#include "shared/sync/engine.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

// Codes after which the same line may be accepted later without a change: it stays waiting.
bool isRetryable(const std::string& code) {
    return code == "checklist_unknown" || code == "file_missing" || code == "disk_full" || code == "of_unknown" ||
           code == "key_unknown" || code == "invite_unknown" || code == "site_unknown" || code == "log_recovering";
}

std::string nameOf(const store::RecordRow& row) {
    return row.type + " " + row.id;
}

}  // namespace

Result<void> Engine::pushLines(bool all) {
    auto rows = m_store.toOffer(all || m_reach);
    std::erase_if(rows, [this](const store::RecordRow& row) { return !reachesLine(row.hash); });
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
        if (!answer) return fail(answer.error());
        if (auto taken = takePush(batch, lines, *answer); !taken) return taken;
        tell(Progress::Step::lines);
    }
    return {};
}

Result<void> Engine::takeRefusal(const store::RecordRow& row, const PushResult& result) {
    if (row.own) {
        m_report.problems.push_back(nameOf(row) + ": " + result.detail + " (" + result.code + ")");
        ++m_report.refused;
    }
    if (isRetryable(result.code)) return {};
    return m_store.markRefused(row.hash, result.code + ": " + result.detail);
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
            if (auto done = takeRefusal(rows[i], result); !done) return done;
            continue;
        }
        if (rows[i].own) {
            ++m_report.sent;
            if (auto done = m_store.markSent(rows[i].hash); !done) return done;
        }
        const auto proof = answer.inclusion.find(result.index);
        if (!checkpoint || proof == answer.inclusion.end()) continue;  // proveSent asks for it
        if (!crypto::verifyInclusion(crypto::leafHash(asBytes(lines[i])), result.index, checkpoint->size, proof->second,
                                     checkpoint->root)) {
            m_report.problems.push_back(nameOf(rows[i]) +
                                        ": the server took it but its proof is wrong; it is asked for another one");
            continue;
        }
        m_report.proved += rows[i].own;
        if (auto done = m_store.markProved(rows[i].hash, result.index, checkpoint->size); !done) return done;
    }
    return {};
}

Result<void> Engine::proveSent() {
    store::RecordFilter filter;
    filter.own = true;
    filter.state = store::RecordState::sent;
    auto rows = m_store.records(filter);
    std::erase_if(rows, [this](const store::RecordRow& row) { return !reachesLine(row.hash); });
    if (rows.empty()) return {};
    const auto checkpoint = refreshCheckpoint();
    if (!checkpoint) return fail(checkpoint.error());
    for (const auto& row : rows) {
        const auto line = m_store.line(row.hash);
        if (!line) return fail(line.error());
        const auto proof = m_link.inclusion(row.hash, checkpoint->size);
        if (!proof && (proof.error().kind == ErrorKind::offline || proof.error().code == "key_revoked"))
            return fail(proof.error());
        if (proof && proof->size == checkpoint->size &&
            crypto::verifyInclusion(crypto::leafHash(asBytes(line->text())), proof->index, checkpoint->size,
                                    proof->hashes, checkpoint->root)) {
            ++m_report.proved;
            if (auto done = m_store.markProved(row.hash, proof->index, checkpoint->size); !done) return done;
            continue;
        }
        const std::string why = "the server said that it has this record and does not prove it" +
                                (proof ? std::string(": its proof is wrong") : ": " + proof.error().detail) +
                                ". The record stays here and is sent again";
        m_report.problems.push_back(nameOf(row) + ": " + why);
        if (auto done = m_store.markUnproved(row.hash, "unproved: " + why); !done) return done;
    }
    return {};
}

}  // namespace plumb::sync
