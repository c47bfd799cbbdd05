#include "shared/crypto/jws.h"

#include "shared/base/encoding.h"
#include "shared/crypto/low_s.h"

namespace plumb::crypto {
namespace {

std::string signingInput(std::string_view header, std::string_view payload) {
    std::string input;
    input.reserve(header.size() + 1 + (payload.size() + 2) / 3 * 4);
    input.append(header).append(1, '.').append(toBase64Url(asBytes(payload)));
    return input;
}

}  // namespace

std::string protectedHeader(const PublicKey& key, std::string_view typ) {
    return toBase64Url(
        asBytes(toText(json::object{{"alg", suiteName(key.suite())}, {"kid", key.kid()}, {"typ", typ}})));
}

Result<JwsHeader> parseProtectedHeader(std::string_view base64url) {
    const auto bad = [](std::string why) {
        return fail(ErrorKind::malformed, "bad_line", "the signature's header " + std::move(why));
    };
    if (base64url.size() > 1024) return bad("is longer than 1024 characters");
    const auto bytes = fromBase64Url(base64url);
    if (!bytes) return bad("is not base64url: " + bytes.error().detail);
    const auto value = parseJson(asText(*bytes), 4);
    if (!value || !value->is_object()) return bad("is not a JSON object");
    const auto& object = value->get_object();
    JwsHeader header{textOr(object, "alg"), textOr(object, "kid"), textOr(object, "typ")};
    if (object.size() != 3 || header.alg.empty() || header.kid.empty() || header.typ.empty()) {
        return bad("must hold exactly alg, kid and typ, each a text");
    }
    return header;
}

std::string signDetached(const PrivateKey& key, std::string_view typ, std::string_view payload) {
    const std::string header = protectedHeader(key.publicKey(), typ);
    return header + ".." + toBase64Url(key.sign(asBytes(signingInput(header, payload))));
}

Result<void> verifyDetached(const PublicKey& key, std::string_view typ, std::string_view detached,
                            std::string_view payload) {
    const auto bad = [](const char* why) { return fail(ErrorKind::badSignature, "bad_signature", why); };
    const auto dots = detached.find("..");
    if (dots == std::string_view::npos) return bad("this is not a detached signature <header>..<signature>");
    const auto header = detached.substr(0, dots);
    // A key's header never changes, so it is compared as text: alg, kid and typ are all bound by this one look.
    if (header != protectedHeader(key, typ)) return bad("the signature's header is not this key's own");
    const auto signature = fromBase64Url(detached.substr(dots + 2));
    if (signature && key.suite() == Suite::es256 && !isLowS(*signature))
        return bad("this is the other of the two forms of an ES256 signature: s must lie in the lower half");
    if (!signature || !key.verify(asBytes(signingInput(header, payload)), *signature)) {
        return bad("the signature does not fit these bytes and this key: one of them was changed");
    }
    return {};
}

std::string signCompact(const PrivateKey& key, std::string_view typ, std::string_view payload) {
    const std::string input = signingInput(protectedHeader(key.publicKey(), typ), payload);
    return input + "." + toBase64Url(key.sign(asBytes(input)));
}

Result<CompactJws> parseCompact(std::string_view text) {
    const auto first = text.find('.');
    const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos) {
        return fail(ErrorKind::malformed, "bad_token", "this is not a compact JWS of three parts");
    }
    auto header = parseProtectedHeader(text.substr(0, first));
    if (!header) return fail(header.error());
    const auto payload = fromBase64Url(text.substr(first + 1, second - first - 1));
    if (!payload) return fail(payload.error());
    auto signature = fromBase64Url(text.substr(second + 1));
    if (!signature) return fail(signature.error());
    return CompactJws{std::move(*header), std::string(asText(*payload)), std::string(text.substr(0, second)),
                      std::move(*signature)};
}

}  // namespace plumb::crypto
