// The part of a line's judgement that costs time and does not depend on the log's order: form, signature, what its type
// has to say, and the score made again from the answers. Thread-safe; the verify pool runs it, the writer repeats it
// for what may have changed.
#pragma once

#include <functional>

#include "sync-server/auth/trust.h"
#include "sync-server/ingest/candidate.h"
#include "sync-server/ingest/checklists.h"

namespace plumb::server {

class StatelessValidator {
  public:
    // All that is passed outlives this.
    StatelessValidator(const Trust& trust, Checklists& checklists) : m_trust(trust), m_checklists(checklists) {}

    // Asked of each document.issued whose signature holds: whether its paper says what the log says
    // (papers/document_judge.h). Nobody is asked before it is set, which is before the first validate().
    using DocumentRule = std::function<Result<void>(const record::Line&, const record::Payload&)>;
    void judgeDocumentsBy(DocumentRule rule) { m_documents = std::move(rule); }

    // The documents by which it scores.
    [[nodiscard]] Checklists& checklists() const { return m_checklists; }

    [[nodiscard]] Candidate validate(std::string_view text) const;
    // Of a line whose signature and score another front end found good (http/handed_lines.h): all but these two.
    [[nodiscard]] Candidate validateVouched(std::string_view text) const;
    // Signature and score again, after the log has grown.
    void validateAgain(Candidate& candidate) const;

  private:
    static Candidate read(std::string_view text);
    static void finish(Candidate& candidate);
    static Result<void> readBody(Candidate& candidate);
    Result<void> checkSignature(const Candidate& candidate) const;
    Result<void> checkScore(const Candidate& candidate) const;

    const Trust& m_trust;
    Checklists& m_checklists;
    DocumentRule m_documents;
};

}  // namespace plumb::server
