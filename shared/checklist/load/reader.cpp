#include "shared/checklist/load/reader.h"

#include <algorithm>

#include "shared/checklist/load/tuning.h"
#include "shared/checklist/model/nearest.h"

namespace plumb::checklist {
namespace {

std::string joined(std::span<const std::string_view> names) {
    std::string out;
    for (const auto name : names) out.append(out.empty() ? "" : ", ").append(name);
    return out;
}

}  // namespace

void ReadContext::add(std::string path, std::string sentence) {
    if (problems.size() < kMostProblems) problems.push_back({std::move(path), 0, 0, std::move(sentence)});
}

std::string_view kindOf(const json::value& value) {
    switch (value.kind()) {
        case json::kind::null:
            return "null";
        case json::kind::bool_:
            return "true or false";
        case json::kind::int64:
        case json::kind::uint64:
        case json::kind::double_:
            return "a number";
        case json::kind::string:
            return "text";
        case json::kind::array:
            return "an array";
        case json::kind::object:
            return "an object";
    }
    return "nothing";
}

std::optional<Decimal> decimalOf(const json::value& value) {
    if (value.is_string()) return Decimal::parse(std::string_view(value.get_string()));
    if (value.is_int64()) return Decimal::parse(std::to_string(value.get_int64()));
    if (value.is_double()) return Decimal::fromDouble(value.get_double());
    return std::nullopt;
}

LocalText localTextOf(const json::value& value, const std::string& path, ReadContext& context) {
    LocalText out;
    out.reserve(context.languages.size());
    const auto usable = [&](const json::value& text, const std::string& where) {
        if (!text.is_string()) {
            context.add(where, "must be text, not " + std::string(kindOf(text)));
        } else if (text.get_string().empty()) {
            context.add(where, "must not be empty");
        } else if (text.get_string().size() > kMaxDocumentText) {
            context.add(where, "must be at most " + std::to_string(kMaxDocumentText) + " bytes");
        } else {
            return true;
        }
        return false;
    };
    if (value.is_string()) {
        if (!usable(value, path)) return out;
        for (const auto& language : context.languages) out.add(language, std::string(value.get_string()));
        return out;
    }
    if (!value.is_object()) {
        context.add(path, "must be text, or an object with a text per language, not " + std::string(kindOf(value)));
        return out;
    }
    for (const auto& language : context.languages) {
        const auto* text = value.get_object().if_contains(language);
        if (!text) {
            context.add(path, "has no text in \"" + language + "\"");
        } else if (usable(*text, path + "." + language)) {
            out.add(language, std::string(text->get_string()));
        }
    }
    for (const auto& entry : value.get_object()) {
        const auto& known = context.languages;
        if (std::find(known.begin(), known.end(), entry.key()) == known.end()) {
            context.add(path + "." + std::string(entry.key()), "is not one of the document's languages");
        }
    }
    return out;
}

ObjectReader::ObjectReader(const json::value& value, std::string path, ReadContext& context)
    : m_path(std::move(path)), m_context(context) {
    if (value.is_object()) {
        m_object = &value.get_object();
    } else {
        context.add(m_path, "must be an object, not " + std::string(kindOf(value)));
    }
}

ObjectReader::~ObjectReader() {
    if (!m_object) return;
    for (const auto& entry : *m_object) {
        const std::string_view name = entry.key();
        if (name == "comment" || std::find(m_known.begin(), m_known.end(), name) != m_known.end()) continue;
        m_context.add(pathOf(name), "is not known here" + didYouMean(name, {m_known.begin(), m_known.end()}));
    }
}

std::string ObjectReader::pathOf(std::string_view name) const {
    if (name.empty()) return m_path;
    std::string out;
    out.reserve(m_path.size() + 1 + name.size());
    if (!m_path.empty()) out.append(m_path).append(".");
    return out.append(name);
}

void ObjectReader::wrong(std::string_view name, std::string_view wanted) {
    const auto* value = member(name);
    problem(name,
            "must be " + std::string(wanted) + (value ? ", not " + std::string(kindOf(*value)) : "; it is missing"));
}

const json::value* ObjectReader::member(std::string_view name) {
    m_known.push_back(name);
    return m_object ? m_object->if_contains(name) : nullptr;
}

std::string ObjectReader::text(std::string_view name, Need need) {
    const auto* value = member(name);
    if (!value && need == optional) return {};
    if (!value || !value->is_string()) {
        if (m_object) wrong(name, "text");
        return {};
    }
    if (value->get_string().empty()) problem(name, "must not be empty");
    if (value->get_string().size() > kMaxDocumentText) {
        problem(name, "must be at most " + std::to_string(kMaxDocumentText) + " bytes");
        return {};
    }
    return std::string(value->get_string());
}

std::string ObjectReader::choiceName(std::string_view name) {
    std::string out = text(name, needed);
    if (out.empty()) return out;
    const auto blank = [](char c) { return c == ' '; };
    const bool control = std::any_of(out.begin(), out.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
    if (control || out.size() > kMaxChoiceName || blank(out.front()) || blank(out.back()))
        problem(name, "\"" + out.substr(0, 80) +
                          "\" is no name of a choice: text without line ends, tabs and white space around (at most " +
                          std::to_string(kMaxChoiceName) + " bytes)");
    return out;
}

std::string ObjectReader::identifier(std::string_view name, bool startsWithLetter, std::size_t most) {
    std::string out = text(name, needed);
    if (out.empty()) return out;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    // Questions are called as their authors call them, in any script: XML takes such names, too.
    const auto other = [&](char c) { return startsWithLetter && static_cast<unsigned char>(c) >= 0x80; };
    const bool good = out.size() <= most && (letter(out[0]) || other(out[0]) || (!startsWithLetter && digit(out[0]))) &&
                      std::all_of(out.begin(), out.end(),
                                  [&](char c) { return letter(c) || other(c) || digit(c) || c == '-' || c == '.'; });
    if (!good) {
        problem(name, "\"" + out.substr(0, 80) +
                          "\" is no name: " + (startsWithLetter ? "a letter or _ first, then " : "") +
                          "letters, digits, _ - . (at most " + std::to_string(most) + ")");
    }
    return out;
}

LocalText ObjectReader::local(std::string_view name, Need need) {
    const auto* value = member(name);
    if (!value) {
        if (need == needed && m_object) wrong(name, "text in the document's languages");
        return {};
    }
    return localTextOf(*value, pathOf(name), m_context);
}

bool ObjectReader::flag(std::string_view name, bool otherwise) {
    const auto* value = member(name);
    if (!value) return otherwise;
    if (!value->is_bool()) {
        wrong(name, "true or false");
        return otherwise;
    }
    return value->get_bool();
}

int ObjectReader::count(std::string_view name, int otherwise, int most) {
    const auto* value = member(name);
    if (!value) return otherwise;
    if (!value->is_int64() || value->get_int64() < 0 || value->get_int64() > most) {
        problem(name, "must be a whole number from 0 to " + std::to_string(most));
        return otherwise;
    }
    return static_cast<int>(value->get_int64());
}

std::optional<std::int64_t> ObjectReader::thousandths(std::string_view name, Need need, std::int64_t least,
                                                      std::int64_t most) {
    const auto* value = member(name);
    if (!value && (need == optional || !m_object)) return std::nullopt;
    const auto number = value && value->is_number() ? decimalOf(*value) : std::nullopt;
    const auto exact = number ? number->thousandths() : std::nullopt;
    if (!exact || *exact < least || *exact > most) {
        const std::string wanted =
            "a number from " + pointsText(least) + " to " + pointsText(most) + " with at most three decimals";
        if (value && value->is_number()) {
            problem(name, "must be " + wanted);
        } else {
            wrong(name, wanted);
        }
        return std::nullopt;
    }
    return exact;
}

std::optional<std::int64_t> ObjectReader::decimals(std::string_view name, int decimals, std::int64_t least,
                                                   std::int64_t most) {
    const auto* value = member(name);
    if (!value) return std::nullopt;
    const auto number = value->is_number() ? decimalOf(*value) : std::nullopt;
    const auto exact = number ? number->units(decimals) : std::nullopt;
    if (exact && *exact >= least && *exact <= most) return exact;
    std::int64_t one = 1;
    for (int i = 0; i < decimals; ++i) one *= 10;
    problem(name, "must be a number above 0, at most " + std::to_string(most / one) + ", with at most " +
                      std::to_string(decimals) + " decimals");
    return std::nullopt;
}

const json::array* ObjectReader::array(std::string_view name, Need need) {
    const auto* value = member(name);
    if (!value && (need == optional || !m_object)) return nullptr;
    if (!value || !value->is_array()) {
        wrong(name, "an array");
        return nullptr;
    }
    if (need == needed && value->get_array().empty()) problem(name, "must not be empty");
    return &value->get_array();
}

std::optional<std::size_t> ObjectReader::oneOf(std::string_view name, std::span<const std::string_view> names,
                                               Need need) {
    const auto* value = member(name);
    if (!value && (need == optional || !m_object)) return std::nullopt;
    if (!value || !value->is_string()) {
        wrong(name, "one of " + joined(names));
        return std::nullopt;
    }
    const std::string_view given = value->get_string();
    const auto found = std::find(names.begin(), names.end(), given);
    if (found == names.end()) {
        problem(name, "\"" + std::string(given.substr(0, 80)) + "\" is none of " + joined(names) +
                          didYouMean(given, {names.begin(), names.end()}));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

}  // namespace plumb::checklist
