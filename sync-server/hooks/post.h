// One message brought to one receiver.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "sync-server/hooks/address_rule.h"

namespace plumb::server {

struct HookMessage {
    std::string url, id, timestamp, signature, body;
};

struct HookAnswer {
    int status = 0;
    std::optional<std::chrono::seconds> retryAfter;
};

class HookPost {
  public:
    virtual ~HookPost() = default;
    // An answer of any status is a value. Codes: address_refused, receiver_unreachable, answer_too_large, stopped.
    virtual Result<HookAnswer> post(const HookMessage& message) = 0;
    // Ends every call that is under way; any thread.
    virtual void cancel() = 0;
};

// As outgoing/post.h has it, by https alone. The name is resolved once a call, and each address is judged when its
// socket is opened. Any thread.
class CurlPost final : public HookPost {
  public:
    // `authorities`: a file of certificates in PEM beside those of the system; "" : the system's alone.
    CurlPost(AddressRule rule, std::string authorities)
        : m_rule(std::move(rule)), m_authorities(std::move(authorities)) {}

    Result<HookAnswer> post(const HookMessage& message) override;
    void cancel() override { m_cancelled = true; }

  private:
    AddressRule m_rule;
    std::string m_authorities;
    std::atomic<bool> m_cancelled{false};
};

// A receiver's address as it is taken: https, a host, no user, no fragment, at most 2,000 bytes, and where the host is
// an address in figures one that the rule allows. Read by the parser that will connect to it. Malformed "bad_hook_url",
// forbidden "address_refused".
Result<void> checkReceiverUrl(const std::string& url, const AddressRule& rule);

}  // namespace plumb::server
