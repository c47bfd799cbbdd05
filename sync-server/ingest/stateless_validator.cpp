#include "sync-server/ingest/stateless_validator.h"

#include "shared/checklist/score/score.h"
#include "shared/crypto/hash.h"
#include "shared/records/document/issued.h"
#include "shared/records/rules.h"
#include "sync-server/projections/item_outcomes.h"

namespace plumb::server {
Candidate StatelessValidator::validate(std::string_view text) const {
    auto out = read(text);
    if (!out.payload) return out;
    if (out.refusal) {
        out.verified = checkSignature(out).has_value();
        return out;
    }
    validateAgain(out);
    return out;
}

Candidate StatelessValidator::validateVouched(std::string_view text) const {
    auto out = read(text);
    if (!out.payload || out.refusal) return out;
    // By this log's own book: the key is enrolled, whoever verified by it.
    if (const auto key = m_trust.authorKey(*out.line, *out.payload); !key) {
        validateAgain(out);
        return out;
    }
    out.verified = true;
    finish(out);
    return out;
}

// Form, payload and body.
Candidate StatelessValidator::read(std::string_view text) {
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
    // Trust lines are judged as a whole by the trust book, in the log's order.
    if (!domain::isTrustType(out.payload->type)) {
        if (auto good = readBody(out); !good) {
            out.refusal = std::move(good.error());
            return out;
        }
    }
    out.leaf = crypto::leafHash(asBytes(out.line->text()));
    return out;
}

// The tree of answers is freed here, by the thread that made it, and not by the one writer. What an amendment speaks of
// is still asked in the log's order.
void StatelessValidator::finish(Candidate& candidate) {
    if (candidate.reading.summary) dropAnswers(candidate.payload->body);
    candidate.inspection.reset();
}

void StatelessValidator::validateAgain(Candidate& candidate) const {
    candidate.refusal.reset();
    candidate.mayChange = false;
    if (domain::isTrustType(candidate.payload->type)) return;
    auto good = checkSignature(candidate);
    candidate.verified = good.has_value();
    if (good) good = checkScore(candidate);
    if (good && m_documents && records::isIssued(candidate.payload->type))
        good = m_documents(*candidate.line, *candidate.payload);
    if (good) {
        finish(candidate);
        return;
    }
    candidate.mayChange = good.error().code == "key_unknown" || good.error().code == "checklist_unknown";
    candidate.refusal = std::move(good.error());
}

Result<void> StatelessValidator::readBody(Candidate& candidate) {
    const auto& payload = *candidate.payload;
    if (!records::isVersion(payload.type)) {
        if (auto good = records::checkPayload(payload); !good) return good;
        candidate.reading = takeReading(*candidate.payload);
        return {};
    }
    auto body = records::readVersion(payload.type, payload.body);
    if (!body) return fail(body.error());
    if (auto good = records::checkContext(payload); !good) return good;
    candidate.reading.summary = records::summaryOf(*body);
    candidate.reading.findings = records::findingsOf(payload.body);
    candidate.reading.items = outcomesOf(payload.body);
    candidate.inspection = std::move(*body);
    return {};
}

Result<void> StatelessValidator::checkSignature(const Candidate& candidate) const {
    const auto key = m_trust.authorKey(*candidate.line, *candidate.payload);
    if (!key) return fail(key.error());
    return candidate.line->verify(*key);
}

Result<void> StatelessValidator::checkScore(const Candidate& candidate) const {
    if (!candidate.inspection) return {};
    const auto& used = candidate.inspection->checklist;
    const auto checklist = m_checklists.find(used.sha256);
    if (!checklist) return fail(checklist.error());
    if ((*checklist)->id != used.id || (*checklist)->version != used.version) {
        return fail(ErrorKind::malformed, "bad_payload",
                    "\"body.checklist\" names " + used.id + " version " + used.version + ", its hash is that of " +
                        (*checklist)->id + " version " + (*checklist)->version);
    }
    if (records::isInspection(candidate.payload->type) && candidate.inspection->signers != (*checklist)->signers) {
        return fail(ErrorKind::malformed, "bad_payload",
                    "\"body.signers\" must be " + std::to_string((*checklist)->signers) +
                        ": so many inspectors sign what is filled under this checklist");
    }
    const auto score = checklist::scoreAnswers(**checklist, candidate.inspection->answers, checklist::Explained::no);
    if (!score) return fail(ErrorKind::refused, "bad_score", score.error().detail);
    return checklist::checkStatedScore(candidate.payload->body.at("score").get_object(), *score);
}

}  // namespace plumb::server
