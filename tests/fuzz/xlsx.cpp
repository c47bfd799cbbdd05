// Any bytes as a workbook, and as the sheet of an XLSForm: a first byte of 0 means lines of cells with tabs between,
// since a fuzzer seldom gets through a checksum; anything else is read as .xlsx.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/form/fill/filling.h"
#include "shared/form/xlsform/read_xlsform.h"

namespace {

using plumb::form::Workbook;

// Sheets are set apart by form feeds.
Workbook sheetsOf(std::string_view text) {
    constexpr const char* kNames[] = {"survey", "choices", "settings", "external_choices"};
    Workbook book;
    book.sheets.push_back({kNames[0], false, {{""}}});
    for (const char c : text) {
        auto& rows = book.sheets.back().rows;
        if (c == '\f' && book.sheets.size() < 4) {
            book.sheets.push_back({kNames[book.sheets.size()], false, {{""}}});
        } else if (c == '\n') {
            rows.push_back({""});
        } else if (c == '\t') {
            rows.back().emplace_back();
        } else if (c == '\v' || c == '\a' || c == '\b') {
            // What stands beside texts: merged cells, errors of formulas, numbers with a format.
            auto& sheet = book.sheets.back();
            const std::size_t row = rows.size() - 1, column = rows.back().size() - 1;
            if (c == '\v') sheet.merged.push_back({row, column, row + 2, column});
            if (c == '\a') sheet.flaws.push_back({plumb::form::CellFlaw::Kind::error, row, column, "#REF!"});
            if (c == '\b') sheet.flaws.push_back({plumb::form::CellFlaw::Kind::number, row, column, "1234"});
        } else {
            rows.back().back() += c;
        }
    }
    return book;
}

void fill(const Workbook& book) {
    const auto read = plumb::form::readXlsform(book);
    if (!read.definition) return;
    plumb::form::FillingOptions options;
    options.clock = [] { return plumb::Instant{}; };
    options.seed = 1;
    const plumb::form::Filling filling(read.definition, options);
    static_cast<void>(filling.toXml(true));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with('\0')) {
        fill(sheetsOf(bytes.substr(1)));
    } else if (const auto book = plumb::form::readWorkbook(bytes)) {
        fill(*book);
        if (!plumb::form::readWorkbook(plumb::form::writeWorkbook(*book))) __builtin_trap();
    }
    return 0;
}
