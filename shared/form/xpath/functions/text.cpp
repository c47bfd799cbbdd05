// Texts. Positions count characters (code points).
#include <array>
#include <cmath>
#include <unordered_map>

#include "shared/form/xpath/functions/built_text.h"
#include "shared/form/xpath/functions/characters.h"
#include "shared/form/xpath/functions/encoded.h"
#include "shared/form/xpath/functions/pattern.h"

namespace plumb::form::xpath {
namespace {

// The argument, or what the context node says where there is none.
std::string ownOr(const Call& call, std::size_t argument) {
    if (argument < call.size()) return call.text(argument);
    if (!call.context().node.tree) call.fail("there is no node here; it needs an argument");
    return call.evaluator().toText(Value::ofNodes({call.context().node}));
}

Value toText(const Call& call) {
    return Value::ofText(ownOr(call, 0));
}

// All nodes of a set count, not only the first.
template <class Take>
void eachText(const Call& call, std::size_t from, const Take& take) {
    for (std::size_t i = from; i < call.size(); ++i) {
        const auto value = call.value(i);
        if (value.kind != Value::Kind::nodes) {
            take(call.evaluator().toText(value));
            continue;
        }
        for (const auto& node : value.nodes) take(node.tree->stringValue(node.node));
    }
}

Value concat(const Call& call) {
    BuiltText out(call);
    eachText(call, 0, [&](const std::string& piece) { out.add(piece); });
    return out.value();
}

Value join(const Call& call) {
    const auto glue = call.text(0);
    BuiltText out(call);
    bool first = true;
    eachText(call, 1, [&](const std::string& piece) {
        if (!first) out.add(glue);
        first = false;
        out.add(piece);
    });
    return out.value();
}

// ODK's: from 0, the end is not included, negative positions count from the end.
Value substr(const Call& call) {
    const auto text = call.text(0);
    const auto size = static_cast<double>(countCharacters(text));
    const auto place = [&](double number) {
        number = std::isnan(number) ? 0 : std::trunc(number);
        if (number < 0) number += size;
        return static_cast<std::size_t>(std::min(std::max(number, 0.0), size));
    };
    const auto first = place(call.number(1));
    const auto last = call.size() > 2 ? place(call.number(2)) : static_cast<std::size_t>(size);
    return Value::ofText(std::string(characters(text, first, last)));
}

// XPath rounds by adding a half: -1.5 is -1.
double rounded(double number) {
    return std::floor(number + 0.5);
}

// XPath's: from 1, with a length, both rounded.
Value substring(const Call& call) {
    const auto text = call.text(0);
    const double size = static_cast<double>(countCharacters(text));
    const double first = rounded(call.number(1));
    const double last = call.size() > 2 ? first + rounded(call.number(2)) : size + 1;
    if (!(first < last)) return Value::ofText({});
    const auto from = static_cast<std::size_t>(std::min(std::max(first, 1.0), size + 1)) - 1;
    const auto to = static_cast<std::size_t>(std::min(std::max(last, 1.0), size + 1)) - 1;
    return Value::ofText(std::string(characters(text, from, to)));
}

Value substringBefore(const Call& call) {
    auto text = call.text(0);
    const auto at = text.find(call.text(1));
    return Value::ofText(at == std::string::npos ? std::string() : text.substr(0, at));
}

Value substringAfter(const Call& call) {
    const auto text = call.text(0), mark = call.text(1);
    const auto at = text.find(mark);
    return Value::ofText(at == std::string::npos ? std::string() : text.substr(at + mark.size()));
}

Value contains(const Call& call) {
    return Value::ofBoolean(call.text(0).find(call.text(1)) != std::string::npos);
}

Value startsWith(const Call& call) {
    return Value::ofBoolean(call.text(0).starts_with(call.text(1)));
}

Value endsWith(const Call& call) {
    return Value::ofBoolean(call.text(0).ends_with(call.text(1)));
}

Value stringLength(const Call& call) {
    return Value::ofNumber(static_cast<double>(countCharacters(ownOr(call, 0))));
}

Value normalizeSpace(const Call& call) {
    std::string out;
    bool gap = false;
    for (const char c : ownOr(call, 0)) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            gap = !out.empty();
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        out += c;
    }
    return Value::ofText(std::move(out));
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && !beginsCharacter(text[end])) ++end;
        out.push_back(text.substr(i, end - i));
        i = end;
    }
    return out;
}

Value translate(const Call& call) {
    const auto text = call.text(0), from = call.text(1), to = call.text(2);
    const auto source = split(from), target = split(to);
    std::unordered_map<std::string_view, std::string_view> map;
    for (std::size_t i = 0; i < source.size(); ++i)
        map.emplace(source[i], i < target.size() ? target[i] : std::string_view());
    BuiltText out(call);
    for (const auto character : split(text)) {
        const auto found = map.find(character);
        out.add(found == map.end() ? character : found->second);
    }
    return out.value();
}

Value regex(const Call& call) {
    const auto matches = matchesWhole(call.text(0), call.text(1));
    if (!matches) call.fail(matches.error());
    return Value::ofBoolean(*matches);
}

Value digest(const Call& call) {
    const auto hashed = digestText(call.text(0), call.text(1), call.size() > 2 ? call.text(2) : "base64");
    if (!hashed) call.fail(hashed.error());
    return Value::ofText(*hashed);
}

Value base64Decode(const Call& call) {
    return Value::ofText(decodedBase64(call.text(0)));
}

// A random UUID (RFC 9562, version 4), or a random name of so many capital letters and digits.
Value uuid(const Call& call) {
    std::string out;
    if (call.size() > 0) {
        const double length = call.number(0);
        if (!(length >= 0 && length <= 4096)) call.fail("the length must be between 0 and 4096");
        while (out.size() < static_cast<std::size_t>(length))
            out += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[call.world().randomBits() % 36];
        return Value::ofText(std::move(out));
    }
    std::uint64_t high = call.world().randomBits(), low = call.world().randomBits();
    high = (high & ~0xF000ull) | 0x4000ull;
    low = (low & ~(3ull << 62)) | 2ull << 62;
    for (const std::uint64_t half : {high, low}) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            if (out.size() == 8 || out.size() == 13 || out.size() == 18 || out.size() == 23) out += '-';
            out += "0123456789abcdef"[half >> shift & 15];
        }
    }
    return Value::ofText(std::move(out));
}

constexpr bool pathAfterGlue(std::size_t argument, std::size_t count) {
    return argument == 1 && count == 2;
}
constexpr bool onlyOne(std::size_t, std::size_t count) {
    return count == 1;
}

constexpr std::array kFunctions{
    Function{"string", toText, 0, 1},
    Function{"concat", concat, 0, kAny, true, onlyOne},
    Function{"join", join, 1, kAny, true, pathAfterGlue},
    Function{"substr", substr, 2, 3},
    Function{"substring", substring, 2, 3},
    Function{"substring-before", substringBefore, 2, 2},
    Function{"substring-after", substringAfter, 2, 2},
    Function{"contains", contains, 2, 2},
    Function{"starts-with", startsWith, 2, 2},
    Function{"ends-with", endsWith, 2, 2},
    Function{"string-length", stringLength, 0, 1},
    Function{"normalize-space", normalizeSpace, 0, 1},
    Function{"translate", translate, 3, 3},
    Function{"regex", regex, 2, 2},
    Function{"digest", digest, 2, 3},
    Function{"base64-decode", base64Decode, 1, 1},
    Function{"uuid", uuid, 0, 1},
};

}  // namespace

std::span<const Function> textFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
