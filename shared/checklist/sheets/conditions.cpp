#include "shared/checklist/sheets/conditions.h"

#include <array>

#include "shared/checklist/sheets/json_text.h"
#include "shared/checklist/sheets/words.h"

namespace plumb::checklist {
namespace {

CellValue problem(std::string sentence) {
    return {nullptr, std::move(sentence)};
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSides{
    {{">=", "min"}, {">", "above"}, {"<=", "max"}, {"<", "below"}}};

std::string_view sideOf(std::string_view sign) {
    for (const auto& [written, side] : kSides) {
        if (written == sign) return side;
    }
    return {};
}

json::value valueOf(const Word& word) {
    return word.quoted ? json::value(json::string(word.text)) : scalarOf(word.text);
}

// A word that would be read as something else goes into quotation marks.
std::string wordText(std::string_view text) {
    const auto words = wordsOf(text);
    const bool plain = words.size() == 2 && !words[0].sign && !words[0].quoted && words[0].text == text;
    const bool keyword = text == "and" || text == "or" || text == "in" || text == "needed" || text == "within";
    return plain && !keyword ? std::string(text) : "\"" + std::string(text) + "\"";
}

std::string valueText(const json::value& value) {
    if (value.is_number()) return numberText(value);
    if (!value.is_string()) return canonicalJson(value);
    const std::string_view text = value.get_string();
    return scalarOf(text).is_string() ? wordText(text) : "\"" + std::string(text) + "\"";
}

// ">= 40 and <= 100" of {"min": 40, "max": 100}, each with `name` before it.
std::string rangeText(const std::string& name, const json::object& range) {
    std::string out;
    for (const auto& side : range) {
        std::string_view sign = "?";
        for (const auto& [written, meant] : kSides) {
            if (meant == side.key()) sign = written;
        }
        if (!out.empty()) out += " and ";
        if (!name.empty()) out += name + " ";
        out.append(sign).append(" ").append(valueText(side.value()));
    }
    return out;
}

std::string compareProblem(const WordReader& words, std::string_view name) {
    return "after \"" + std::string(name.substr(0, 80)) + "\" must come >= or <= and a number, not " + words.shown();
}

// One condition on a fact, the fact's name being taken already: "in (a, b)", "= a", ">= 3"; "" or what is wrong.
std::string takeFactTest(WordReader& words, const std::string& fact, json::object& facts) {
    const std::string twice = "names the fact \"" + fact.substr(0, 80) + "\" twice";
    if (words.takeKeyword("in")) {
        json::array values;
        if (!words.takeSign("(")) return "after in must come values in brackets, not " + words.shown();
        do {
            if (!words.hasWord()) return "must be a value of the fact, not " + words.shown();
            values.emplace_back(json::string(words.take().text));
        } while (words.takeSign(","));
        if (!words.takeSign(")")) return "must close the bracket before " + words.shown();
        if (facts.contains(fact)) return twice;
        facts[fact] = std::move(values);
        return {};
    }
    const std::string sign = words.peek().sign ? words.peek().text : "";
    const std::string_view side = sideOf(sign);
    if (side.empty() && sign != "=")
        return "after \"" + fact.substr(0, 80) + "\" must come =, in, >=, >, <= or <, not " + words.shown();
    words.take();
    if (!words.hasWord()) return "must be a value of the fact, not " + words.shown();
    const Word value = words.take();
    if (side.empty()) {
        if (facts.contains(fact)) return twice;
        facts[fact] = json::string(value.text);
        return {};
    }
    auto& range = facts[fact];
    if (!range.is_object() && !range.is_null()) return twice;
    if (range.is_null()) range = json::object{};
    range.get_object()[side] = valueOf(value);
    return {};
}

// "product in (veg, herb)" of a fact and its values, as `name`.
std::string factTestText(const std::string& name, const json::value& value) {
    if (value.is_object()) return rangeText(name, value.get_object());
    if (value.is_string()) return name + " = " + wordText(value.get_string());
    std::string values;
    if (!value.is_array()) return {};
    for (const auto& one : value.get_array()) {
        if (!values.empty()) values += ", ";
        values += one.is_string() ? wordText(one.get_string()) : "?";
    }
    return name + " in (" + values + ")";
}

}  // namespace

CellValue parseWhen(std::string_view text) {
    WordReader words(text);
    json::array alternatives;
    do {
        json::object tests;
        do {
            if (!words.hasWord()) return problem("must name what is tested (\"points >= 90\"), not " + words.shown());
            const std::string name = words.take().text;
            json::object* into = &tests;
            std::string inner = name;
            if (words.takeSign("[")) {
                if (!words.hasWord()) return problem("must name a section, level or fact, or *, not " + words.shown());
                inner = words.take().text;
                if (!words.takeSign("]")) return problem("must close the bracket before " + words.shown());
                auto& group = tests[name];
                if (!group.is_object()) group = json::object{};
                into = &group.get_object();
                if (name == "facts") {
                    if (auto wrong = takeFactTest(words, inner, *into); !wrong.empty())
                        return problem(std::move(wrong));
                    continue;
                }
            }
            const std::string sign = words.peek().sign ? words.peek().text : "";
            if (sign != ">=" && sign != "<=" && sign != "=") return problem(compareProblem(words, name));
            words.take();
            if (!words.hasWord()) return problem(compareProblem(words, name));
            const auto value = valueOf(words.take());
            auto& range = (*into)[inner];
            if (!range.is_object()) range = json::object{};
            for (const auto* side : {"min", "max"}) {
                if (sign != "=" && sideOf(sign) != side) continue;
                if (range.get_object().contains(side))
                    return problem("says twice what \"" + inner.substr(0, 80) + "\" is at " +
                                   (std::string_view(side) == "min" ? "least" : "most"));
                range.get_object()[side] = value;
            }
        } while (words.takeKeyword("and"));
        alternatives.push_back(std::move(tests));
    } while (words.takeKeyword("or"));
    if (!words.atEnd()) return problem("must go on with and, or, or end, not " + words.shown());
    return {std::move(alternatives), {}};
}

std::string whenText(const json::value& value) {
    if (!value.is_array()) return canonicalJson(value);
    std::string out;
    for (const auto& alternative : value.get_array()) {
        if (!alternative.is_object()) return canonicalJson(value);
        std::string all;
        const auto add = [&](const std::string& name, const json::value& range) {
            if (range.is_object()) all.append(all.empty() ? "" : " and ").append(rangeText(name, range.get_object()));
        };
        for (const auto& test : alternative.get_object()) {
            const std::string name(test.key());
            const bool grouped = name == "sections" || name == "levels" || name == "facts";
            if (!grouped || !test.value().is_object()) {
                add(wordText(name), test.value());
                continue;
            }
            for (const auto& one : test.value().get_object()) {
                const std::string inner = wordText(name) + "[" + wordText(one.key()) + "]";
                if (name == "facts") {
                    all.append(all.empty() ? "" : " and ").append(factTestText(inner, one.value()));
                } else {
                    add(inner, one.value());
                }
            }
        }
        out.append(out.empty() ? "" : " or ").append(all);
    }
    return out;
}

CellValue parseApplies(std::string_view text) {
    WordReader words(text);
    json::object facts;
    do {
        if (!words.hasWord())
            return problem("must name a fact (\"product in (veg, herb)\", \"altitude < 3000\"), not " + words.shown());
        const std::string fact = words.take().text;
        if (auto wrong = takeFactTest(words, fact, facts); !wrong.empty()) return problem(std::move(wrong));
    } while (words.takeKeyword("and"));
    if (!words.atEnd()) return problem("must go on with and, or end, not " + words.shown());
    return {std::move(facts), {}};
}

std::string appliesText(const json::value& value) {
    if (!value.is_object()) return canonicalJson(value);
    std::string out;
    for (const auto& fact : value.get_object()) {
        if (!out.empty()) out += " and ";
        out += factTestText(wordText(fact.key()), fact.value());
    }
    return out;
}

CellValue parseMeasure(std::string_view text) {
    WordReader words(text);
    if (!words.hasWord())
        return problem("must name a question, or measure several (\"mean(s1, s2)\"), not " + words.shown());
    const std::string first = words.take().text;
    if (words.atEnd()) return {json::string(first), {}};
    json::object measure;
    json::array names;
    if (!words.takeSign("(")) return problem("after \"" + first.substr(0, 80) + "\" must come questions in brackets");
    do {
        if (!words.hasWord()) return problem("must name a question, not " + words.shown());
        names.emplace_back(json::string(words.take().text));
    } while (words.takeSign(","));
    if (!words.takeSign(")")) return problem("must close the bracket before " + words.shown());
    measure[first] = std::move(names);
    if (words.takeKeyword("needed")) {
        if (!words.hasWord()) return problem("after needed must come a number, not " + words.shown());
        measure["needed"] = valueOf(words.take());
    }
    if (words.takeKeyword("within")) {
        json::object range;
        do {
            const std::string_view side = words.peek().sign ? sideOf(words.peek().text) : std::string_view();
            if (side.empty()) return problem("must be >=, >, <= or < and a number, not " + words.shown());
            words.take();
            if (!words.hasWord()) return problem("must be a number, not " + words.shown());
            range[side] = valueOf(words.take());
        } while (words.takeKeyword("and"));
        measure["within"] = std::move(range);
    }
    if (!words.atEnd()) return problem("must end here, or go on with needed or within, not " + words.shown());
    return {std::move(measure), {}};
}

std::string measureText(const json::value& value) {
    if (value.is_string()) return wordText(value.get_string());
    if (!value.is_object()) return canonicalJson(value);
    std::string out, needed, within;
    for (const auto& member : value.get_object()) {
        if (member.key() == "needed") {
            needed = " needed " + valueText(member.value());
        } else if (member.key() == "within" && member.value().is_object()) {
            within = " within " + rangeText("", member.value().get_object());
        } else if (member.value().is_array()) {
            std::string names;
            for (const auto& one : member.value().get_array()) {
                if (!names.empty()) names += ", ";
                names += one.is_string() ? wordText(one.get_string()) : "?";
            }
            out += wordText(member.key()) + "(" + names + ")";
        }
    }
    return out + needed + within;
}

CellValue parseEvidence(std::string_view text) {
    WordReader words(text);
    json::object evidence;
    do {
        if (!words.hasWord()) return problem("must be such as \"photos 1; noteWhenFailed\", not " + words.shown());
        const std::string name = words.take().text;
        if (evidence.contains(name)) return problem("says \"" + name.substr(0, 80) + "\" twice");
        if (words.takeKeyword("no") || words.takeKeyword("false")) {
            evidence[name] = false;
        } else if (words.takeKeyword("yes") || words.takeKeyword("true") || !words.hasWord()) {
            evidence[name] = true;
        } else {
            evidence[name] = valueOf(words.take());
        }
    } while (words.takeSign(";") || words.takeSign(","));
    if (!words.atEnd()) return problem("must be set apart by ; before " + words.shown());
    return {std::move(evidence), {}};
}

std::string evidenceText(const json::value& value) {
    if (!value.is_object()) return canonicalJson(value);
    std::string out;
    for (const auto& member : value.get_object()) {
        if (!out.empty()) out += "; ";
        out += wordText(member.key());
        if (member.value().is_bool()) {
            out += member.value().get_bool() ? "" : " no";
        } else {
            out += " " + valueText(member.value());
        }
    }
    return out;
}

}  // namespace plumb::checklist
