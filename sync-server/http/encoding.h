// Content codings of bodies: gzip and zstd, in both directions. Decoding stops at a limit, so that a small body cannot
// unfold into a large one. Pure; any thread.
#pragma once

#include "sync-server/http/message.h"

namespace plumb::server {

// bad_encoding (broken data), body_too_large (more than `limit` unfolded), encoding_unknown. "" and "identity" pass
// through.
Result<std::string> decodeBody(std::string_view coding, std::string body, std::size_t limit);

enum class Coding { identity, gzip, zstd };
// The best coding that an Accept-Encoding header allows.
Coding chooseCoding(std::string_view acceptEncoding);
std::string encodeBody(Coding coding, std::string_view body);

// Compresses the answer where that is worth it and wanted.
void encodeResponse(Response& response, std::string_view acceptEncoding);

}  // namespace plumb::server
