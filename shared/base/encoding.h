// Text forms of bytes: lower-case hex, base64url without padding (RFC 4648 §5, as JOSE uses it) and standard base64
// with padding (RFC 4648 §4, as C2SP notes use it). Decoders are strict: one byte sequence has one accepted text.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb {

std::string toHex(ByteView bytes);
Result<Bytes> fromHex(std::string_view text);

std::string toBase64Url(ByteView bytes);
Result<Bytes> fromBase64Url(std::string_view text);

std::string toBase64(ByteView bytes);
Result<Bytes> fromBase64(std::string_view text);

// RFC 3986 percent-encoding of everything but the unreserved characters, and its inverse ('+' stays '+').
std::string percentEncode(std::string_view text);
Result<std::string> percentDecode(std::string_view text);

// True where `text` is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF).
bool isUtf8(std::string_view text);

}  // namespace plumb
