// The columns of each sheet: which member of the document's objects a column fills, and how its cells are read.
// SHEETS.md says the same for people.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/sheets/conditions.h"

namespace plumb::checklist {

// What a row says: each kind is one sort of object of the document.
enum class RowKind {
    settings,
    section,
    item,
    question,
    choice,
    grade,
    level,
    fact,
    standard,
    band,
    reason,
    bonusGroup
};

enum class CellKind {
    text,        // as it stands
    local,       // a text in each language ("label::zh"), or one for all ("label")
    expression,  // typographic quotation marks are made plain
    number,
    flag,      // yes or no
    flagOr,    // yes, no or a text: required, bonus
    scalar,    // a number, or a text: limits
    names,     // with spaces or commas between
    when,      // conditions.h
    applies,   // conditions.h
    measure,   // conditions.h
    evidence,  // conditions.h
    comment,   // text, or JSON where it begins with { or [
};

struct Column {
    std::string_view name;
    std::string_view path;  // from the row's object: "scoring.full"; a number is a place in a list: "standards.0.ref"
    CellKind kind = CellKind::text;
};

std::span<const Column> columnsOf(RowKind kind);
// Columns of ours that a kind has beside those, whose meaning the readers know themselves ("kind", "type", "item").
std::span<const std::string_view> structuralColumnsOf(RowKind kind);
std::string_view rowKindName(RowKind kind);  // "section", "bonus group"

// The value of a cell that is not blank; never for CellKind::local.
CellValue readCell(CellKind kind, std::string_view text);
// Its text; where that does not read as the same value again the member cannot stand in the column.
std::string writeCell(CellKind kind, const json::value& value);

// The other spelling of a header, as XLSForm authors may write it: "guidance" for "guidance_hint"; else the name
// itself.
std::string_view presentColumn(std::string_view name);

}  // namespace plumb::checklist
