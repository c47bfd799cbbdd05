// Any text as an expression: a sentence or an expression, and what it gives at no node.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/form/xpath/evaluate.h"
#include "shared/form/xpath/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace xpath = plumb::form::xpath;
    const auto expression = xpath::parse({reinterpret_cast<const char*>(data), size});
    if (!expression) return 0;
    xpath::BareWorld world([] { return plumb::Instant{}; });
    xpath::Evaluator evaluator(*expression, world);
    try {
        static_cast<void>(evaluator.toText(evaluator.value({})));
    } catch (const xpath::EvaluationError&) {
    }
    return 0;
}
