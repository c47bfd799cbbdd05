// What the server says, signed by the log's key, when it is asked: what time it is, and which of the files that were
// named it holds now, each with the size that lies on its disk. The asker's nonce in it proves that the answer was made
// for this question and is no older one. A signed note (note.h) whose first line no checkpoint can have:
//
//   plumb-receipt-v1 <origin>
//   <nonce>
//   time <RFC 3339>
//   log <size of the log>
//   <sha256> <bytes>          a line for each file that is there
#pragma once

#include <map>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "shared/crypto/note.h"

namespace plumb::crypto {

constexpr std::size_t kReceiptFiles = 1000;  // so many may be asked about at once

struct Receipt {
    std::string origin;
    std::string nonce;  // 22 characters of base64url
    Instant time;
    std::uint64_t logSize = 0;
    std::map<Sha256, std::uint64_t> files;  // those that are there, with their sizes
};

std::string makeReceiptNonce();
bool isReceiptNonce(std::string_view text);

std::string signReceipt(const Receipt& receipt, const PrivateKey& logKey);
// Only a receipt of this log for this nonce. badSignature or malformed "bad_receipt".
Result<Receipt> verifyReceipt(std::string_view note, const NoteKey& key, std::string_view nonce);

}  // namespace plumb::crypto
