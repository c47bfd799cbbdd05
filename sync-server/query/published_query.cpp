#include "sync-server/query/published_query.h"

#include <algorithm>
#include <array>

#include "shared/domain/record_types.h"
#include "shared/record/line.h"
#include "shared/records/publication/published_json.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/published/published_rows.h"
#include "sync-server/projections/sites/site_line.h"
#include "sync-server/query/working_calendar.h"

namespace plumb::server {
namespace {

constexpr std::array<std::string_view, 5> kNames{"pending", "overdue", "published", "stale", "withdrawn"};

bool counts(const records::InspectionRow& row) {
    return row.status == records::InspectionStatus::submitted || row.status == records::InspectionStatus::accepted;
}

struct Standing {
    const records::InspectionRow& row;
    std::optional<records::PublicationRow> published;
    records::PublishedResult now;  // what would be published
    domain::Deadline due;
};

// None: nothing is to be published of it.
std::optional<Publishing> stateOf(const Standing& result, Day today) {
    const auto& published = result.published;
    if (published && published->state == records::PublicationState::withdrawn) return Publishing::withdrawn;
    if (published) {
        const bool fits =
            counts(result.row) && published->says.hash == result.row.hash && published->says.result == result.now;
        return fits ? Publishing::published : Publishing::stale;
    }
    if (!counts(result.row)) return std::nullopt;
    return today > result.due.day ? Publishing::overdue : Publishing::pending;
}

bool isWanted(Publishing asked, std::optional<Publishing> state) {
    return state == asked || (asked == Publishing::pending && state == Publishing::overdue);
}

json::object told(const Standing& result, Publishing state, const QuerySources& sources) {
    const auto& row = result.row;
    records::Publication would{row.id, row.hash, result.now, {}, {}, {}};
    json::object out{{"inspection", row.id},
                     {"index", *row.first},
                     {"site", row.site},
                     {"region", row.region},
                     {"state", publishingName(state)},
                     {"due", dayText(result.due.day)},
                     {"counted", domain::dayCountName(result.due.counted)},
                     {"ready", row.status == records::InspectionStatus::accepted},
                     {"says", records::toBody(would)}};
    if (!result.published) return out;
    auto published = records::toJson(*result.published);
    const auto author = sources.trust.personName(result.published->kid);
    published["author"] = author.empty() ? result.published->kid : author;
    out["published"] = std::move(published);
    return out;
}

}  // namespace

std::string_view publishingName(Publishing state) {
    return kNames[static_cast<std::size_t>(state)];
}
std::optional<Publishing> publishingNamed(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Publishing>(found - kNames.begin());
}

Result<PublishedQuestion> readPublishedQuestion(const AskedWords& words) {
    const auto today = askedDay(words, "today");
    if (!today) return fail(today.error());
    const auto state = publishingNamed(askedText(words, "state"));
    if (!state)
        return fail(ErrorKind::malformed, "bad_query",
                    "\"state\" must be pending, overdue, published, stale or withdrawn");
    auto region = askedRegion(words);
    if (!region) return fail(region.error());
    return PublishedQuestion{*state, *today, std::move(*region), {}};
}

json::object listPublished(const PublishedQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    const auto calendar = calendarOf(sources.reader);
    PublishedRows rows(sources.reader);
    InspectionRows(sources.reader).each(question.page.from, [&](const records::InspectionRow& row) {
        if (page.ends()) return false;  // before its line, site and calendar are asked
        const auto key = std::to_string(*row.first);
        const auto pass = [&] { return page.take(false, key, [] { return json::object(); }); };
        const bool readable =
            !row.says.isAssessment() && row.region.starts_with(question.region) &&
            domain::mayRead(caller.grants, records::kPublicationMade, row.region, row.site, row.kid == caller.kid);
        if (!readable) return pass();
        // What was never published is pending or nothing; all else is read from what was.
        auto published = rows.find(row.id);
        const bool asksPending = question.state == Publishing::pending || question.state == Publishing::overdue;
        if (published.has_value() == asksPending) return pass();
        const auto site = publishedSite(sources.reader, row.site).value_or(records::Site{});
        records::InspectedResult inspected{
            records::standingOf(row), row.site, row.at, row.says, site.name, site.code, {}};
        const Standing result{row, std::move(published), records::publicationOf(inspected),
                              records::publicationDue(calendar, dayOf(row.at))};
        const auto state = stateOf(result, question.today);
        return page.take(isWanted(question.state, state), key, [&] { return told(result, *state, sources); });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
