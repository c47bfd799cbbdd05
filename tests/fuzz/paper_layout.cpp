// A bureau's layout of a paper: what is read without a fault composes without one, whatever the data.
#include <cstdint>
#include <string_view>

#include "shared/document/layout/layout.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb::document;
    const auto layout = Layout::read({reinterpret_cast<const char*>(data), size});
    if (!layout) return 0;
    const plumb::json::object facts{{"a", "x"},
                                    {"list", plumb::json::array{plumb::json::object{{"kind", "item"}}, "text"}}};
    (void)compose(*layout, facts, [](std::string_view) { return std::string(); });
    (void)composeFoot(*layout, facts);
    return 0;
}
