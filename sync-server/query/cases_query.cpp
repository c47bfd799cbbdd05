#include "sync-server/query/cases_query.h"

#include <charconv>
#include <map>

#include "shared/records/assessment/assessment_json.h"
#include "shared/records/rectification/case_json.h"
#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

constexpr records::FindingColumn kColumns[] = {records::FindingColumn::toOrder, records::FindingColumn::withEnterprise,
                                               records::FindingColumn::reported, records::FindingColumn::closed};
constexpr std::uint64_t kFromTheEnd = std::uint64_t{1} << 62;

json::object cardOf(const BoardRow& card, const PlacedCase& of, const QuerySources& sources) {
    const auto* finding = of.row.finding(card.item);
    json::object out = finding ? records::toJson(*finding) : json::object{{"item", card.item}};
    const auto& row = of.row;
    out["case"] = row.standing.id;
    out["index"] = of.index;
    out["case_state"] = records::stateName(records::stateOf(row));
    for (const auto& order : row.orders) {
        if (finding && order.id == finding->order) out["number"] = order.number;
    }
    out["site"] = row.site;
    out["site_name"] = SiteRows(sources.reader).name(row.site);
    const auto programme = SiteRows(sources.reader).programme(row.site);
    if (!programme.empty()) out["programme"] = programme;
    out["region"] = row.region;
    out["kind"] = row.kind;
    const auto author = sources.trust.personName(row.standing.kid);
    out["inspector"] = author.empty() ? row.standing.kid : author;
    out["inspector_kid"] = row.standing.kid;
    out["at"] = formatInstant(row.at);
    out["checklist"] = tellChecklist(row.checklist, sources.reader);
    return out;
}

// As far as where and who is asked for; of how severe and how soon the tallies know nothing.
json::object countsOf(const BoardQuestion& question, const Principal& caller, CaseRows& cases, SiteRows& sites) {
    const auto& wanted = question.filter;
    const auto isWanted = [&](const BoardTally& tally) {
        return mayReadVisit(caller, tally.region, tally.site, tally.author) &&
               tally.region.starts_with(wanted.region) && (wanted.site.empty() || wanted.site == tally.site) &&
               (wanted.author.empty() || wanted.author == tally.author) &&
               (question.programme.empty() || sites.programme(tally.site) == question.programme);
    };
    std::map<records::FindingColumn, std::pair<std::uint64_t, std::uint64_t>> sums;
    for (const auto& tally : cases.boardTallies(question.today)) {
        if (!isWanted(tally)) continue;
        auto& [all, overdue] = sums[tally.column];
        all += tally.all;
        overdue += tally.overdue;
    }
    json::object out;
    for (const auto column : kColumns)
        out[records::columnName(column)] = {{"all", sums[column].first}, {"overdue", sums[column].second}};
    return out;
}

std::string keyText(const BoardRow& row) {
    return std::to_string(row.rank) + "." + std::to_string(row.index) + "." + row.item;
}

}  // namespace

std::optional<records::FindingColumn> boardColumn(std::string_view name) {
    const auto column = records::columnNamed(name);
    return column == records::FindingColumn::waits ? std::nullopt : column;
}

Result<BoardKey> readBoardKey(std::string_view text) {
    const auto bad = [] { return fail(ErrorKind::malformed, "bad_query", "\"after\" must be a page's \"next\""); };
    BoardKey out;
    const char* end = text.data() + text.size();
    const auto rank = std::from_chars(text.data(), end, out.rank);
    if (rank.ec != std::errc() || rank.ptr == end || *rank.ptr != '.') return bad();
    const auto index = std::from_chars(rank.ptr + 1, end, out.index);
    if (index.ec != std::errc() || index.ptr == end || *index.ptr != '.' || out.index >= kFromTheEnd) return bad();
    out.item.assign(index.ptr + 1, end);
    return out;
}

