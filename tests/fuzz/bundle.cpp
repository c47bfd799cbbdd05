// Any bytes as a bundle: refused, or exactly what the export would write; nothing is ever proved under a root that
// signed nothing; and what is proved under the root that the bundle itself names is proved no more when one bit of its
// record is another.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "shared/record/line.h"
#include "shared/sync/bundle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb;
    const std::string text(reinterpret_cast<const char*>(data), size);
    auto bundle = sync::parseBundle(text);
    if (!bundle) return 0;
    if (sync::formatBundle(*bundle) != text) std::abort();
    if (sync::verifyBundle(*bundle, "nobody").good) std::abort();
    if (bundle->trust.empty()) return 0;
    const auto root = record::Line::parse(bundle->trust.front().text);
    if (!root || !sync::verifyBundle(*bundle, root->kid()).good) return 0;
    auto& line = bundle->line.text;
    line[(size * 7919) % line.size()] ^= 1;
    if (sync::verifyBundle(*bundle, root->kid()).good) std::abort();
    return 0;
}
