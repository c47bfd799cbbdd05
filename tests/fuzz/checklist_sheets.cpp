// Any cells as the workbook of a checklist: lines of cells with tabs between, sheets set apart by form feeds, each with
// its name in the first line. What imports must export, and import to the same document again.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/checklist/sheets/export_sheets.h"
#include "shared/checklist/sheets/import_sheets.h"
#include "shared/checklist/sheets/json_text.h"

namespace {

plumb::form::Workbook workbookOf(std::string_view text) {
    plumb::form::Workbook book;
    bool named = false;
    book.sheets.emplace_back();
    for (const char c : text) {
        auto& sheet = book.sheets.back();
        if (c == '\f') {
            book.sheets.emplace_back();
            named = false;
        } else if (!named) {
            if (c == '\n') {
                named = true;
                sheet.rows.push_back({""});
            } else {
                sheet.name += c;
            }
        } else if (c == '\n') {
            sheet.rows.push_back({""});
        } else if (c == '\t') {
            sheet.rows.back().emplace_back();
        } else if (c == '\v' || c == '\a' || c == '\b') {
            // What stands beside texts: merged cells, errors of formulas, numbers with a format.
            const std::size_t row = sheet.rows.size() - 1, column = sheet.rows.back().size() - 1;
            if (c == '\v') sheet.merged.push_back({row, column, row + 2, column});
            if (c == '\a') sheet.flaws.push_back({plumb::form::CellFlaw::Kind::error, row, column, "#REF!"});
            if (c == '\b') sheet.flaws.push_back({plumb::form::CellFlaw::Kind::number, row, column, "1234"});
        } else {
            sheet.rows.back().back() += c;
        }
    }
    return book;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb::checklist;
    const auto imported = importSheets(workbookOf({reinterpret_cast<const char*>(data), size}));
    if ((imported.checklist != nullptr) != imported.problems.empty()) __builtin_trap();
    for (const auto& problem : imported.problems) static_cast<void>(problem.text());
    if (!imported.checklist) return 0;
    const auto book = exportSheets(readableJson(imported.document));
    // Control characters are the one thing that no cell can hold.
    const bool control = std::any_of(data, data + size, [](std::uint8_t byte) {
        return byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f');
    });
    if (!book && !control) __builtin_trap();
    return 0;
}
