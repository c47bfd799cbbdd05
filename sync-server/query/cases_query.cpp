#include "sync-server/query/cases_query.h"

#include <charconv>

#include "shared/records/assessment/assessment_json.h"
#include "shared/records/rectification/case_json.h"
#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

constexpr BoardColumn kColumns[] = {BoardColumn::toOrder, BoardColumn::withEnterprise, BoardColumn::reported,
                                    BoardColumn::closed};
constexpr std::uint64_t kFromTheEnd = std::uint64_t{1} << 62;

bool mayRead(const Principal& caller, const std::string& region, const std::string& site, const std::string& author) {
    return domain::mayRead(caller.grants, "inspection.submitted", region, site, author == caller.kid);
}

json::object checklistJson(const records::ChecklistRef& used, const QuerySources& sources) {
    json::object out{{"id", used.id}, {"version", used.version}, {"sha256", used.sha256.hex()}};
    const auto row = ChecklistRows(sources.reader).byHash(used.sha256);
    const auto title = row ? parseJson(row->titleJson) : Result<json::value>(json::object{});
    out["title"] = title && title->is_object() ? *title : json::value(json::object{});
    return out;
}

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
    out["region"] = row.region;
    out["kind"] = row.kind;
    const auto author = sources.trust.personName(row.standing.kid);
    out["inspector"] = author.empty() ? row.standing.kid : author;
    out["inspector_kid"] = row.standing.kid;
    out["at"] = formatInstant(row.at);
    out["checklist"] = checklistJson(row.checklist, sources);
    return out;
}

json::object countsOf(const Principal& caller, Day today, CaseRows& cases) {
    std::uint64_t all[std::size(kColumns)] = {}, overdue[std::size(kColumns)] = {};
    for (const auto& tally : cases.boardTallies(today)) {
        const auto column = static_cast<std::size_t>(tally.column);
        if (column >= std::size(kColumns) || !mayRead(caller, tally.region, tally.site, tally.author)) continue;
        all[column] += tally.all;
        overdue[column] += tally.overdue;
    }
    json::object out;
    for (std::size_t i = 0; i < std::size(kColumns); ++i)
        out[columnName(kColumns[i])] = {{"all", all[i]}, {"overdue", overdue[i]}};
    return out;
}

std::string keyText(const BoardRow& row) {
    return std::to_string(row.rank) + "." + std::to_string(row.index) + "." + row.item;
}

}  // namespace

std::optional<BoardColumn> columnNamed(std::string_view name) {
    for (const auto column : kColumns) {
        if (columnName(column) == name) return column;
    }
    return std::nullopt;
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
    if (question.overdue) {
        filter.column = BoardColumn::withEnterprise;
        filter.dueBefore = filter.dueBefore ? std::min(*filter.dueBefore, question.today) : question.today;
    }
    std::vector<BoardRow> rows;
    std::optional<BoardRow> lastSeen;
    std::size_t looked = 0;
    bool more = false;
    cases.board(filter, question.after, [&](const BoardRow& row) {
        const bool readable = mayRead(caller, row.region, row.site, row.author) &&
                              (question.programme.empty() || sites.programme(row.site) == question.programme);
        more = looked == kMaxRowsLookedAt || (readable && rows.size() == question.limit);
        if (more) return false;
        if (readable) rows.push_back(row);
        lastSeen = row;
        ++looked;
        return true;
    });
    json::array items;
    for (const auto& row : rows) {
        if (const auto of = cases.at(row.index)) items.push_back(cardOf(row, *of, sources));
    }
    json::object out{
        {"items", std::move(items)}, {"next", nullptr}, {"counts", countsOf(caller, question.today, cases)}};
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
        const bool wanted = mayRead(caller, row.region, row.site, row.standing.kid) &&
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
            one["checklist"] = checklistJson(row.checklist, sources);
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
        const bool wanted = mayRead(caller, row.region, row.site, {});
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
    return {{"items", std::move(items)}};
}

}  // namespace plumb::server
