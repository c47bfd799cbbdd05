#include "shared/records/voice/feedback_row.h"

#include <stdexcept>

#include "shared/domain/code_text.h"
#include "shared/domain/standard_number.h"

namespace plumb::records {
namespace {

std::string partOf(const json::object& body, std::string_view name) {
    return std::string(domain::trimmed(textOr(body, name)));
}

}  // namespace

std::string standardKey(std::string_view cited) {
    std::string out;
    for (const char c : domain::normaliseStandardNumber(cited)) {
        if (c != ' ' || out.empty() || out.back() != ' ') out += c;
    }
    return out;
}

std::string feedbackOf(const record::Payload& payload) {
    if (payload.type == kFeedback) return payload.id;
    return payload.type == kFeedbackAnswered ? textOr(payload.body, "of") : std::string();
}

bool foldFeedback(std::optional<FeedbackRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (payload.type == kFeedback) {
        if (row) return false;
        row = FeedbackRow{payload.id,
                          payload.site,
                          payload.region,
                          std::string(line.kid),
                          payload.at,
                          partOf(payload.body, "standard"),
                          partOf(payload.body, "clause"),
                          textOr(payload.body, "text"),
                          {},
                          {},
                          {}};
        if (const auto* met = payload.body.if_contains("met"); met && met->is_object()) {
            row->checklist = partOf(met->get_object(), "checklist");
            row->item = partOf(met->get_object(), "item");
        }
        return true;
    }
    if (!row || payload.type != kFeedbackAnswered || feedbackOf(payload) != row->id) return false;
    const auto says = readFeedbackAnswered(payload.body);
    if (!says) return false;
    row->answer = FeedbackAnswer{payload.id, std::string(line.kid), *says, payload.at};
    return true;
}

json::object toJson(const FeedbackRow& row) {
    json::object out{{"id", row.id},
                     {"site", row.site},
                     {"region", row.region},
                     {"kid", row.kid},
                     {"at", formatInstant(row.at)},
                     {"standard", row.standard},
                     {"clause", row.clause},
                     {"text", row.text},
                     {"checklist", row.checklist},
                     {"item", row.item}};
    if (row.answer)
        out["answer"] = {{"id", row.answer->id},
                         {"kid", row.answer->kid},
                         {"says", toBody(row.answer->says)},
                         {"at", formatInstant(row.answer->at)}};
    return out;
}

FeedbackRow feedbackFromJson(const json::object& object) {
    FeedbackRow out{textOr(object, "id"),
                    textOr(object, "site"),
                    textOr(object, "region"),
                    textOr(object, "kid"),
                    parseInstant(textOr(object, "at")).value(),
                    textOr(object, "standard"),
                    textOr(object, "clause"),
                    textOr(object, "text"),
                    textOr(object, "checklist"),
                    textOr(object, "item"),
                    {}};
    if (const auto* value = object.if_contains("answer")) {
        const auto& answer = value->as_object();
        auto says = readFeedbackAnswered(answer.at("says").as_object());
        if (!says) throw std::runtime_error("a kept answer to feedback can not be read: " + says.error().detail);
        out.answer = FeedbackAnswer{textOr(answer, "id"), textOr(answer, "kid"), std::move(*says),
                                    parseInstant(textOr(answer, "at")).value()};
    }
    return out;
}

}  // namespace plumb::records
