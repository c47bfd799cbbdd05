// Any bytes as an invitation, a checkpoint, a log key, a token, an instant and the text forms of bytes: never a crash,
// and what is accepted is written back as it was.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/encoding.h"
#include "shared/crypto/checkpoint.h"
#include "shared/crypto/jws.h"
#include "shared/domain/invitation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb;
    static const auto log = crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, Bytes(32, 1)).value();
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto bytes = fromBase64Url(text); bytes && toBase64Url(*bytes) != text) std::abort();
    if (const auto bytes = fromBase64(text); bytes && toBase64(*bytes) != text) std::abort();
    if (const auto bytes = fromHex(text); bytes && toHex(*bytes) != text) std::abort();
    if (const auto at = parseInstant(text); at && parseInstant(formatInstant(*at)) != *at) std::abort();
    if (const auto key = crypto::parseNoteKey(text); key && crypto::formatNoteKey(key->name, key->key) != text)
        std::abort();
    if (crypto::verifyCheckpoint(text, {"log", log.publicKey()})) std::abort();  // nobody signed it
    if (const auto invitation = domain::parseInvitation(text);
        invitation && !domain::parseInvitation(domain::formatInvitation(*invitation)))
        std::abort();
    (void)crypto::parseCompact(text);
    (void)crypto::parseProtectedHeader(text);
    (void)isUtf8(text);
    return 0;
}
