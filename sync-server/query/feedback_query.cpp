#include "sync-server/query/feedback_query.h"

#include <algorithm>
#include <map>

#include "shared/domain/record_types.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

json::object told(const PlacedFeedback& found, const QuerySources& sources) {
    const auto& row = found.row;
    auto out = records::toJson(row);
    out["index"] = found.index;
    out["class"] = classOf(row);
    out["author"] = authorName(sources, row.kid);
    if (!row.site.empty()) out["site_name"] = SiteRows(sources.reader).name(row.site);
    if (row.answer) out["answer"].as_object()["author"] = authorName(sources, row.answer->kid);
    return out;
}

bool isAsked(const FeedbackQuestion& question, std::string_view region, std::string_view as) {
    return region.starts_with(question.region) && (!question.as || *question.as == as);
}

struct ClauseCount {
    FeedbackClause of;
    std::int64_t n = 0;
    std::map<std::string, std::int64_t> classes;
};

// What the caller may read of the counters; of whoever is staff nowhere her own words, which are few.
void eachCount(const Principal& caller, StoreReader& reader, const std::function<void(const FeedbackCount&)>& take) {
    FeedbackRows rows(reader);
    const bool staff = std::any_of(caller.grants.begin(), caller.grants.end(),
                                   [](const auto& grant) { return grant.role != domain::Role::enterprise; });
    if (!staff) {
        rows.saidBy(caller.kid, [&](const PlacedFeedback& one) {
            take({{records::standardKey(one.row.standard), one.row.clause},
                  one.row.region,
                  std::string(classOf(one.row)),
                  1});
        });
        return;
    }
    std::map<std::string, bool> readable;
    rows.counts([&](const FeedbackCount& row) {
        const auto [at, fresh] = readable.try_emplace(row.region);
        if (fresh) at->second = domain::mayRead(caller.grants, records::kFeedback, row.region, {}, false);
        if (at->second) take(row);
    });
}

json::object told(const ClauseCount& count, StoreReader& reader) {
    json::array classes;
    for (const auto& [as, n] : count.classes) classes.push_back(json::object{{"class", as}, {"n", n}});
    const auto newest = FeedbackRows(reader).newest(count.of);
    return {{"standard", newest ? newest->row.standard : count.of.standard},
            {"clause", count.of.clause},
            {"n", count.n},
            {"classes", std::move(classes)}};
}

}  // namespace

Result<FeedbackQuestion> readFeedbackQuestion(const AskedWords& words) {
    FeedbackQuestion out;
    // A word that names no standard is asked for by "standard=" alone.
    if (words.contains("standard"))
        out.of = FeedbackClause{records::standardKey(askedText(words, "standard")), askedText(words, "clause")};
    else if (words.contains("clause"))
        return fail(ErrorKind::malformed, "bad_query", "\"clause\" is of a \"standard\", which must be there too");
    if (const auto as = askedText(words, "class"); as == "waiting") {
        out.as = "";
    } else if (!as.empty()) {
        if (!records::feedbackClassNamed(as))
            return fail(ErrorKind::malformed, "bad_query",
                        "\"class\" must be waiting, unclear, impracticable, outdated, wrong_reference, conflicting, "
                        "incomplete, no_fault or other");
        out.as = as;
    }
    auto region = askedRegion(words);
    if (!region) return fail(region.error());
    out.region = std::move(*region);
    return out;
}

json::object listFeedback(const FeedbackQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    FeedbackRows(sources.reader).each(question.of, question.page.before(), [&](const PlacedFeedback& found) {
        const auto& row = found.row;
        const bool wanted =
            domain::mayRead(caller.grants, records::kFeedback, row.region, row.site, row.kid == caller.kid) &&
            isAsked(question, row.region, classOf(row));
        return page.take(wanted, std::to_string(found.index), [&] { return told(found, sources); });
    });
    return std::move(page).answer();
}

json::object countFeedback(const FeedbackQuestion& question, const Principal& caller, const QuerySources& sources) {
    std::map<std::pair<std::string, std::string>, ClauseCount> counted;
    std::int64_t n = 0;
    eachCount(caller, sources.reader, [&](const FeedbackCount& row) {
        if (!isAsked(question, row.region, row.as)) return;
        auto& at = counted[{row.of.standard, row.of.clause}];
        at.of = row.of;
        at.n += row.n;
        at.classes[row.as] += row.n;
        n += row.n;
    });
    std::vector<ClauseCount> all;
    for (auto& [key, count] : counted) all.push_back(std::move(count));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.n > b.n; });
    const bool more = all.size() > kMostClausesTold;
    if (more) all.resize(kMostClausesTold);
    json::array clauses;
    for (const auto& one : all) clauses.push_back(told(one, sources.reader));
    return {{"clauses", std::move(clauses)}, {"n", n}, {"more", more}};
}

}  // namespace plumb::server
