#include "shared/checklist/model/facts.h"

#include <algorithm>

#include "shared/checklist/model/nearest.h"
#include "shared/checklist/model/text_limits.h"

namespace plumb::checklist {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> out;
    for (auto at = text.find_first_not_of(kSpace); at != std::string_view::npos; at = text.find_first_not_of(kSpace)) {
        const auto end = std::min(text.find_first_of(kSpace, at), text.size());
        out.push_back(text.substr(at, end - at));
        text.remove_prefix(end);
    }
    return out;
}

bool has(const std::vector<std::string_view>& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

tl::unexpected<Error> refuse(const Fact& fact, std::string_view given, const std::string& wanted) {
    return fail(ErrorKind::malformed, "bad_fact",
                "\"" + std::string(given.substr(0, 80)) + "\" cannot be the fact \"" + fact.id + "\": " + wanted);
}

}  // namespace

Result<std::string> canonicalFact(const Fact& fact, std::string_view text) {
    if (auto good = checkText("it", text); !good) return refuse(fact, "\u2026", good.error().detail);
    const auto given = words(text);
    if (given.empty()) return std::string();
    switch (fact.type) {
        case Fact::Type::text:
            return std::string(given.front().data(), given.back().data() + given.back().size());
        case Fact::Type::number: {
            const auto number = given.size() == 1 ? Decimal::parse(given[0]) : std::nullopt;
            if (!number) return refuse(fact, text, "a number of at most 15 digits is wanted");
            return number->text();
        }
        case Fact::Type::choice:
        case Fact::Type::choices:
            break;
    }
    std::vector<std::string_view> names;
    std::string allowed;
    for (const auto& [name, label] : fact.choices) {
        names.push_back(name);
        allowed.append(allowed.empty() ? "" : ", ").append(name);
    }
    for (const auto one : given) {
        if (!has(names, one)) return refuse(fact, one, "allowed are " + allowed + didYouMean(one, names));
    }
    if (fact.type == Fact::Type::choice && given.size() > 1) return refuse(fact, text, "one of " + allowed);
    std::string out;
    for (const auto name : names) {
        if (has(given, name)) out.append(out.empty() ? "" : " ").append(name);
    }
    return out;
}

bool factHolds(const Fact& fact, const FactTest& test, const std::string& text) {
    if (text.empty()) return true;
    const auto oneOf = [&](std::string_view value) {
        return std::find(test.anyOf.begin(), test.anyOf.end(), value) != test.anyOf.end();
    };
    switch (fact.type) {
        case Fact::Type::text:
        case Fact::Type::choice:
            return oneOf(text);
        case Fact::Type::choices: {
            const auto chosen = words(text);
            return std::any_of(chosen.begin(), chosen.end(), oneOf);
        }
        case Fact::Type::number:
            break;
    }
    const auto number = Decimal::parse(text);
    if (!number) return true;
    const auto& [lower, upper] = test.range;
    if (lower && !(lower->inclusive ? *number >= *lower->number : *number > *lower->number)) return false;
    return !upper || (upper->inclusive ? *number <= *upper->number : *number < *upper->number);
}

std::string displayFact(const Fact& fact, const std::string& text, std::string_view language) {
    if (text.empty()) return "\u2014";
    if (fact.type == Fact::Type::number)
        return text + (fact.unit.empty() ? std::string() : " " + fact.unit.in(language));
    if (fact.choices.empty()) return text;
    const auto chosen = words(text);
    std::string out;
    for (const auto& [name, label] : fact.choices) {
        if (has(chosen, name))
            out.append(out.empty() ? "" : language.starts_with("zh") ? "、" : ", ").append(label.in(language));
    }
    return out;
}

}  // namespace plumb::checklist
