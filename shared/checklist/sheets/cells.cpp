// What stands in one cell, as a value and back.
#include <algorithm>
#include <charconv>

#include "shared/checklist/model/decimal.h"
#include "shared/checklist/sheets/columns.h"
#include "shared/checklist/sheets/json_text.h"
#include "shared/form/xlsform/sheet_cleaning.h"

namespace plumb::checklist {
namespace {

CellValue problem(std::string sentence) {
    return {nullptr, std::move(sentence)};
}

std::optional<bool> flagOf(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const std::string_view yes : {"yes", "true", "y", "1", "是", "√", "★"}) {
        if (small == yes) return true;
    }
    for (const std::string_view no : {"no", "false", "n", "0", "否"}) {
        if (small == no) return false;
    }
    return std::nullopt;
}

CellValue readNumber(std::string_view text) {
    const auto number = Decimal::parse(text);
    if (number) {
        const auto value = scalarOf(number->text());
        if (value.is_number()) return {value, {}};
    }
    std::string hint = "write a number such as 8 or 0.5";
    if (text.ends_with('%')) {
        if (const auto percent = Decimal::parse(text.substr(0, text.size() - 1)))
            hint = "write " + numberText(scalarOf(percent->text())) + " where a percentage is meant, a share as 0.5";
    }
    return problem("is no number; " + hint);
}

bool isJson(std::string_view text) {
    return text.starts_with('{') || text.starts_with('[');
}

}  // namespace

json::value scalarOf(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        return json::string(text.substr(1, text.size() - 2));
    const auto number = Decimal::parse(text);
    if (!number || number->text() != text) return json::string(text);
    if (number->isInteger()) return number->mantissa();
    double value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value).ptr;
    return end == text.data() + text.size() ? json::value(value) : json::value(json::string(text));
}

std::string scalarText(const json::value& value) {
    if (value.is_number()) return numberText(value);
    if (!value.is_string()) return canonicalJson(value);
    const std::string text(value.get_string());
    const auto again = scalarOf(text);
    return again.is_string() && again.get_string() == text ? text : "\"" + text + "\"";
}

CellValue readCell(CellKind kind, std::string_view text) {
    const bool structured = kind == CellKind::when || kind == CellKind::applies || kind == CellKind::measure ||
                            kind == CellKind::evidence || kind == CellKind::comment;
    if (structured && isJson(text)) {
        if (auto value = parseJson(text)) return {std::move(*value), {}};
        if (kind != CellKind::comment) return problem("begins as JSON, and is none: " + parseJson(text).error().detail);
    }
    switch (kind) {
        case CellKind::text:
        case CellKind::local:
        case CellKind::comment:
            break;
        case CellKind::expression:
            return {json::string(form::plainQuotes(text)), {}};
        case CellKind::number:
            return readNumber(text);
        case CellKind::flag:
            if (const auto flag = flagOf(text)) return {*flag, {}};
            return problem("is neither yes nor no; write yes, or leave it blank");
        case CellKind::flagOr:
            if (const auto flag = flagOf(text)) return {*flag, {}};
            return {json::string(form::plainQuotes(text)), {}};
        case CellKind::scalar:
            return {scalarOf(text), {}};
        case CellKind::names: {
            json::array out;
            std::string name;
            for (const char c : std::string(text) + " ") {
                if (c != ' ' && c != ',' && c != ';' && c != '\n') {
                    name += c;
                } else if (!name.empty()) {
                    out.emplace_back(json::string(name));
                    name.clear();
                }
            }
            return {std::move(out), {}};
        }
        case CellKind::when:
            return parseWhen(text);
        case CellKind::applies:
            return parseApplies(text);
        case CellKind::measure:
            return parseMeasure(text);
        case CellKind::evidence:
            return parseEvidence(text);
    }
    return {json::string(text), {}};
}

std::string writeCell(CellKind kind, const json::value& value) {
    const auto plain = [&] {
        if (value.is_string()) return std::string(value.get_string());
        if (value.is_bool()) return std::string(value.get_bool() ? "yes" : "no");
        return value.is_number() ? numberText(value) : canonicalJson(value);
    };
    switch (kind) {
        case CellKind::scalar:
            return scalarText(value);
        case CellKind::names: {
            std::string out;
            if (!value.is_array()) return plain();
            for (const auto& one : value.get_array())
                out +=
                    (out.empty() ? "" : " ") + (one.is_string() ? std::string(one.get_string()) : canonicalJson(one));
            return out;
        }
        case CellKind::when:
            return whenText(value);
        case CellKind::applies:
            return appliesText(value);
        case CellKind::measure:
            return measureText(value);
        case CellKind::evidence:
            return evidenceText(value);
        case CellKind::text:
        case CellKind::local:
        case CellKind::expression:
        case CellKind::number:
        case CellKind::flag:
        case CellKind::flagOr:
        case CellKind::comment:
            break;
    }
    return plain();
}

}  // namespace plumb::checklist
