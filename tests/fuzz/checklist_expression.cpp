// Any text as an expression: it compiles or is refused with a sentence, and what compiles gives a value. Nothing else.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/checklist/model/expression.h"

using namespace plumb;
using namespace plumb::checklist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto expression = compileExpression(text, {[](std::string_view name) -> std::optional<std::size_t> {
                                                  if (name.size() != 1 || name[0] < 'a' || name[0] > 'd')
                                                      return std::nullopt;
                                                  return static_cast<std::size_t>(name[0] - 'a');
                                              }});
    if (!expression) {
        if (expression.error().empty()) std::abort();
        return 0;
    }
    QuestionValues values(4, 0, std::chrono::hours(8));
    values.set(0, "5", form::DataType::decimal);
    values.set(2, "2025-11-14", form::DataType::date);
    values.set(3, "a c 间", form::DataType::string);
    (void)form::xpath::textOf(values.evaluate(*expression, {std::chrono::hours(8), Day(std::chrono::days(20410))}, 3));
    return 0;
}
