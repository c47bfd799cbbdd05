#include "sync-server/query/ratings_query.h"

#include <charconv>
#include <map>

#include "shared/domain/record_types.h"
#include "sync-server/projections/ratings/rating_rows.h"

namespace plumb::server {
namespace {

json::object told(const records::RatingCounted& counted) {
    json::object answers;
    for (std::size_t i = 0; i < counted.answers.size(); ++i) {
        const auto& counts = counted.answers[i];
        const auto figure = records::figureOf(counts);
        answers[records::kRatingQuestions[i]] = json::object{{"counts", json::array(counts.begin(), counts.end())},
                                                             {"mean", figure.mean},
                                                             {"deviation", figure.deviation}};
    }
    return {{"ratings", counted.ratings}, {"answers", std::move(answers)}};
}

constexpr int kFirstYear = 2000, kLastYear = 2999;

}  // namespace

Result<RatingsQuestion> readRatingsQuestion(const AskedWords& words) {
    const auto said = askedText(words, "year");
    RatingsQuestion out;
    const char* end = said.data() + said.size();
    const auto read = std::from_chars(said.data(), end, out.year);
    if (said.empty() || read.ec != std::errc() || read.ptr != end || out.year < kFirstYear || out.year > kLastYear)
        return fail(ErrorKind::malformed, "bad_query", "\"year\" must be a year from 2000 to 2999");
    auto region = askedRegion(words);
    if (!region) return fail(region.error());
    out.region = std::move(*region);
    return out;
}

json::object tellRatings(const RatingsQuestion& question, const Principal& caller, const QuerySources& sources) {
    std::map<std::pair<Quarter, std::string>, records::RatingCounted> cells;
    std::optional<records::RatingCounted> total;
    RatingRows(sources.reader).counted(question.year, [&](const CountedRatings& one) {
        if (!one.region.starts_with(question.region)) return;
        if (!domain::mayRead(caller.grants, records::kRatingCounted, one.region, {}, false)) return;
        const auto [cell, fresh] = cells.try_emplace({one.says.quarter, one.region}, one.says);
        if (!fresh) add(cell->second, one.says);
        if (total)
            add(*total, one.says);
        else
            total = one.says;
    });
    json::array items;
    for (const auto& [key, counted] : cells) {
        auto item = told(counted);
        item["quarter"] = quarterText(key.first);
        item["region"] = key.second;
        items.push_back(std::move(item));
    }
    json::object out{{"least", records::kLeastRatings},
                     {"questions", json::array(records::kRatingQuestions.begin(), records::kRatingQuestions.end())},
                     {"items", std::move(items)}};
    if (total) out["total"] = told(*total);
    return out;
}

json::object listRatingTexts(const RatingTextsQuestion& question, const Principal& caller,
                             const QuerySources& sources) {
    Page page(question.page.limit);
    RatingRows(sources.reader).said(question.page.before(), [&](const SaidRatings& one) {
        const bool wanted = one.says.about.starts_with(question.region) &&
                            domain::mayRead(caller.grants, records::kRatingSaid, one.region, {}, false);
        return page.take(wanted, std::to_string(one.index), [&] {
            auto out = records::toBody(one.says);
            out["index"] = one.index;
            out["region"] = one.region;
            return out;
        });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
