// Small files that go to the server together (PROTOCOL.md, POST /v1/files): what texts of one batch have in common is
// then said once. Each file is a line, "<sha256> <bytes> <type>", and its bytes, one after the other; the whole is
// compressed by whoever sends it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/base/sha256.h"

namespace plumb::record {

inline constexpr const char* kSmallFilesType = "application/plumb-files";
// A link that breaks has to begin a batch anew: it is no larger than what a slow one carries in half a minute.
inline constexpr std::size_t kMostSmallFiles = 100;
inline constexpr std::size_t kMostSmallFilesBytes = 384 * 1024;
inline constexpr std::size_t kMostFileTypeBytes = 100;

struct SmallFile {
    Sha256 sha256;
    std::string type;
    std::string_view content;  // borrowed
};

// REQUIRES: `type` has no line end, and at most kMostFileTypeBytes.
void addSmallFile(std::string& body, const SmallFile& file);
// The files of an unfolded body, whose contents lie in it; whether they have their hashes is not looked at. Nothing may
// be left over and nothing may lack. Errors: malformed "bad_files", tooLarge "batch_too_large".
Result<std::vector<SmallFile>> readSmallFiles(std::string_view body);

// Whether a text of this media type is worth coding; pictures, sounds and films are coded already.
bool isCodable(std::string_view type);

}  // namespace plumb::record
