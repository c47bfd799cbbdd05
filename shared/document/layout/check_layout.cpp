#include "shared/document/layout/check_layout.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "shared/document/layout/text_pattern.h"
#include "shared/document/typeset/page.h"

namespace plumb::document {
namespace {

using Names = std::vector<std::string_view>;

tl::unexpected<Error> bad(const std::string& where, std::string_view why) {
    return fail(ErrorKind::malformed, "bad_layout", where + ": " + std::string(why));
}

Result<void> checkNames(const json::object& object, const std::string& where, const Names& known) {
    for (const auto& member : object) {
        if (std::find(known.begin(), known.end(), member.key()) == known.end())
            return bad(where, "\"" + std::string(member.key()) + "\" is no member of it");
    }
    return {};
}

Result<void> checkText(const json::value& value, const std::string& where) {
    const auto* text = value.if_string();
    if (!text) return bad(where, "must be a text");
    if (auto read = TextPattern::read(*text); !read) return bad(where, read.error().detail);
    return {};
}

Result<void> checkTexts(const json::object& object, const std::string& where, const Names& names) {
    for (const auto name : names) {
        const auto* value = object.if_contains(name);
        if (!value) continue;
        if (auto good = checkText(*value, where + "." + std::string(name)); !good) return good;
    }
    return {};
}

Result<const json::array*> listAt(const json::object& object, std::string_view name, const std::string& where) {
    const auto* value = object.if_contains(name);
    const auto* list = value ? value->if_array() : nullptr;
    if (!list) return bad(where + "." + std::string(name), "must be a list");
    return list;
}

std::string at(const std::string& where, std::size_t index) {
    return where + "[" + std::to_string(index) + "]";
}

Result<void> checkRow(const json::value& value, const std::string& where, std::size_t columns) {
    const auto* row = value.if_array();
    if (!row) return bad(where, "a row is a list of cells");
    std::int64_t spanned = 0;
    for (std::size_t i = 0; i < row->size(); ++i) {
        const auto& cell = (*row)[i];
        const auto* object = cell.if_object();
        if (!object) {
            if (auto good = checkText(cell, at(where, i)); !good) return good;
            ++spanned;
            continue;
        }
        if (auto good = checkNames(*object, at(where, i), {"text", "align", "columns", "shaded"}); !good) return good;
        if (auto good = checkTexts(*object, at(where, i), {"text"}); !good) return good;
        if (const auto* align = object->if_contains("align");
            align && *align != "left" && *align != "center" && *align != "right")
            return bad(at(where, i) + ".align", "must be \"left\", \"center\" or \"right\"");
        if (const auto* shaded = object->if_contains("shaded"); shaded && !shaded->is_bool())
            return bad(at(where, i) + ".shaded", "must be true or false");
        const auto* span = object->if_contains("columns");
        if (span && (!span->is_int64() || span->get_int64() < 1))
            return bad(at(where, i) + ".columns", "must be 1 or more");
        spanned += span ? span->get_int64() : 1;
    }
    if (spanned != static_cast<std::int64_t>(columns))
        return bad(where,
                   "spans " + std::to_string(spanned) + " columns of a table that has " + std::to_string(columns));
    return {};
}

Result<void> checkTable(const json::object& table, const std::string& where) {
    if (auto good = checkNames(table, where, {"columns", "head", "each", "row", "rows", "none", "top"}); !good)
        return good;
    const auto columns = listAt(table, "columns", where);
    if (!columns) return fail(columns.error());
    double taken = 0;
    for (const auto& width : **columns) {
        if (!width.is_number() || width.to_number<double>() < 0)
            return bad(where + ".columns", "widths are points, 0 for what is left");
        taken += width.to_number<double>();
    }
    if ((*columns)->empty() || taken > kInner)
        return bad(where + ".columns", "must be one at least, and no wider than the page");
    if (const auto* head = table.if_contains("head")) {
        if (!head->is_array()) return bad(where + ".head", "must be a list of rows");
        for (std::size_t i = 0; i < head->get_array().size(); ++i) {
            if (auto good = checkRow(head->get_array()[i], at(where + ".head", i), (*columns)->size()); !good)
                return good;
        }
    }
    if (!textAt(table, "each")) return bad(where + ".each", "must name a list of the data");
    if (const auto* row = table.if_contains("row")) {
        if (auto good = checkRow(*row, where + ".row", (*columns)->size()); !good) return good;
    }
    if (const auto* rows = table.if_contains("rows")) {
        if (!rows->is_object()) return bad(where + ".rows", "must be an object of rows, by their kind");
        for (const auto& member : rows->get_object()) {
            if (auto good = checkRow(member.value(), where + ".rows." + std::string(member.key()), (*columns)->size());
                !good)
                return good;
        }
    }
    if (table.contains("row") == table.contains("rows")) return bad(where, "must have either \"row\" or \"rows\"");
    return checkTexts(table, where, {"none"});
}

Result<void> checkFacts(const json::array& rows, const std::string& where) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto* row = rows[i].if_array();
        if (!row || (row->size() != 2 && row->size() != 4))
            return bad(at(where, i), "must be [label, text] or [label, text, label, text]");
        for (std::size_t k = 0; k < row->size(); ++k) {
            if (auto good = checkText((*row)[k], at(at(where, i), k)); !good) return good;
        }
    }
    return {};
}

Result<void> checkItems(const json::object& block, const std::string& where, const Names& texts, const Names& paths) {
    if (!textAt(block, "each")) return bad(where + ".each", "must name a list of the data");
    for (const auto path : paths) {
        if (!textAt(block, path)) return bad(where + "." + std::string(path), "must name a member of the data");
    }
    return checkTexts(block, where, texts);
}

