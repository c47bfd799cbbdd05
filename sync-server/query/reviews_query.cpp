#include "sync-server/query/reviews_query.h"

#include <algorithm>
#include <charconv>

#include "sync-server/query/inspections_query.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

// By Facet.
constexpr const char* kFacetNames[] = {"programme", "region", "checklist", "grade",    "kind",   "inspector",
                                       "findings",  "veto",   "days",      "assigned", "second", "threads"};

bool isStaff(const Principal& caller) {
    return std::any_of(caller.grants.begin(), caller.grants.end(),
                       [](const domain::Grant& grant) { return grant.role != domain::Role::enterprise; });
}

json::object tellPerson(const std::string& id, const QuerySources& sources) {
    return {{"id", id}, {"name", sources.trust.nameOfPerson(id)}};
}

json::object tellCard(const Waiting& waiting, const records::InspectionRow& row, const Principal& caller,
                      const QuerySources& sources) {
    auto out = tellInspection(row, sources);
    out["since"] = formatInstant({waiting.since, row.at.offset});
    if (!waiting.agreed.empty()) out["agreed"] = tellPerson(waiting.agreed, sources);
    // Whose it is, and what staff write to each other, is the bureau's matter.
    if (!isStaffOf(caller, row.region)) return out;
    if (!waiting.assignee.empty()) out["assigned"] = tellPerson(waiting.assignee, sources);
    if (!waiting.asked.empty())
        out["threads"] = {{"open", waiting.asked.size()}, {"answered", answeredByVisitors(waiting, sources.trust)}};
    return out;
}

json::object tellValue(Facet facet, const std::string& value, std::uint64_t count, const ReviewPage& page,
                       const QuerySources& sources) {
    json::object out{{"value", value}, {"count", count}};
    if (facet == Facet::inspector || facet == Facet::assigned) out["name"] = sources.trust.nameOfPerson(value);
    if (facet == Facet::checklist) {
        const auto row = ChecklistRows(sources.reader).byHash(page.documents.at(value));
        out["title"] = row ? tellChecklist(*row).at("title") : json::value(json::object{});
    }
    return out;
}

}  // namespace

// "1-42", or "1-7-42" where the list has another order than the log's.
Result<ReviewKey> readReviewKey(std::string_view text) {
    std::vector<std::uint64_t> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    bool good = true;
    for (;;) {
        std::uint64_t number = 0;
        const auto read = std::from_chars(at, end, number);
        good = good && read.ec == std::errc();
        numbers.push_back(number);
        if (!good || read.ptr == end || *read.ptr != '-') {
            good = good && read.ptr == end;
            break;
        }
        at = read.ptr + 1;
    }
    if (!good || numbers.size() < 2 || numbers.size() > 3 || numbers[0] > 1)
        return fail(ErrorKind::malformed, "bad_query", "\"after\" must be a page's \"next\"");
    return ReviewKey{static_cast<int>(numbers[0]), numbers.size() == 3 ? numbers[1] : 0, numbers.back()};
}

json::object listReviews(const ReviewQuestion& question, const Principal& caller, ReviewDesk& desk,
                         const QuerySources& sources) {
    const auto page = desk.ask(question, caller, sources.reader, sources.trust);
    InspectionRows rows(sources.reader);
    json::array items;
    for (const auto& key : page.cards) {
        // The desk may be ahead of this reader, or behind it, by what came while it was asked.
        const auto waiting = rows.waitingAt(key.index);
        const auto row = waiting && waiting->waits ? rows.at(key.index) : std::nullopt;
        if (row) items.push_back(tellCard(*waiting, *row, caller, sources));
    }
    json::object facets;
    for (std::size_t i = 0; i < kFacets; ++i) {
        const auto facet = static_cast<Facet>(i);
        if ((facet == Facet::assigned || facet == Facet::threads) && !isStaff(caller)) continue;
        auto& values = facets[kFacetNames[i]].emplace_array();
        for (const auto& [value, count] : page.counts[i])
            values.push_back(tellValue(facet, value, count, page, sources));
    }
    json::object out{{"items", std::move(items)}, {"next", nullptr}, {"total", page.total}};
    if (page.more) {
        const auto& last = page.cards.back();
        const auto place = last.place == 0 ? "" : std::to_string(last.place) + "-";
        out["next"] = std::to_string(last.rank) + "-" + place + std::to_string(last.index);
    }
    out["facets"] = std::move(facets);
    out["counts"] = countInspections(question.filter.family, "", caller, sources);
    return out;
}

Result<json::object> listReviewers(const std::string& region, const Principal& caller, const QuerySources& sources) {
    if (!isStaffOf(caller, region) || region.empty())
        return fail(ErrorKind::forbidden, "wrong_region", "who may review there is told to staff of that region");
    json::array items;
    for (const auto& person : sources.trust.reviewersOf(region))
        items.push_back(json::object{{"id", person.id}, {"name", person.name}});
    return json::object{{"items", std::move(items)}};
}

}  // namespace plumb::server
