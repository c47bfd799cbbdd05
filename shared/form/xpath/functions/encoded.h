// Hashes and base64 of texts, for digest() and base64-decode(). Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace plumb::form::xpath {

// The hash of the text's UTF-8. `algorithm`: MD5, SHA-1, SHA-256, SHA-384, SHA-512; `encoding`: base64, hex. The error
// is a sentence.
tl::expected<std::string, std::string> digestText(std::string_view text, std::string_view algorithm,
                                                  std::string_view encoding);

// White space and missing padding are forgiven; "" where it is no base64. What is no UTF-8 inside becomes U+FFFD.
std::string decodedBase64(std::string_view text);

}  // namespace plumb::form::xpath