Result<void> checkTicks(const json::object& ticks, const std::string& where) {
    if (auto good = checkNames(ticks, where, {"lead", "ticks", "tail"}); !good) return good;
    const auto list = listAt(ticks, "ticks", where);
    if (!list) return fail(list.error());
    for (std::size_t i = 0; i < (*list)->size(); ++i) {
        const auto* tick = (**list)[i].if_object();
        if (!tick || !textAt(*tick, "label") || !textAt(*tick, "on"))
            return bad(at(where + ".ticks", i), "must have \"label\" and \"on\"");
        if (auto good = checkTexts(*tick, at(where + ".ticks", i), {"label"}); !good) return good;
    }
    return checkTexts(ticks, where, {"lead", "tail"});
}

Result<void> checkConditions(const json::object& block, const std::string& where) {
    for (const auto* name : {"when", "unless"}) {
        if (const auto* value = block.if_contains(name); value && !value->is_string())
            return bad(where + "." + name, "must name a member of the data");
    }
    return {};
}

Result<void> checkBlocks(const json::array& blocks, const std::string& where);

Result<void> checkBlock(const json::object& block, const std::string& where) {
    static const Names kKinds = {"heading", "text",       "table",  "facts", "ticks",
                                 "sides",   "signatures", "photos", "blocks"};
    std::string_view kind;
    for (const auto name : kKinds) {
        if (!block.contains(name)) continue;
        if (!kind.empty())
            return bad(where, "is \"" + std::string(kind) + "\" and \"" + std::string(name) + "\" at once");
        kind = name;
    }
    if (kind.empty())
        return bad(where, "must have one of heading, text, table, facts, ticks, sides, signatures, photos, blocks");
    if (auto good = checkConditions(block, where); !good) return good;
    const auto& value = block.at(kind);
    const auto inner = where + "." + std::string(kind);
    const auto known = kind == "facts"    ? Names{kind, "when", "unless", "lead", "label"}
                       : kind == "text"   ? Names{kind, "when", "unless", "small", "align"}
                       : kind == "blocks" ? Names{kind, "when", "unless", "each"}
                                          : Names{kind, "when", "unless"};
    if (auto good = checkNames(block, where, known); !good) return good;
    if (kind == "heading" || kind == "text") return checkText(value, inner);
    if (kind == "facts" || kind == "blocks") {
        if (!value.is_array()) return bad(inner, "must be a list");
        if (auto good = checkTexts(block, where, {"lead"}); !good) return good;
        if (const auto* label = block.if_contains("label");
            label && (!label->is_number() || label->to_number<double>() <= 0))
            return bad(where + ".label", "is the labels' width in points");
        if (const auto* each = block.if_contains("each"); each && !each->is_string())
            return bad(where + ".each", "must name a list of the data");
        return kind == "facts" ? checkFacts(value.get_array(), inner) : checkBlocks(value.get_array(), inner);
    }
    const auto* object = value.if_object();
    if (!object) return bad(inner, "must be an object");
    if (kind == "table") return checkTable(*object, inner);
    if (kind == "ticks") return checkTicks(*object, inner);
    if (kind == "sides") {
        if (auto good = checkNames(*object, inner, {"left", "middle", "right"}); !good) return good;
        return checkTexts(*object, inner, {"left", "middle", "right"});
    }
    if (kind == "signatures") {
        if (auto good = checkNames(*object, inner, {"each", "role", "drawing", "under"}); !good) return good;
        return checkItems(*object, inner, {"role", "under"}, {"drawing"});
    }
    if (auto good = checkNames(*object, inner, {"each", "picture", "marks", "under"}); !good) return good;
    // A picture without its marks would show what a mosaic hides.
    return checkItems(*object, inner, {"under"}, {"picture", "marks"});
}

Result<void> checkBlocks(const json::array& blocks, const std::string& where) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* block = blocks[i].if_object();
        if (!block) return bad(at(where, i), "a block is an object");
        if (auto good = checkBlock(*block, at(where, i)); !good) return good;
    }
    return {};
}

}  // namespace

Result<void> checkLayout(const json::object& description) {
    if (auto good = checkNames(description, "layout",
                               {"paper", "language", "name", "office", "title", "left", "right", "code", "under",
                                "foot", "page", "words", "blocks", "note"});
        !good)
        return good;
    for (const auto name : {"paper", "language", "name", "title", "page"}) {
        if (textOr(description, name).empty()) return bad(name, "is missing");
    }
    if (auto good = checkTexts(description, "layout", {"office", "title", "left", "right", "code", "under"}); !good)
        return good;
    if (const auto* foot = description.if_contains("foot")) {
        if (!foot->is_array()) return bad("foot", "must be a list of texts");
        for (std::size_t i = 0; i < foot->get_array().size(); ++i) {
            const auto& line = foot->get_array()[i];
            const auto* object = line.if_object();
            if (object && !object->contains("text")) return bad(at("foot", i), "must have \"text\"");
            if (object) {
                if (auto good = checkNames(*object, at("foot", i), {"text", "when", "unless"}); !good) return good;
                if (auto good = checkConditions(*object, at("foot", i)); !good) return good;
            }
            if (auto good = checkText(object ? object->at("text") : line, at("foot", i)); !good) return good;
        }
    }
    if (const auto* words = description.if_contains("words"); words && !words->is_object())
        return bad("words", "must be an object of words, by what they are of");
    const auto blocks = listAt(description, "blocks", "layout");
    if (!blocks) return fail(blocks.error());
    return checkBlocks(**blocks, "blocks");
}

}  // namespace plumb::document
