#include "sync-server/query/odata_filter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <compare>

#include "shared/base/civil_date.h"
#include "shared/base/encoding.h"

namespace plumb::server {

class ODataFilterParser {
  public:
    using Op = ODataFilter::Op;
    using Index = Result<std::size_t>;

    ODataFilterParser(std::string_view text, std::span<const ODataProperty> properties)
        : m_text(text), m_properties(properties) {}

    Result<ODataFilter> whole() {
        const auto root = disjunction(0);
        if (!root) return fail(root.error());
        blanks();
        if (m_at != m_text.size()) return refuse("an operator, or the end, is wanted");
        m_out.m_root = *root;
        return std::move(m_out);
    }

  private:
    Index disjunction(std::size_t depth) {
        auto left = conjunction(depth);
        while (left && word("or")) {
            const auto right = conjunction(depth);
            if (!right) return right;
            left = add({Op::disjunction, *left, *right, 0, {}});
        }
        return left;
    }
    Index conjunction(std::size_t depth) {
        auto left = term(depth);
        while (left && word("and")) {
            const auto right = term(depth);
            if (!right) return right;
            left = add({Op::conjunction, *left, *right, 0, {}});
        }
        return left;
    }
    Index term(std::size_t depth) {
        if (depth == kMostFilterDepth) return refuse("nested more than 20 deep");
        blanks();
        if (word("not")) {
            const auto inner = term(depth + 1);
            return inner ? add({Op::negation, *inner, 0, 0, {}}) : inner;
        }
        if (take('(')) {
            const auto inner = disjunction(depth + 1);
            if (!inner) return inner;
            blanks();
            return take(')') ? inner : Index(refuse("\")\" is wanted"));
        }
        return comparison();
    }
    Index comparison() {
        const auto name = identifier();
        if (name.empty()) return refuse("a property is wanted");
        blanks();
        if (m_at < m_text.size() && m_text[m_at] == '(') return call(name);
        const auto property = propertyNamed(name);
        if (!property) return fail(property.error());
        constexpr std::pair<std::string_view, Op> kOperators[] = {{"eq", Op::eq}, {"ne", Op::ne}, {"gt", Op::gt},
                                                                  {"ge", Op::ge}, {"lt", Op::lt}, {"le", Op::le}};
        for (const auto& [said, op] : kOperators) {
            if (!word(said)) continue;
            auto value = literal(m_properties[*property].type);
            if (!value) return fail(value.error());
            const bool isNull = std::holds_alternative<std::monostate>(*value);
            if (isNull && op != Op::eq && op != Op::ne) return refuse("null is compared by eq and ne alone");
            return add({op, 0, 0, *property, std::move(*value)});
        }
        const auto next = identifier();
        for (const auto* known : {"has", "in", "add", "sub", "mul", "div", "divby", "mod"}) {
            if (next == known) return notOffered(std::string("the operator ") + known);
        }
        return refuse("one of eq, ne, gt, ge, lt, le is wanted");
    }
    Index call(std::string_view name) {
        constexpr std::pair<std::string_view, Op> kCalls[] = {
            {"contains", Op::contains}, {"startswith", Op::startsWith}, {"endswith", Op::endsWith}};
        for (const auto& [said, op] : kCalls) {
            if (name != said) continue;
            (void)take('(');
            blanks();
            const auto property = propertyNamed(identifier());
            if (!property) return fail(property.error());
            if (m_properties[*property].type != ODataType::text) return refuse("a property of text is wanted");
            blanks();
            if (!take(',')) return refuse("\",\" is wanted");
            auto value = literal(ODataType::text);
            if (!value) return fail(value.error());
            if (std::holds_alternative<std::monostate>(*value)) return refuse("a text is wanted");
            blanks();
            if (!take(')')) return refuse("\")\" is wanted");
            return add({op, 0, 0, *property, std::move(*value)});
        }
        return notOffered("the function " + std::string(name.substr(0, 40)));
    }