json::object listFindings(const BoardQuestion& question, const Principal& caller, const QuerySources& sources) {
    CaseRows cases(sources.reader);
    SiteRows sites(sources.reader);
    auto filter = question.filter;
    const bool none = question.overdue && filter.column != records::FindingColumn::withEnterprise;
    if (question.overdue) {
        filter.dueBefore = filter.dueBefore ? std::min(*filter.dueBefore, question.today) : question.today;
    }
    std::vector<BoardRow> rows;
    std::optional<BoardRow> lastSeen;
    std::size_t looked = 0;
    bool more = false;
    const auto take = [&](const BoardRow& row) {
        const bool readable = mayReadVisit(caller, row.region, row.site, row.author) &&
                              (question.programme.empty() || sites.programme(row.site) == question.programme);
        more = looked == kMaxRowsLookedAt || (readable && rows.size() == question.limit);
        if (more) return false;
        if (readable) rows.push_back(row);
        lastSeen = row;
        ++looked;
        return true;
    };
    if (!none) cases.board(filter, question.after, take);
    json::array items;
    for (const auto& row : rows) {
        if (const auto of = cases.at(row.index)) items.push_back(cardOf(row, *of, sources));
    }
    json::object out{
        {"items", std::move(items)}, {"next", nullptr}, {"counts", countsOf(question, caller, cases, sites)}};
    if (more) out["next"] = keyText(*lastSeen);
    return out;
}

json::object listCases(const CasesQuestion& question, const Principal& caller, const QuerySources& sources) {
    json::array items;
    json::object out{{"next", nullptr}};
    std::size_t looked = 0;
    std::uint64_t last = 0;
    CaseRows(sources.reader).each(question.state, question.before.value_or(kFromTheEnd), [&](const PlacedCase& found) {
        const auto& row = found.row;
        const bool wanted = mayReadVisit(caller, row.region, row.site, row.standing.kid) &&
                            row.region.starts_with(question.region) &&
                            (question.site.empty() || question.site == row.site);
        if (looked == kMaxRowsLookedAt || (wanted && items.size() == question.limit)) {
            out["next"] = std::to_string(last);
            return false;
        }
        if (wanted) {
            auto one = records::toJson(row);
            one["id"] = row.standing.id;
            one["index"] = found.index;
            one["site_name"] = SiteRows(sources.reader).name(row.site);
            const auto author = sources.trust.personName(row.standing.kid);
            one["author"] = author.empty() ? row.standing.kid : author;
            one["checklist"] = tellChecklist(row.checklist, sources.reader);
            items.push_back(std::move(one));
        }
        last = found.index;
        ++looked;
        return true;
    });
    out["items"] = std::move(items);
    return out;
}

json::object listAssessments(const AssessmentsQuestion& question, const Principal& caller,
                             const QuerySources& sources) {
    json::array items;
    json::object out{{"next", nullptr}};
    std::size_t looked = 0;
    std::uint64_t last = 0;
    const auto take = [&](const PlacedAssessment& found) {
        const auto& row = found.row;
        const bool wanted = mayReadVisit(caller, row.region, row.site, {});
        if (looked == kMaxRowsLookedAt || (wanted && items.size() == question.limit)) {
            out["next"] = std::to_string(last);
            return false;
        }
        if (wanted) {
            auto one = records::toJson(row);
            one["answered"] = row.items.size();
            one.erase("items");
            one["index"] = found.first;
            one["site_name"] = SiteRows(sources.reader).name(row.site);
            items.push_back(std::move(one));
        }
        last = found.first;
        ++looked;
        return true;
    };
    AssessmentRows(sources.reader).each(question.round, question.site, question.before.value_or(kFromTheEnd), take);
    out["items"] = std::move(items);
    return out;
}

json::object listRounds(const QuerySources& sources) {
    json::array items;
    for (const auto& published : RoundRows(sources.reader).all()) {
        auto one = records::toBody(published.round);
        one["region"] = published.region;
        one["index"] = published.index;
        items.push_back(std::move(one));
    }
    json::array checklists;
    for (const auto& row : ChecklistRows(sources.reader).all()) checklists.push_back(tellChecklist(row));
    return {{"items", std::move(items)}, {"checklists", std::move(checklists)}};
}

}  // namespace plumb::server
