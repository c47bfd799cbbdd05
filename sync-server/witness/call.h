// One question brought to one witness.
#pragma once

#include <atomic>
#include <string>

#include "shared/base/result.h"

namespace plumb::server {

struct WitnessAnswer {
    int status = 0;
    std::string type;  // Content-Type
    std::string body;
};

class WitnessCall {
  public:
    virtual ~WitnessCall() = default;
    // POST; an answer of any status is a value. offline "witness_unreachable", tooLarge "answer_too_large". Any thread,
    // several at once.
    virtual Result<WitnessAnswer> post(const std::string& url, const std::string& body) = 0;
    // Ends every call that is under way; any thread.
    virtual void cancel() = 0;
};

// As outgoing/post.h has it, by http or https: nothing that is secret goes either way, and an answer proves itself. The
// operator names the addresses, so that none is forbidden.
class CurlWitnessCall final : public WitnessCall {
  public:
    // `authorities`: a file of certificates in PEM beside those of the system; "": the system's alone.
    explicit CurlWitnessCall(std::string authorities) : m_authorities(std::move(authorities)) {}

    Result<WitnessAnswer> post(const std::string& url, const std::string& body) override;
    void cancel() override { m_cancelled = true; }

  private:
    std::string m_authorities;
    std::atomic<bool> m_cancelled{false};
};

}  // namespace plumb::server
