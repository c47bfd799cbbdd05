// Any text as an expression: it compiles or is refused with a sentence, and what compiles gives a value. Nothing else.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/checklist/expression/compile.h"
#include "shared/checklist/expression/evaluate.h"

using namespace plumb::checklist;

namespace {

struct Source : ValueSource {
    Value valueOf(std::size_t question) const override {
        switch (question) {
            case 0:
                return Value::ofNumber(5);
            case 1:
                return Value::ofText("");
            case 2:
                return Value::ofDate(20406);
            default:
                return Value::ofText("a c 间");
        }
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto expression = compileExpression(text, [](std::string_view name) -> std::optional<std::size_t> {
        if (name.size() != 1 || name[0] < 'a' || name[0] > 'd') return std::nullopt;
        return static_cast<std::size_t>(name[0] - 'a');
    });
    if (!expression) {
        if (expression.error().empty()) std::abort();
        return 0;
    }
    const Value self = Value::ofText("7");
    std::vector<Value> stack;
    const Value value = evaluate(*expression, Scope{Source{}, 20410, &self}, stack);
    if (!stack.empty()) std::abort();  // the stack must come out even
    (void)value.toText();
    return 0;
}
