#include "shared/checklist/evaluate/fill.h"

#include <vector>

#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/model/facts.h"
#include "shared/checklist/model/nearest.h"
#include "shared/form/definition/canonical.h"

namespace plumb::checklist {
namespace {

template <class List>
std::string suggestion(const List& list, std::string_view id) {
    std::vector<std::string_view> known;
    for (const auto& one : list) known.push_back(one.id);
    return didYouMean(id, known);
}

}  // namespace

Error unknownItem(const Checklist& checklist, std::string_view id) {
    return {ErrorKind::notFound, "unknown_item",
            "there is no item \"" + std::string(id.substr(0, 80)) + "\" in checklist " + checklist.id +
                suggestion(checklist.items, id)};
}

Error unknownQuestion(const Checklist& checklist, std::string_view id) {
    return {ErrorKind::notFound, "unknown_question",
            "there is no question \"" + std::string(id.substr(0, 80)) + "\" in checklist " + checklist.id +
                suggestion(checklist.questions, id)};
}

Error unknownFact(const Checklist& checklist, std::string_view id) {
    return {ErrorKind::notFound, "unknown_fact",
            "there is no fact \"" + std::string(id.substr(0, 80)) + "\" in checklist " + checklist.id +
                suggestion(checklist.facts, id)};
}

Result<std::string> acceptedReason(const Item& item, std::string_view reason) {
    if (item.na == NaPolicy::forbidden)
        return fail(ErrorKind::refused, "na_forbidden", "item " + item.id + " cannot be \"not applicable\"");
    if (reason.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return fail(ErrorKind::refused, "na_reason", "\"not applicable\" needs a reason: item " + item.id);
    }
    if (auto good = checkText("the reason at item " + item.id, reason); !good) return fail(good.error());
    return std::string(reason);
}

Result<std::pair<AnswerKey, std::string>> acceptedAnswer(const Checklist& checklist, std::string_view key,
                                                         std::string_view text, std::chrono::minutes zone) {
    auto place = parseKey(checklist, key);
    if (!place) return fail(unknownQuestion(checklist, key));
    auto value = canonicalValue(checklist.questions[place->question], text);
    if (!value) return fail(value.error());
    if (checklist.questions[place->question].type == QuestionType::dateTime)
        *value = form::withOffset(form::DataType::dateTime, std::move(*value), static_cast<int>(zone.count()));
    return std::pair(std::move(*place), std::move(*value));
}

EvaluationOptions scoringOptions(const Answers& answers) {
    return {.local = answers.local.value_or(LocalDay{}), .tracksMissing = false, .clock = {}};
}

std::vector<Error> fill(Evaluation& evaluation, const Answers& answers) {
    const Checklist& checklist = evaluation.checklist();
    std::vector<Error> errors;
    std::vector<std::pair<AnswerKey, std::string>> values;
    values.reserve(answers.values.size());
    for (const auto& [id, text] : answers.values) {
        auto accepted = acceptedAnswer(checklist, id, text, evaluation.local().zone);
        if (!accepted) {
            errors.push_back(accepted.error());
        } else if (!accepted->second.empty()) {
            values.push_back(std::move(*accepted));
        }
    }
    for (const auto& key : evaluation.load(std::move(values))) {
        const std::string id = keyText(checklist, key);
        errors.push_back({ErrorKind::malformed, "bad_value",
                          "the answer to \"" + id +
                              "\" has no place: there is no such copy, it is not of its type, or none of its list"});
    }
    for (const auto& [id, text] : answers.na) {
        const auto index = checklist.itemIndex(id);
        auto reason = index ? acceptedReason(checklist.items[*index], text) : fail(unknownItem(checklist, id));
        if (!reason) {
            errors.push_back(reason.error());
        } else {
            evaluation.setNaReason(*index, std::move(*reason));
        }
    }
    for (const auto& [id, text] : answers.notes) {
        const auto index = checklist.itemIndex(id);
        if (!index) {
            errors.push_back(unknownItem(checklist, id));
        } else if (auto good = checkText("the note at item " + id, text); !good) {
            errors.push_back(good.error());
        } else {
            evaluation.setNote(*index, text);
        }
    }
    for (const auto& [id, text] : answers.facts) {
        const auto index = checklist.factIndex(id);
        auto value = index ? canonicalFact(checklist.facts[*index], text) : fail(unknownFact(checklist, id));
        if (!value) {
            errors.push_back(value.error());
        } else {
            evaluation.setFact(*index, std::move(*value));
        }
    }
    if (auto overflow = evaluation.takeOverflow()) errors.push_back(std::move(*overflow));
    return errors;
}

Error joined(const std::vector<Error>& errors) {
    Error out = errors.front();
    for (std::size_t i = 1; i < errors.size(); ++i) out.detail += "\n" + errors[i].detail;
    return out;
}

}  // namespace plumb::checklist
