#include "shared/records/voice/rating.h"

#include <numeric>

#include "shared/domain/grant.h"
#include "shared/records/panel/spread.h"
#include "shared/records/read_words.h"

namespace plumb::records {
namespace {

constexpr std::int64_t kThousandths = 1000;

Quarter quarterFrom(BodyReader& read) {
    const auto quarter = parseQuarter(read.text("quarter"));
    if (!quarter) read.fault("quarter", "must be a quarter like \"2026Q4\"");
    return quarter.value_or(Quarter{});
}

AnswerCounts countsFrom(BodyReader& read, std::string_view question, std::int64_t ratings) {
    AnswerCounts out{};
    const auto* value = read.members().if_contains(question);
    const auto* array = value ? value->if_array() : nullptr;
    bool good = array && array->size() == out.size();
    for (std::size_t i = 0; good && i < out.size(); ++i) {
        const auto* count = (*array)[i].if_int64();
        good = count && *count >= 0 && *count <= kMostRatings;
        if (good) out[i] = *count;
    }
    if (!good || std::accumulate(out.begin(), out.end(), std::int64_t{0}) != ratings)
        read.fault(question, "must be five counts that come to as many as \"ratings\"");
    return out;
}

}  // namespace

Result<RatingCounted> readRatingCounted(const json::object& body) {
    BodyReader read(body);
    RatingCounted out;
    out.quarter = quarterFrom(read);
    out.ratings = read.integer("ratings");
    if (out.ratings < kLeastRatings || out.ratings > kMostRatings)
        read.fault("ratings", "must be ten at least: fewer would show what one of them said");
    (void)read.object("answers", [&](BodyReader& in) {
        for (std::size_t i = 0; i < kRatingQuestions.size(); ++i)
            out.answers[i] = countsFrom(in, kRatingQuestions[i], out.ratings);
    });
    return done(read, out);
}

json::object toBody(const RatingCounted& counted) {
    json::object answers;
    for (std::size_t i = 0; i < kRatingQuestions.size(); ++i)
        answers[kRatingQuestions[i]] = json::array(counted.answers[i].begin(), counted.answers[i].end());
    return {{"quarter", quarterText(counted.quarter)}, {"ratings", counted.ratings}, {"answers", std::move(answers)}};
}

Result<RatingSaid> readRatingSaid(const json::object& body) {
    BodyReader read(body);
    RatingSaid out;
    out.quarter = quarterFrom(read);
    out.about = read.text("about");
    if (!domain::isRegion(out.about)) read.fault("about", "must be the code of a region");
    out.texts = read.textsIf("texts");
    if (out.texts.empty()) read.fault("texts", "must hold one text at least");
    for (const auto& text : out.texts) {
        checkPlainText(read, "texts", text, kMostSaidBytes);
        if (isBlankText(text)) read.fault("texts", "must not be blank");
    }
    return done(read, std::move(out));
}

json::object toBody(const RatingSaid& said) {
    return {{"quarter", quarterText(said.quarter)},
            {"about", said.about},
            {"texts", json::array(said.texts.begin(), said.texts.end())}};
}

void add(RatingCounted& to, const RatingCounted& more) {
    to.ratings += more.ratings;
    for (std::size_t i = 0; i < to.answers.size(); ++i) {
        for (std::size_t k = 0; k < to.answers[i].size(); ++k) to.answers[i][k] += more.answers[i][k];
    }
}

RatingFigure figureOf(const AnswerCounts& counts) {
    std::vector<Often> values;
    for (std::size_t i = 0; i < counts.size(); ++i)
        values.push_back({static_cast<std::int64_t>(i + 1) * kThousandths, static_cast<std::uint64_t>(counts[i])});
    return {meanOf(values), deviationOf(values)};
}

}  // namespace plumb::records
