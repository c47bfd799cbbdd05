// A witness of logs (C2SP tlog-witness): is shown a log's checkpoint with the proof that it continues the last one that
// it cosigned, and only then cosigns it (crypto/cosignature.h), after it has written down that it did. It knows nothing
// of what a log holds. One thread at a time.
#pragma once

#include <filesystem>

#include "shared/base/clock.h"
#include "shared/crypto/suite.h"
#include "shared/store/witness_book.h"

namespace plumb::sync {

// Who cosigns: the name by which its lines go, and its Ed25519 key.
struct WitnessIdentity {
    std::string name;
    crypto::PrivateKey key;
    [[nodiscard]] std::string verifierKey() const;
};
// The key's file, its owner's alone (0600): no passphrase, since a service starts without anybody. malformed
// "bad_name" (the name is none of a signed note), conflict "key_there" (a file is there already).
Result<WitnessIdentity> makeWitnessIdentity(const std::filesystem::path& file, const std::string& name);
// notFound, malformed "bad_key_file".
Result<WitnessIdentity> loadWitnessIdentity(const std::filesystem::path& file);

// As HTTP has it; the same for whoever asks otherwise.
struct WitnessReply {
    int status = 200;
    std::string type, body;
};

class Witness {
  public:
    Witness(store::WitnessBook& book, WitnessIdentity identity, Clock clock)
        : m_book(book), m_identity(std::move(identity)), m_clock(std::move(clock)) {}

    // What is asked of it (crypto/add_checkpoint.h): 200 with the signature line; 400 where it cannot be read or the
    // old size is larger than the new one; 404 of a log that is not known; 403 where its key did not sign; 409 with the
    // size that was cosigned last, where that is not the old one, or where it is the same and the root another; 422
    // where the proof does not prove it. Throws what a broken disk throws: then nothing was signed.
    WitnessReply addCheckpoint(std::string_view asked);

    [[nodiscard]] const WitnessIdentity& identity() const { return m_identity; }

  private:
    store::WitnessBook& m_book;
    WitnessIdentity m_identity;
    Clock m_clock;
};

}  // namespace plumb::sync
