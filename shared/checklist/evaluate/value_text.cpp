#include "shared/checklist/evaluate/value_text.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "shared/base/civil_date.h"
#include "shared/base/encoding.h"
#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/attached_list.h"
#include "shared/checklist/model/nearest.h"
#include "shared/form/definition/canonical.h"

namespace plumb::checklist {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::set<std::string_view> words(std::string_view text) {
    std::set<std::string_view> out;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const auto end = std::min(text.find_first_of(kSpace), text.size());
        out.insert(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

tl::unexpected<Error> refuse(const Question& question, const char* code, std::string_view given,
                             const std::string& wanted) {
    return fail(
        ErrorKind::malformed, code,
        "\"" + std::string(given.substr(0, 80)) + "\" cannot be the answer to \"" + question.id + "\": " + wanted);
}

tl::unexpected<Error> badChoice(const Question& question, std::string_view given) {
    std::string allowed;
    std::vector<std::string_view> names;
    for (const auto& choice : question.choices) {
        names.push_back(choice.name);
        allowed.append(allowed.empty() ? "" : ", ").append(choice.name);
    }
    return refuse(question, "bad_choice", given, "allowed are " + allowed + didYouMean(given, names));
}

bool isHash(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// Without a list of its own (a file has it) any name will do.
bool isChoice(const Question& question, std::string_view name) {
    return question.choice(name) || (question.form && !question.form->file.empty());
}

// In the order in which they were put.
Result<std::string> ranked(const Question& question, std::string_view text) {
    std::string out;
    std::set<std::string_view> seen;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const auto name = text.substr(0, text.find_first_of(kSpace));
        text.remove_prefix(name.size());
        if (!isChoice(question, name)) return badChoice(question, name);
        if (!seen.insert(name).second) return refuse(question, "bad_value", name, "each choice has one place");
        out.append(out.empty() ? "" : " ").append(name);
    }
    return out;
}

Result<std::string> instances(const Question& question, std::string_view text) {
    std::uint32_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || count > kMostInstances)
        return refuse(question, "bad_number", text,
                      "how many copies there are, at most " + std::to_string(kMostInstances) + ", is wanted");
    return std::to_string(count);
}

// Times and places, as the form engine writes them.
Result<std::string> formText(const Question& question, form::DataType type, const char* code, std::string_view text) {
    auto value = form::canonicalText(type, text);
    if (!value) return refuse(question, code, text, value.error().detail);
    return std::move(*value);
}

Result<std::string> plainText(const Question& question, std::string_view text) {
    if (trimmed(text).empty()) return std::string();
    const bool control = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    });
    if (!isUtf8(text) || control)
        return refuse(question, "bad_value", "\u2026", "text is UTF-8 without control characters");
    return std::string(question.type == QuestionType::barcode ? trimmed(text) : text);
}

}  // namespace

