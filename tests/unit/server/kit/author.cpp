#include "tests/unit/server/kit/author.h"

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "shared/domain/trust.h"

namespace plumb::server::kit {

record::Payload Author::next(const std::string& type, json::object body, Said said) const {
    record::Payload payload;
    payload.at = m_clock();
    payload.id = makeUuid7(payload.at.utc);
    payload.type = type;
    payload.seq = tip.seq + 1;
    payload.prev = tip.hash;
    payload.site = std::move(said.site);
    payload.region = std::move(said.region);
    payload.files = std::move(said.files);
    payload.seen = said.seen;
    payload.body = std::move(body);
    return payload;
}

record::Line Author::sayAs(const std::string& id, const std::string& type, json::object body, Said said) {
    auto payload = next(type, std::move(body), std::move(said));
    if (!id.empty()) payload.id = id;
    auto line = sign(record::formatPayload(payload));
    tip = {payload.seq, line.hash()};
    return line;
}

record::Line Author::say(const std::string& type, json::object body, Said said) {
    return sayAs({}, type, std::move(body), std::move(said));
}

std::string Author::assertion(const std::string& origin, TimePoint issued, std::chrono::seconds life) const {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(issued.time_since_epoch()).count();
    const json::object claims{{"iss", kid()},
                              {"sub", kid()},
                              {"aud", origin},
                              {"iat", seconds},
                              {"exp", seconds + life.count()},
                              {"jti", makeUuid7(issued)}};
    return crypto::signCompact(m_key, "JWT", toText(claims));
}

std::string tokenForm(const std::string& assertion) {
    return "grant_type=" + percentEncode("urn:ietf:params:oauth:grant-type:jwt-bearer") +
           "&assertion=" + percentEncode(assertion);
}

record::Line claim(const domain::Invitation& invitation, const crypto::PrivateKey& device, const Instant& at) {
    const auto inviteKey = crypto::PrivateKey::fromSecret(invitation.suite, invitation.secret).value();
    return domain::enrolLine(inviteKey, device, "test device", at);
}

}  // namespace plumb::server::kit
