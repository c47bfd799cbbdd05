// Someone with a key and a chain of lines, as a device is: every line that it signs follows the one before.
#pragma once

#include "shared/domain/grant.h"
#include "shared/domain/invitation.h"
#include "shared/record/chain.h"
#include "shared/record/line.h"

namespace plumb::server::kit {

struct Said {
    std::string site = {}, region = {};
    std::vector<record::FileRef> files = {};
    std::optional<record::Seen> seen = {};
};

class Author {
  public:
    Author(crypto::PrivateKey key, Clock clock) : m_key(std::move(key)), m_clock(std::move(clock)) {}

    record::Line say(const std::string& type, json::object body, Said said = {});
    // The same with an id of the caller's, so that a line can speak of one that is not yet sent.
    record::Line sayAs(const std::string& id, const std::string& type, json::object body, Said said = {});
    // Signs a payload that the caller has made wrong on purpose; the chain does not move.
    [[nodiscard]] record::Line sign(const std::string& payload) const { return record::Line::sign(m_key, payload); }
    // The payload that say() would sign next.
    [[nodiscard]] record::Payload next(const std::string& type, json::object body, Said said = {}) const;

    // An RFC 7523 assertion for a token.
    [[nodiscard]] std::string assertion(const std::string& origin, TimePoint issued,
                                        std::chrono::seconds life = std::chrono::seconds(60)) const;

    [[nodiscard]] const crypto::PrivateKey& key() const { return m_key; }
    [[nodiscard]] const std::string& kid() const { return m_key.kid(); }
    record::ChainTip tip;

  private:
    crypto::PrivateKey m_key;
    Clock m_clock;
};

// A URL-encoded form body for POST /v1/token.
std::string tokenForm(const std::string& assertion);

// The line that claims an invitation for `device`.
record::Line claim(const domain::Invitation& invitation, const crypto::PrivateKey& device, const Instant& at);

}  // namespace plumb::server::kit
