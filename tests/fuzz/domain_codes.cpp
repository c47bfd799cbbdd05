// Any bytes as a credit code, an ear tag, a standard's number, a day, a catalogue and a book of regions: never a crash,
// what is accepted is read again from its own canonical text as the same, and what is suggested is itself accepted.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "shared/base/civil_date.h"
#include "shared/domain/code_text.h"
#include "shared/domain/credit_code.h"
#include "shared/domain/ear_tag.h"
#include "shared/domain/regions.h"
#include "shared/domain/standards.h"

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb::domain;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto code = parseCreditCode(text)) {
        must(code->text.size() == 18 && creditCheck(code->text.substr(0, 17)) == code->text[17]);
        must(parseCreditCode(code->text)->text == code->text);
    }
    if (const auto tag = parseEarTag(text))
        must(tag->text.size() == 15 && parseEarTag(tag->text)->species == tag->species);
    const auto number = parseStandardNumber(text);
    if (number) must(parseStandardNumber(number->text()) == *number);
    const auto normal = normaliseStandardNumber(text);
    must(normaliseStandardNumber(normal) == normal);
    if (const auto meant = suggestStandardNumber(text); !meant.empty()) must(parseStandardNumber(meant).has_value());
    if (const auto day = plumb::parseDay(text)) must(plumb::dayText(*day) == text);
    (void)shortened(text);
    const auto today = plumb::parseDay("2026-11-22").value();
    (void)builtinStandards().judge(text, today);
    (void)builtinRegions().resolve(text);
    if (const auto catalogue = StandardsCatalogue::parse(text)) {
        for (const auto& entry : catalogue->entries()) must(catalogue->judge(entry.name, today).entry != nullptr);
    }
    if (const auto book = RegionBook::parse(text)) {
        for (const auto& region : book->all()) must(!book->fullName(region.code).empty());
    }
    return 0;
}
