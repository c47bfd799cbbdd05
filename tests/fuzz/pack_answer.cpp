// A server's answer to an exchange file, as whoever holds its key may write it: the bytes are sealed as the server
// would and read as a device does. Whatever they are, they are read or refused, and what is called a document has its
// hash.
#include <cstdint>
#include <cstdlib>

#include "shared/crypto/hash.h"
#include "shared/crypto/sealed_stream.h"
#include "shared/sync/pack_answer.h"

using namespace plumb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const sync::AskedPack asked{"one", "nonce", 0, crypto::PrivateKey::generate(crypto::Suite::eddsa)};
    Bytes sealed;
    crypto::StreamSealer sealer(asked.opening.publicKey(), "answer", "one", [&sealed](ByteView bytes) -> Result<void> {
        sealed.insert(sealed.end(), bytes.begin(), bytes.end());
        return {};
    });
    if (!sealer.append({data, size}) || !sealer.finish()) std::abort();
    const auto answer = sync::readPackAnswer(asked, sealed);
    if (answer) {
        for (const auto& [hash, content] : answer->documents) {
            if (crypto::sha256(content) != hash) std::abort();
        }
    }
    // As it came, unsealed: hostile framing.
    (void)sync::readPackAnswer(asked, {data, size});
    return 0;
}
