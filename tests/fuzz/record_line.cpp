// Any bytes as a record line and as a payload: refused, or read to exactly the bytes that came.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "shared/record/line.h"
#include "shared/record/payload.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto line = record::Line::parse(text)) {
        if (line->text() != text || std::string(line->detached()) + " " + std::string(line->payload()) != text)
            std::abort();
    }
    if (const auto payload = record::parsePayload(text)) {
        const auto again = record::parsePayload(record::formatPayload(*payload));
        if (!again || record::formatPayload(*again) != record::formatPayload(*payload)) std::abort();
    }
    return 0;
}
