// Any bytes as an XForm: problems, never a crash; and whatever is read can be filled and written.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/form/fill/filling.h"
#include "shared/form/xform/read_xform.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = plumb::form::readXform({reinterpret_cast<const char*>(data), size});
    if (!read.definition) return 0;
    plumb::form::FillingOptions options;
    options.clock = [] { return plumb::Instant{}; };
    options.seed = 1;
    const plumb::form::Filling filling(read.definition, options);
    static_cast<void>(filling.toXml(true));
    static_cast<void>(filling.faults());
    return 0;
}