Result<std::string> canonicalValue(const Question& question, std::string_view text) {
    if (!question.isKept() && question.type != QuestionType::repeat) {
        return fail(ErrorKind::refused, "read_only",
                    "\"" + question.id + "\" is " +
                        (question.type == QuestionType::note    ? "a note"
                         : question.type == QuestionType::group ? "a group"
                                                                : "calculated") +
                        " and takes no answer");
    }
    if (text.size() > kMaxAnswerBytes)
        return refuse(question, "bad_value", text.substr(0, 20),
                      "an answer has at most " + std::to_string(kMaxAnswerBytes) + " bytes");
    const auto value = trimmed(text);
    if (value.empty()) return std::string();
    switch (question.type) {
        case QuestionType::selectOne:
            if (!isChoice(question, value)) return badChoice(question, value);
            return std::string(value);
        case QuestionType::selectMultiple: {
            const auto chosen = words(value);
            for (const auto name : chosen) {
                if (!isChoice(question, name)) return badChoice(question, name);
            }
            std::string out;
            if (question.choices.empty()) {
                for (const auto name : chosen) out.append(out.empty() ? "" : " ").append(name);
            }
            auto left = chosen;  // a name may stand in a list more than once
            for (const auto& choice : question.choices) {
                if (left.erase(choice.name) > 0) out.append(out.empty() ? "" : " ").append(choice.name);
            }
            return out;
        }
        case QuestionType::integer:
        case QuestionType::decimal:
        case QuestionType::range: {
            const auto number = Decimal::parse(value);
            if (!number)
                return refuse(question, "bad_number", value,
                              "a number of at most 15 digits is wanted, e.g. 12" +
                                  std::string(question.type == QuestionType::integer ? "" : ".5"));
            if (question.type == QuestionType::integer && !number->isInteger())
                return refuse(question, "bad_number", value, "a whole number is wanted");
            return number->text();
        }
        case QuestionType::date:
            if (!parseDay(value)) return refuse(question, "bad_date", value, "a day as YYYY-MM-DD is wanted");
            return std::string(value);
        case QuestionType::rank:
            return ranked(question, value);
        case QuestionType::repeat:
            return instances(question, value);
        case QuestionType::time:
            return formText(question, form::DataType::time, "bad_time", value);
        case QuestionType::dateTime:
            return formText(question, form::DataType::dateTime, "bad_date_time", value);
        case QuestionType::geopoint:
            return formText(question, form::DataType::geopoint, "bad_geopoint", value);
        case QuestionType::geotrace:
            return formText(question, form::DataType::geotrace, "bad_geotrace", value);
        case QuestionType::geoshape:
            return formText(question, form::DataType::geoshape, "bad_geoshape", value);
        case QuestionType::acknowledge:
            if (value != "OK") return refuse(question, "bad_value", value, "it is \"OK\" or blank");
            return std::string(value);
        case QuestionType::image:
        case QuestionType::audio:
        case QuestionType::video:
        case QuestionType::file: {
            std::string out;
            for (const auto hash : words(value)) {
                if (!isHash(hash))
                    return refuse(question, "bad_value", hash,
                                  "the lower-case hexadecimal SHA-256 of each file is wanted, with spaces between");
                out.append(out.empty() ? "" : " ").append(hash);
            }
            return out;
        }
        case QuestionType::text:
        case QuestionType::barcode:
        case QuestionType::hidden:
        case QuestionType::metadata:
        case QuestionType::calculate:
            return plainText(question, text);
        case QuestionType::note:
        case QuestionType::group:
            break;
    }
    return std::string();
}

namespace {

// Names of an attached list, each as it is called there.
std::string listed(const Question& question, std::string_view canonical, std::string_view language) {
    const std::string_view between = question.type == QuestionType::rank ? " > "
                                     : language.starts_with("zh")        ? "、"
                                                                         : ", ";
    std::string out;
    for (auto text = canonical; !text.empty(); text = trimmed(text)) {
        const auto name = text.substr(0, text.find(' '));
        text.remove_prefix(name.size());
        out.append(out.empty() ? std::string_view() : between).append(listedLabel(*question.form, name));
    }
    return out;
}

}  // namespace

std::string displayValue(const Question& question, std::string_view canonical, std::string_view language) {
    if (canonical.empty()) return "\u2014";
    if (question.choices.empty() && question.form && question.form->list.tree)
        return listed(question, canonical, language);
    if (question.choices.empty()) return std::string(canonical);
    const bool zh = language.starts_with("zh");
    std::string out;
    if (question.type == QuestionType::rank) {
        for (auto text = canonical; !text.empty(); text = trimmed(text)) {
            const auto name = text.substr(0, text.find(' '));
            text.remove_prefix(name.size());
            const Choice* choice = question.choice(name);
            out.append(out.empty() ? "" : " > ").append(choice ? choice->label.in(language) : name);
        }
        return out;
    }
    if (question.type == QuestionType::selectOne) {  // its name may have spaces in it
        const Choice* choice = question.choice(canonical);
        return choice ? choice->label.in(language) : std::string(canonical);
    }
    auto chosen = words(canonical);
    for (const auto& choice : question.choices) {
        if (chosen.erase(choice.name) > 0)
            out.append(out.empty() ? "" : zh ? "、" : ", ").append(choice.label.in(language));
    }
    return out;
}

}  // namespace plumb::checklist
