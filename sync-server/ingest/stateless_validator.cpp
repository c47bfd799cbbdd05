#include "sync-server/ingest/stateless_validator.h"

#include "shared/checklist/score/score.h"
#include "shared/crypto/hash.h"
#include "shared/records/inspection/summary.h"

namespace plumb::server {
Candidate StatelessValidator::validate(std::string_view text) const {
    Candidate out;
    auto parsed = record::Line::parse(std::string(text));
    if (!parsed) {
        // What is no line is named by the hash of its bytes all the same.
        out.hash = crypto::sha256(text);
        out.refusal = std::move(parsed.error());
        return out;
    }
    out.line = std::move(*parsed);
    out.hash = out.line->hash();
    auto payload = record::parsePayload(out.line->payload());
    if (!payload) {
        out.refusal = payload.error();
        return out;
    }
    out.payload = std::move(*payload);
    if (records::isInspection(out.payload->type)) {
        auto summary = records::readSummary(out.payload->body);
        if (!summary) {
            out.verified = checkSignature(out).has_value();
            out.refusal = summary.error();
            return out;
        }
        out.reading.summary = std::move(*summary);
    }
    out.leaf = crypto::leafHash(asBytes(out.line->text()));
    validateAgain(out);
    return out;
}

void StatelessValidator::validateAgain(Candidate& candidate) const {
    candidate.refusal.reset();
    candidate.mayChange = false;
    // Trust lines are judged as a whole by the trust book, in the log's order.
    if (domain::isTrustType(candidate.payload->type)) return;
    auto good = checkSignature(candidate);
    candidate.verified = good.has_value();
    if (good) good = checkScore(candidate);
    if (good) {
        // The tree of answers is freed here, by the thread that made it, and not by the one writer. What an amendment
        // speaks of is still asked in the log's order.
        if (candidate.reading.summary) dropAnswers(candidate.payload->body);
        return;
    }
    candidate.mayChange = good.error().code == "key_unknown" || good.error().code == "checklist_unknown";
    candidate.refusal = std::move(good.error());
}

Result<void> StatelessValidator::checkSignature(const Candidate& candidate) const {
    const auto key = m_trust.authorKey(*candidate.line, *candidate.payload);
    if (!key) return fail(key.error());
    return candidate.line->verify(*key);
}

Result<void> StatelessValidator::checkScore(const Candidate& candidate) const {
    if (!candidate.reading.summary) return {};
    const auto& used = candidate.reading.summary->checklist;
    const auto checklist = m_checklists.find(used.sha256);
    if (!checklist) return fail(checklist.error());
    if ((*checklist)->id != used.id || (*checklist)->version != used.version) {
        return fail(ErrorKind::malformed, "bad_payload",
                    "\"body.checklist\" names " + used.id + " version " + used.version + ", its hash is that of " +
                        (*checklist)->id + " version " + (*checklist)->version);
    }
    const auto answers = checklist::Answers::fromJson(candidate.payload->body);
    if (!answers) return fail(ErrorKind::malformed, "bad_payload", answers.error().detail);
    const auto score = checklist::scoreAnswers(**checklist, *answers, checklist::Explained::no);
    if (!score) return fail(ErrorKind::refused, "bad_score", score.error().detail);
    return checklist::checkStatedScore(candidate.payload->body.at("score").get_object(), *score);
}

}  // namespace plumb::server
