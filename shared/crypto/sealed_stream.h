// A stream of any length, sealed for one reader, in pieces that are opened as they come: for what travels on a medium
// that may be lost or read by others. Nobody can change, cut, swap or append a piece unnoticed; who wrote it is not
// proved.
//
//   plumbpack-v1 <kind> <id>\n
//   <base64url of a content key, sealed for the reader (sealed_box.h)>\n
//   pieces: 4 bytes, big-endian: length of what follows, with the top bit in the last piece;
//           AES-256-GCM (vault.h), bound to "plumbpack-v1 <kind> <id> <number>", and " last" in the last piece
//
// One thread at a time.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "shared/crypto/suite.h"
#include "shared/crypto/vault.h"

namespace plumb::crypto {

constexpr std::size_t kSealedPiece = 1 << 20;  // of plain bytes

class StreamSealer {
  public:
    using Put = std::function<Result<void>(ByteView)>;

    // `kind` and `id` are letters, digits and hyphens. `put` takes what is sealed, in order.
    StreamSealer(const PublicKey& reader, std::string kind, std::string id, Put put);
    Result<void> append(ByteView plain);
    // The last piece. Nothing may follow.
    Result<void> finish();

  private:
    Result<void> putPiece(bool last);

    DataKey m_key;
    std::string m_name;
    std::string m_head;
    Put m_put;
    Bytes m_plain;
    std::uint64_t m_number = 0;
};

class StreamOpener {
  public:
    // Opens the sealed content key.
    using OpenKey = std::function<Result<Bytes>(ByteView)>;
    using Take = std::function<Result<void>(ByteView)>;

    // `take` gets what was opened, in order, and may refuse it.
    StreamOpener(std::string kind, OpenKey openKey, Take take);
    // malformed "bad_pack": none of this form or kind; badSignature "pack_foreign": for another reader, or
    // "pack_changed".
    Result<void> append(ByteView sealed);
    // malformed "pack_cut" where the last piece has not come.
    Result<void> finish();
    // "" until the head has come.
    [[nodiscard]] const std::string& id() const { return m_id; }

  private:
    Result<void> readHead();
    Result<void> takePieces();

    std::string m_kind, m_id, m_name;
    OpenKey m_openKey;
    Take m_take;
    std::optional<DataKey> m_key;
    Bytes m_held;
    std::uint64_t m_number = 0;
    bool m_ended = false;
};

// The id in the head of such a stream, for whoever looks for the key to it; malformed "bad_pack".
Result<std::string> idOfSealed(ByteView begin, std::string_view kind);

}  // namespace plumb::crypto
