// Any bytes as a bundle: refused, or exactly what the export would write; and nothing is ever proved under a root that
// signed nothing.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "shared/sync/bundle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto bundle = sync::parseBundle(text);
    if (!bundle) return 0;
    if (sync::formatBundle(*bundle) != text) std::abort();
    if (sync::verifyBundle(*bundle, "nobody").good) std::abort();
    return 0;
}
