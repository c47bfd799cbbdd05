#include "sync-server/auth/assertion.h"

#include "shared/crypto/hash.h"
#include "shared/crypto/jws.h"
#include "sync-server/auth/tuning.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_assertion", std::move(why));
}

// NumericDate: whole or broken seconds.
std::optional<TimePoint> dateOf(const json::object& claims, std::string_view name) {
    const auto* value = claims.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    const double seconds = value->to_number<double>();
    if (!(seconds > 0 && seconds < 1e11)) return std::nullopt;
    return TimePoint(std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)));
}

bool isFor(const json::object& claims, const std::string& audience) {
    const auto* value = claims.if_contains("aud");
    if (!value) return false;
    if (value->is_string()) return value->get_string() == audience;
    if (!value->is_array()) return false;
    for (const auto& entry : value->get_array()) {
        if (entry.is_string() && entry.get_string() == audience) return true;
    }
    return false;
}

}  // namespace

Result<Principal> Assertions::check(std::string_view jwt, const Trust& trust) {
    const auto kid = judge(jwt, trust, false);
    if (!kid) return fail(kid.error());
    return trust.principal(*kid);
}

Result<std::string> Assertions::keyOf(std::string_view jwt, const Trust& trust) {
    return judge(jwt, trust, true);
}

Result<std::string> Assertions::judge(std::string_view jwt, const Trust& trust, bool revokedToo) {
    if (jwt.size() > kMaxAssertion) return bad("the assertion has more than 4096 bytes");
    const auto jws = crypto::parseCompact(jwt);
    if (!jws) return bad(jws.error().detail);
    if (jws->header.typ != "JWT") return bad("the assertion's typ is not JWT");
    const auto claims = parseJson(jws->payload, 8);
    if (!claims || !claims->is_object()) return bad("the assertion's claims are not a JSON object");
    const auto& object = claims->get_object();
    const auto& kid = jws->header.kid;
    const auto key = trust.memberKey(kid);
    if (!key) return fail(key.error());
    if (crypto::suiteName(key->suite()) != jws->header.alg)
        return fail(ErrorKind::badSignature, "bad_signature", "the assertion's alg is not its key's");
    if (!key->verify(asBytes(jws->signingInput), jws->signature)) {
        return fail(ErrorKind::badSignature, "bad_signature",
                    "the assertion's signature is not by the key that it names");
    }
    // Only what its owner signed is told more.
    if (const auto principal = trust.principal(kid);
        !principal && !(revokedToo && principal.error().code == "key_revoked"))
        return fail(principal.error());
    if (textOr(object, "iss") != kid || textOr(object, "sub") != kid)
        return bad("iss and sub must both be the key's id");
    if (!isFor(object, m_audience)) return bad("aud must be this server's origin, " + m_audience);
    const auto issued = dateOf(object, "iat"), expires = dateOf(object, "exp");
    if (!issued || !expires || *expires <= *issued || *expires - *issued > kLongestAssertion)
        return bad("exp must lie at most 60 seconds after iat");
    const std::string id = textOr(object, "jti");
    if (id.empty() || id.size() > kMaxJti) return bad("jti must have 1 to 128 characters");
    const Instant now = m_clock();
    if (now.utc >= *expires + kAssertionLeeway || *issued > now.utc + kAssertionLeeway) {
        return fail(
            ErrorKind::expired, "assertion_expired",
            "the assertion is not for now; the server's time is " + formatInstant(now) + ", set the device's clock");
    }
    if (!m_spent.use(crypto::sha256(kid + " " + id), *expires + kAssertionLeeway, now.utc)) {
        return fail(ErrorKind::conflict, "assertion_replayed", "this assertion was used already; sign a new one");
    }
    return kid;
}

}  // namespace plumb::server