    Result<std::size_t> propertyNamed(std::string_view name) {
        for (std::size_t i = 0; i < m_properties.size(); ++i) {
            if (m_properties[i].name == name) return i;
        }
        return refuse("there is no property \"" + std::string(name.substr(0, 40)) + "\"");
    }

    Result<ODataValue> literal(ODataType type) {
        blanks();
        if (word("null")) return ODataValue();
        switch (type) {
            case ODataType::text:
                return text();
            case ODataType::integer:
                return integer();
            case ODataType::decimal:
                return decimal();
            case ODataType::moment:
                return moment();
            case ODataType::day:
                return day();
        }
        return ODataValue();
    }
    // A quote within stands twice.
    Result<ODataValue> text() {
        if (!take('\'')) return refuse("a text in single quotes is wanted");
        std::string out;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c != '\'') {
                out += c;
            } else if (m_at < m_text.size() && m_text[m_at] == '\'') {
                out += c;
                ++m_at;
            } else {
                return ODataValue(std::move(out));
            }
        }
        return refuse("the text has no end");
    }
    template <typename Number>
    Result<ODataValue> number() {
        const auto piece = token();
        Number out{};
        const auto read = std::from_chars(piece.data(), piece.data() + piece.size(), out);
        if (read.ec != std::errc() || read.ptr != piece.data() + piece.size()) return refuse("a number is wanted");
        return ODataValue(out);
    }
    Result<ODataValue> integer() { return number<std::int64_t>(); }
    Result<ODataValue> decimal() {
        auto out = number<double>();
        if (out && !std::isfinite(std::get<double>(*out))) return refuse("a number is wanted");
        return out;
    }
    Result<ODataValue> day() {
        const auto read = parseDay(token());
        if (!read) return refuse("a day like 2026-11-29 is wanted");
        return ODataValue(dayText(*read));
    }
    // A day stands for its beginning in UTC.
    Result<ODataValue> moment() {
        const auto piece = token();
        if (const auto day = parseDay(piece)) return ODataValue(TimePoint(*day));
        const auto instant = parseInstant(piece);
        if (!instant) return refuse("a moment like 2026-11-29T08:00:00Z, or a day, is wanted");
        return ODataValue(instant->utc);
    }

    std::string_view token() {
        const auto from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != ' ' && m_text[m_at] != ')' && m_text[m_at] != ',') ++m_at;
        return m_text.substr(from, m_at - from);
    }
    static bool isNameByte(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    std::string_view identifier() {
        blanks();
        const auto from = m_at;
        while (m_at < m_text.size() && isNameByte(m_text[m_at])) ++m_at;
        return m_text.substr(from, m_at - from);
    }
    bool word(std::string_view wanted) {
        blanks();
        if (!m_text.substr(m_at).starts_with(wanted)) return false;
        const auto end = m_at + wanted.size();
        if (end < m_text.size() && isNameByte(m_text[end])) return false;
        m_at = end;
        return true;
    }
    bool take(char c) {
        if (m_at == m_text.size() || m_text[m_at] != c) return false;
        ++m_at;
        return true;
    }
    void blanks() {
        while (m_at < m_text.size() && m_text[m_at] == ' ') ++m_at;
    }

    Index add(ODataFilter::Node node) {
        if (m_out.m_nodes.size() == kMostFilterTerms) return refuse("more than 50 terms");
        m_out.m_nodes.push_back(std::move(node));
        return m_out.m_nodes.size() - 1;
    }
    [[nodiscard]] tl::unexpected<Error> refuse(const std::string& why) const {
        return fail(ErrorKind::malformed, "bad_query",
                    "$filter, at character " + std::to_string(m_at + 1) + ": " + why);
    }
    [[nodiscard]] tl::unexpected<Error> notOffered(const std::string& what) const {
        return fail(ErrorKind::unsupported, "not_offered",
                    "$filter, at character " + std::to_string(m_at + 1) + ": " + what +
                        " is not offered; there are and, or, not, eq, ne, gt, ge, lt, le, contains, startswith, "
                        "endswith");
    }

    std::string_view m_text;
    std::span<const ODataProperty> m_properties;
    std::size_t m_at = 0;
    ODataFilter m_out;
};

