// Any text as a trail: refused, or canonical to the byte.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/checklist/session/audit_trail.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto trail = plumb::checklist::AuditTrail::parse(text);
    if (trail && trail->text() != text) std::abort();
    if (trail) (void)trail->replayed();
    return 0;
}
