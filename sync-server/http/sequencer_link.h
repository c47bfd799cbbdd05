// How a front end that is not the sequencer reaches the one that is: over HTTPS, by a word that all front ends of one
// log derive from the secret that their operator gave them. Lines are handed over judged (handed_lines.h); calls that
// the sequencer alone answers are handed over as they came, with whose they are, and answered there by its own view of
// the caller's rights. Thread-safe.
#pragma once

#include "sync-server/http/message.h"
#include "sync-server/ingest/front_end.h"
#include "sync-server/outgoing/kept_calls.h"

namespace plumb::server {

struct LinkOptions {
    std::string secret;       // at least kLeastSecret characters
    std::string log;          // its verifier key: the word is good for this log alone
    std::string authorities;  // see KeptOptions
    bool plain = false;       // without TLS, on one machine
};
inline constexpr std::size_t kLeastSecret = 32;

class SequencerLink final : public HandOver {
  public:
    explicit SequencerLink(const LinkOptions& options);

    Result<PushOutcome> push(const std::string& address, const std::vector<Candidate>& candidates) override;
    // The answer of the front end at this address to a call that came here; busy where there is none.
    Response call(const std::string& address, const Request& request);

    // Of an "Authorization" header.
    [[nodiscard]] bool isWord(std::string_view header) const;
    // From which tokens are made that every front end takes (auth/tokens.h).
    [[nodiscard]] const Sha256& tokenKey() const { return m_tokenKey; }

  private:
    Result<KeptAnswer> post(const std::string& url, const std::string& body, std::size_t mostBody);

    Sha256 m_word, m_tokenKey;
    KeptCalls m_calls;
};

// A call as it is handed over, and its answer: one line of JSON, then the body.
std::string handedCall(const Request& request);
Result<Request> readHandedCall(std::string_view body, std::string& caller);
std::string handedResponse(const Response& response);
Result<Response> readHandedResponse(std::string_view body);

}  // namespace plumb::server