namespace {

// None: not to be compared, since one of them is null.
std::optional<std::partial_ordering> compared(const ODataValue& left, const ODataValue& right) {
    if (left.index() != right.index() || left.index() == 0) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(&left)) return *text <=> std::get<std::string>(right);
    if (const auto* whole = std::get_if<std::int64_t>(&left)) return *whole <=> std::get<std::int64_t>(right);
    if (const auto* number = std::get_if<double>(&left)) return *number <=> std::get<double>(right);
    const auto a = std::get<TimePoint>(left).time_since_epoch().count();
    const auto b = std::get<TimePoint>(right).time_since_epoch().count();
    return a <=> b;
}

}  // namespace

Result<ODataFilter> ODataFilter::parse(std::string_view text, std::span<const ODataProperty> properties) {
    if (text.size() > kMostFilterBytes)
        return fail(ErrorKind::malformed, "bad_query", "$filter is longer than 2000 bytes");
    if (!isUtf8(text)) return fail(ErrorKind::malformed, "bad_query", "$filter is not UTF-8");
    return ODataFilterParser(text, properties).whole();
}

bool ODataFilter::holds(const ODataRow& row) const {
    return holds(row, m_root);
}

bool ODataFilter::holds(const ODataRow& row, std::size_t at) const {
    const auto& node = m_nodes[at];
    const auto order = [&] { return compared(row[node.property], node.value); };
    const auto text = [&]() -> const std::string* { return std::get_if<std::string>(&row[node.property]); };
    const auto sought = [&]() -> const std::string& { return std::get<std::string>(node.value); };
    const bool bothNull = row.size() > node.property && row[node.property].index() == 0 && node.value.index() == 0;
    switch (node.op) {
        case Op::conjunction:
            return holds(row, node.left) && holds(row, node.right);
        case Op::disjunction:
            return holds(row, node.left) || holds(row, node.right);
        case Op::negation:
            return !holds(row, node.left);
        case Op::eq:
            return bothNull || order() == std::partial_ordering::equivalent;
        case Op::ne:
            return !bothNull && order() != std::partial_ordering::equivalent;
        case Op::gt:
            return order() == std::partial_ordering::greater;
        case Op::ge:
            return order() == std::partial_ordering::greater || order() == std::partial_ordering::equivalent;
        case Op::lt:
            return order() == std::partial_ordering::less;
        case Op::le:
            return order() == std::partial_ordering::less || order() == std::partial_ordering::equivalent;
        case Op::contains:
            return text() && text()->find(sought()) != std::string::npos;
        case Op::startsWith:
            return text() && text()->starts_with(sought());
        case Op::endsWith:
            return text() && text()->ends_with(sought());
    }
    return false;
}

bool ODataFilter::usesOnly(std::span<const std::size_t> properties) const {
    return std::all_of(m_nodes.begin(), m_nodes.end(), [&](const Node& node) {
        const bool joins = node.op == Op::conjunction || node.op == Op::disjunction || node.op == Op::negation;
        return joins || std::find(properties.begin(), properties.end(), node.property) != properties.end();
    });
}

std::optional<std::string> ODataFilter::mustEqual(std::size_t property) const {
    // Along the conjunctions from the root.
    std::vector<std::size_t> open{m_root};
    while (!open.empty()) {
        const auto& node = m_nodes[open.back()];
        open.pop_back();
        if (node.op == Op::conjunction) {
            open.push_back(node.left);
            open.push_back(node.right);
        } else if (node.op == Op::eq && node.property == property) {
            if (const auto* text = std::get_if<std::string>(&node.value)) return *text;
        }
    }
    return std::nullopt;
}

}  // namespace plumb::server
