// What the server says, signed by the log's key, when it is asked: what time it is, and which of the files that were
// named it holds now, each with the size that lies on its disk. The asker's nonce in it proves that the answer was made
// for this question and is no older one. A signed note (note.h) whose first line no checkpoint can have:
//
//   plumb-receipt-v1 <origin>
//   <nonce>
//   time <RFC 3339>
//   log <size of the log>
//   <sha256> <bytes>          a line for each file that is there
//
// Whoever asks what is new is answered between `log` and the files, each line where it was asked for:
//
//   head <mark>               of the newest checkpoint's body
//   feed <cursor>             from the cursor that was named up to this one there is no line for the asker
//   places <next> <mark>      of where the asker may read a line, from the place that was named up to this one
//   held <mark>               of the files that were named by the beginnings of their hashes
//
// A mark is 22 characters, the first 16 bytes of a SHA-256 in base64url: the asker makes the same of what it has.
#pragma once

#include <map>
#include <optional>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "shared/crypto/note.h"

namespace plumb::crypto {

constexpr std::size_t kReceiptFiles = 1000;  // so many may be asked about at once
// Of a hash that is named by its beginning. What else begins so makes another mark, and is asked about in full.
constexpr std::size_t kHashBeginning = 4;
constexpr std::size_t kReceiptBeginnings = 256;  // so many may be named so at once

struct Receipt {
    std::string origin;
    std::string nonce;  // 22 characters of base64url
    Instant time;
    std::uint64_t logSize = 0;
    std::map<Sha256, std::uint64_t> files;  // those that are there, with their sizes

    struct Places {
        std::uint64_t next = 0;
        std::string mark;
    };
    std::string head = {};  // "": not asked, or a server of before this could be asked
    std::optional<std::uint64_t> feed = {};
    std::optional<Places> places = {};
    std::string held = {};
};

std::string receiptMark(std::string_view text);
// Of a checkpoint's body: cosignatures change a note, and nothing of what it says.
std::string checkpointMark(std::string_view note);
std::string filesMark(const std::map<Sha256, std::uint64_t>& files);

std::string makeReceiptNonce();
bool isReceiptNonce(std::string_view text);

std::string signReceipt(const Receipt& receipt, const PrivateKey& logKey);
// Only a receipt of this log for this nonce. badSignature or malformed "bad_receipt".
Result<Receipt> verifyReceipt(std::string_view note, const NoteKey& key, std::string_view nonce);

}  // namespace plumb::crypto
