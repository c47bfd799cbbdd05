// The files that a document needs beside itself: CSV lists of choices, look-up tables, pictures and sounds. A published
// document names each by its content's hash (member "attachments"), so that its own hash holds them all. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/model/model.h"

namespace plumb::checklist {

inline constexpr std::size_t kMostAttachments = 200;
inline constexpr std::size_t kMaxAttachmentName = 120;
// Tablets hold the lists of an open checklist in memory: together they are no larger than this.
inline constexpr std::size_t kMaxAttachedBytes = 64 * 1024 * 1024;

// A name alone: no folder, no control characters, not "." or "..".
bool isAttachmentName(std::string_view name);

// A file that a document speaks of, and who: "question \"village\"".
struct NamedFile {
    std::string name, by;
};
// Each once, in document order.
std::vector<NamedFile> namedFiles(const Checklist& checklist);

// The document with `attachments` put in front of its other members; nothing else of its text changes. It must have no
// such member and be an object.
std::string withAttachments(std::string_view jsonText, const std::map<std::string, Sha256>& attachments);

}  // namespace plumb::checklist
