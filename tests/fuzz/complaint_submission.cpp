// Any bytes as what the public page sends, as its work, as a code: refused with a sentence, or read within its bounds.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/base/spoken_code.h"
#include "sync-server/intake/receipt_code.h"
#include "sync-server/intake/submission.h"
#include "sync-server/intake/tuning.h"
#include "sync-server/intake/work.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto read = server::readSubmission(text);
    if (!read && (read.error().code != "bad_request" || read.error().detail.empty())) std::abort();
    if (read) {
        if (read->key.empty() || read->text.size() > records::kMostComplaintBytes) std::abort();
        if (read->photos.size() > records::kMostComplaintPhotos) std::abort();
        for (const auto& photo : read->photos)
            if (photo.empty() || photo.size() > server::kMostPhotoBytes) std::abort();
    }
    static server::WorkGate gate([] { return Instant{}; }, Bytes(32, 7));
    if (gate.take(text, "content")) std::abort();  // nobody makes a challenge of this key by chance
    const auto code = readSpokenCode(text);
    if (code && readSpokenCode(*code) != code) std::abort();
    return 0;
}
