// A body of small files as a hostile device may send it: unfolded under the limit of the call, then told apart.
// Whatever the bytes are, it is read or refused, nothing grows beyond the limit, and what is read adds up to the body.
#include <cstdint>
#include <cstdlib>

#include "shared/record/small_files.h"
#include "sync-server/http/encoding.h"

using namespace plumb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kLimit = 512 * 1024;
    const std::string coded(reinterpret_cast<const char*>(data), size);
    for (const auto* coding : {"zstd", "gzip", ""}) {
        const auto body = server::decodeBody(coding, coded, kLimit);
        if (!body) continue;
        if (*coding && body->size() > kLimit) std::abort();
        const auto files = record::readSmallFiles(*body);
        if (!files) continue;
        std::size_t bytes = 0;
        for (const auto& file : *files) bytes += file.content.size();
        if (bytes > body->size() || files->size() > record::kMostSmallFiles) std::abort();
    }
    return 0;
}
