// A server's answer about a revocation, as a hostile server may send it: whatever the bytes are, it is read or refused,
// and what is read has no more than was sent.
#include <cstdint>
#include <cstdlib>

#include "shared/sync/revocation_answer.h"

using namespace plumb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto value = parseJson({reinterpret_cast<const char*>(data), size});
    if (!value || !value->is_object()) return 0;
    const auto answer = sync::readRevocationAnswer(value->get_object());
    if (!answer) {
        if (answer.error().code.empty() || answer.error().detail.empty()) std::abort();
        return 0;
    }
    constexpr std::size_t kLeastOfHash = 44;  // of base64
    const auto hashes = answer->consistency.size() + answer->proof.size() + answer->later.size();
    if (hashes * kLeastOfHash > size || answer->trust.size() > size) std::abort();
    return 0;
}
