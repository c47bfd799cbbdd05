#include "sync-server/intake/rating_submission.h"

#include <algorithm>
#include <stdexcept>

#include "shared/base/json.h"
#include "shared/records/plain_text.h"

namespace plumb::server {
namespace {

constexpr std::string_view kMembers[] = {"code", "answers", "text"};
constexpr std::size_t kMostCode = 60;
constexpr int kDepth = 3;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_request", std::move(why));
}

Result<void> readAnswers(const json::object& object, RatingSubmission& out) {
    const auto* value = object.if_contains("answers");
    const auto* answers = value ? value->if_object() : nullptr;
    bool good = answers && answers->size() == out.answers.size();
    for (std::size_t i = 0; good && i < out.answers.size(); ++i) {
        const auto* answer = answers->if_contains(records::kRatingQuestions[i]);
        const auto* number = answer ? answer->if_int64() : nullptr;
        good = number && *number >= 1 && *number <= records::kMostRating;
        if (good) out.answers[i] = static_cast<int>(*number);
    }
    if (good) return {};
    return bad("\"answers\" must give 1 to 5 for identified, fair, courteous, helpful and light");
}

}  // namespace

Result<RatingSubmission> readRatingSubmission(std::string_view body) {
    const auto value = parseJson(body, kDepth);
    if (!value || !value->is_object()) return bad("the body must be one JSON object");
    const auto& object = value->get_object();
    for (const auto& [name, unused] : object) {
        if (std::find(std::begin(kMembers), std::end(kMembers), std::string_view(name)) == std::end(kMembers))
            return bad("\"" + std::string(name).substr(0, 40) + "\" is no member of a rating");
    }
    RatingSubmission out;
    out.code = textOr(object, "code");
    if (out.code.empty() || out.code.size() > kMostCode) return bad("\"code\" must be the visit's code");
    if (auto good = readAnswers(object, out); !good) return fail(good.error());
    if (const auto* text = object.if_contains("text")) {
        if (!text->is_string() || text->get_string().size() > records::kMostSaidBytes)
            return bad("\"text\" must be a text of at most " + std::to_string(records::kMostSaidBytes) + " bytes");
        out.text = text->get_string();
    }
    if (!records::isPlainText(out.text)) return bad("\"text\" must hold no control characters but line ends");
    if (records::isBlankText(out.text)) out.text.clear();
    return out;
}

KeptRating keptOf(const RatingSubmission& submission) {
    KeptRating out{{}, submission.text};
    for (const auto answer : submission.answers) out.answers.push_back(static_cast<char>('0' + answer));
    return out;
}

records::RatingCounted countOf(const RatingBatch& batch) {
    records::RatingCounted out;
    const auto quarter = parseQuarter(batch.place.quarter);
    if (!quarter) throw std::runtime_error("a kept rating is of no quarter");
    out.quarter = *quarter;
    for (const auto& rating : batch.ratings) {
        if (rating.answers.size() != out.answers.size()) throw std::runtime_error("a kept rating can not be read");
        ++out.ratings;
        for (std::size_t i = 0; i < out.answers.size(); ++i)
            ++out.answers[i].at(static_cast<std::size_t>(rating.answers[i] - '1'));
    }
    return out;
}

}  // namespace plumb::server
