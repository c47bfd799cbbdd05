#include "sync-server/query/statistics_query.h"

#include <algorithm>

#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/plans/plan_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/statistic_cells.h"
#include "sync-server/query/statistic_targets.h"
#include "sync-server/query/told.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

using Programme = std::optional<std::string>;
constexpr std::size_t kMostItemsTold = 400, kMostBurdenedTold = 50;

// One question being answered.
class Answer {
  public:
    Answer(const StatisticsQuestion& question, std::vector<std::string> regions, const Principal& caller, Board& board,
           const DocumentOf& documentOf, const QuerySources& sources)
        : m_question(question),
          m_regions(std::move(regions)),
          m_caller(caller),
          m_board(board),
          m_judge(documentOf),
          m_sources(sources),
          m_rows(sources.reader) {}

    json::object tell();

  private:
    template <class Key>
    Cells cells(StatisticDimension dimension, const std::string& year, const Programme& programme, Key key);
    Cells below(const std::string& year, const Programme& programme, const std::vector<std::string>& within);
    Shown filtersShown();
    Shown regionShown(const Programme& programme);
    json::array items(Shown total);
    json::object closing();
    json::array pairs();
    json::value inspectors();
    json::object burden();
    void describeCells(json::object& out);

    const StatisticsQuestion& m_question;
    std::vector<std::string> m_regions;
    const Principal& m_caller;
    Board& m_board;
    Judge m_judge;
    const QuerySources& m_sources;
    StatisticRows m_rows;
};

template <class Key>
Cells Answer::cells(StatisticDimension dimension, const std::string& year, const Programme& programme, Key key) {
    Cells out;
    for (const auto& region : m_regions)
        m_rows.visits(dimension, year, region, programme,
                      [&](const VisitCount& row) { out[key(row)].add(m_judge(row)); });
    return out;
}

// The regions one step further in than a single one; of several those themselves.
Cells Answer::below(const std::string& year, const Programme& programme, const std::vector<std::string>& within) {
    Cells out;
    if (within.size() == 1 && within.front().size() < 6) {
        m_rows.visitsBelow(year, within.front(), within.front().size() + 2, programme,
                           [&](const VisitCount& row) { out[row.region].add(m_judge(row)); });
        return out;
    }
    if (within.size() == 1) return out;
    for (const auto& region : within)
        m_rows.visits(StatisticDimension::all, year, region, programme,
                      [&](const VisitCount& row) { out[region].add(m_judge(row)); });
    return out;
}

// From what the caller may read on the way down to the region that is asked for: it must be told at each step.
Shown Answer::regionShown(const Programme& programme) {
    if (m_question.region.empty()) return Shown::yes;
    auto within = readableRegions(m_caller, "");
    while (true) {
        const auto cells = below(m_question.year, programme, within);
        const auto shown = guarded(cells);
        const auto next = std::find_if(shown.begin(), shown.end(),
                                       [&](const auto& one) { return m_question.region.starts_with(one.first); });
        if (next == shown.end()) return Shown::yes;  // nothing is counted there, or it is a root of the caller's
        if (next->second != Shown::yes) return next->second;
        if (next->first == m_question.region) return Shown::yes;
        within = {next->first};
    }
}

Shown Answer::filtersShown() {
    if (const auto shown = regionShown(std::nullopt); shown != Shown::yes) return shown;
    if (!m_question.programme) return Shown::yes;
    if (const auto shown = regionShown(m_question.programme); shown != Shown::yes) return shown;
    const auto byProgramme = guarded(cells(StatisticDimension::all, m_question.year, std::nullopt,
                                           [](const VisitCount& row) { return row.programme; }));
    const auto found = byProgramme.find(*m_question.programme);
    return found == byProgramme.end() ? Shown::yes : found->second;
}

void Answer::describeCells(json::object& out) {
    const auto& programme = m_question.programme;
    const auto before = std::to_string(std::stoi(m_question.year) - 1);
    const auto one = [](const VisitCount&) { return std::string(); };
    const auto ofProgramme = [](const VisitCount& row) { return row.programme; };
    const auto ofValue = [](const VisitCount& row) { return row.value; };
    const auto ofChecklist = [](const VisitCount& row) { return row.checklist; };
    using enum StatisticDimension;
    const auto total = cells(all, m_question.year, programme, one)[""];
    const auto shown = shownOf(total);
    const auto last = cells(all, before, programme, one)[""];
    out["checks"] = tellCell(total, shown);
    out["last_year"] = tellCell(last, shownOf(last));
    auto months = cells(month, m_question.year, programme, ofValue);
    for (int i = 1; i <= 12; ++i) months[i < 10 ? "0" + std::to_string(i) : std::to_string(i)];
    out["months"] = tellCells(months, shown);
    out["programmes"] = tellCells(cells(all, m_question.year, programme, ofProgramme), shown);
    out["programmes_last_year"] = tellCells(cells(all, before, programme, ofProgramme), shownOf(last));
    out["regions_below"] = tellCells(below(m_question.year, programme, m_regions), shown);
    out["sectors"] = tellCells(cells(sector, m_question.year, programme, ofValue), shown);
    out["kinds"] = tellCells(cells(kind, m_question.year, programme, ofValue), shown);
    auto checklists = tellCells(cells(all, m_question.year, programme, ofChecklist), shown);
    std::map<std::string, json::value> titles;
    for (const auto& row : ChecklistRows(m_sources.reader).all()) titles[row.id] = tellChecklist(row)["title"];
    for (auto& told : checklists) told.as_object()["title"] = titles[textOr(told.as_object(), "value")];
    out["checklists"] = std::move(checklists);
    out["items"] = items(shown);
    out["burden"] = burden();
}

// The clauses that failed most, by the share of the checks that asked them.
json::array Answer::items(Shown total) {
    std::map<std::string, ItemTally> all;
    for (const auto& region : m_regions)
        m_rows.items(m_question.year, region, m_question.programme,
                     [&](const std::string& checklist, const ItemTally& one) { count(all[checklist], one, 1); });
    std::map<std::string, const checklist::Checklist*> documents;
    for (const auto& row : ChecklistRows(m_sources.reader).all()) documents[row.id] = m_judge.document(row.sha256);
    struct Found {
        std::string checklist, item;
        ItemCount count;
    };
    std::vector<Found> found;
    for (const auto& [checklist, tally] : all) {
        for (const auto& [item, one] : tally) found.push_back({checklist, item, one});
    }
    // What is not told a rate stands behind, or its place in the list would tell it.
    const auto told = [&](const Found& one) { return total == Shown::yes && one.count.asked >= kFewest; };
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
        if (told(a) != told(b)) return told(a);
        if (told(a) && a.count.failed * b.count.asked != b.count.failed * a.count.asked)
            return a.count.failed * b.count.asked > b.count.failed * a.count.asked;
        return std::tie(a.checklist, a.item) < std::tie(b.checklist, b.item);
    });
    if (found.size() > kMostItemsTold) found.resize(kMostItemsTold);
    json::array out;
    for (const auto& one : found) {
        json::object object{{"checklist", one.checklist},
                            {"item", one.item},
                            {"asked", one.count.asked},
                            {"shown", shownName(told(one) ? Shown::yes : Shown::few)}};
        if (told(one)) {
            object["failed"] = one.count.failed;
            object["part"] = one.count.part;
        }
        const auto* document = documents[one.checklist];
        if (const auto* item = document ? document->item(one.item) : nullptr) {
            object["no"] = item->no;
            object["text"] = item->text.toJson();
            if (const auto force = item->force())
                object["force"] = *force == checklist::Force::mandatory ? "mandatory" : "recommended";
            json::array basis;
            for (const auto& standard : item->standards) basis.push_back(json::value(standard.ref));
            object["basis"] = std::move(basis);
        }
        out.push_back(std::move(object));
    }
    return out;
}

json::object Answer::closing() {
    std::map<std::string, ClosingCount> by;
    for (const auto& region : m_regions)
        for (const auto& [programme, count] : CaseRows(m_sources.reader).closingsByProgramme(m_question.year, region))
            by[programme].add(count);
    ClosingCount sum;
    std::vector<std::int64_t> counts;
    for (const auto& [programme, count] : by) {
        counts.push_back(count.n);
        if (!m_question.programme || *m_question.programme == programme) sum.add(count);
    }
    // One programme's is a cell of the table of all, which can be asked for without the filter.
    const auto guarded = guardCells(counts);
    auto shown = sum.n > 0 && sum.n < kFewest ? Shown::few : Shown::yes;
    json::array programmes;
    std::size_t i = 0;
    for (const auto& [programme, count] : by) {
        const auto cell = guarded[i++];
        if (m_question.programme && *m_question.programme == programme) shown = cell;
        if (m_question.programme) continue;
        json::object one{
            {"value", programme}, {"n", count.n}, {"shown", shownName(shown == Shown::yes ? cell : shown)}};
        if (shown == Shown::yes && cell == Shown::yes) {
            one["days"] = count.days;
            one["late"] = count.late;
        }
        programmes.push_back(std::move(one));
    }
    json::object out{{"n", sum.n}, {"shown", shownName(shown)}, {"programmes", std::move(programmes)}};
    if (sum.n > 0 && shown == Shown::yes) {
        out["days"] = sum.days;
        out["late"] = sum.late;
    }
    BoardQuestion ask;
    ask.filter.region = m_question.region;
    ask.programme = m_question.programme.value_or("");
    ask.today = m_question.today;
    ask.limit = 1;
    const auto page = m_board.ask(ask, m_caller, m_sources.reader);
    std::uint64_t open = 0, overdue = 0;
    for (const auto column :
         {records::FindingColumn::toOrder, records::FindingColumn::withEnterprise, records::FindingColumn::reported}) {
        open += page.counts[static_cast<std::size_t>(column)].all;
        overdue += page.counts[static_cast<std::size_t>(column)].overdue;
    }
    out["open"] = open;
    out["overdue"] = overdue;
    return out;
}

json::array Answer::pairs() {
    std::map<std::string, PairCount> sum;
    for (const auto& region : m_regions) {
        for (const auto& one : m_rows.pairs(m_question.year, region, m_question.programme)) {
            auto& at = sum[one.checklist];
            at.n += one.n;
            at.higher += one.higher;
            at.lower += one.lower;
            at.total += one.total;
            at.apart += one.apart;
        }
    }
    std::vector<std::int64_t> counts;
    for (const auto& [checklist, one] : sum) counts.push_back(one.n);
    const auto shown = guardCells(counts);
    json::array out;
    std::size_t i = 0;
    for (const auto& [checklist, one] : sum) {
        json::object object{{"checklist", checklist}, {"n", one.n}, {"shown", shownName(shown[i])}};
        if (shown[i++] == Shown::yes) {
            object["higher"] = one.higher;
            object["lower"] = one.lower;
            object["total"] = one.total;
            object["apart"] = one.apart;
        }
        out.push_back(std::move(object));
    }
    return out;
}

// How far inspectors lie apart by the same checklist. Told to who oversees them there, never to one another.
json::value Answer::inspectors() {
    const bool oversees = std::all_of(m_regions.begin(), m_regions.end(), [&](const std::string& region) {
        return std::any_of(m_caller.grants.begin(), m_caller.grants.end(), [&](const domain::Grant& grant) {
            return grant.role != domain::Role::enterprise && grant.role != domain::Role::inspector &&
                   grant.covers(region);
        });
    });
    if (!oversees) return nullptr;
    std::map<std::string, std::string> people;  // by the author's number
    const auto person = [&](const std::string& number) {
        auto [at, fresh] = people.try_emplace(number);
        if (fresh) {
            const auto kid = m_rows.author(number);
            const auto id = m_sources.trust.personId(kid);
            at->second = id.empty() ? kid : id;
        }
        return at->second;
    };
    std::map<std::string, Cells> by;
    Cells totals;
    for (const auto& region : m_regions)
        m_rows.visits(StatisticDimension::author, m_question.year, region, m_question.programme,
                      [&](const VisitCount& row) {
                          const auto cell = m_judge(row);
                          by[row.checklist][person(row.value)].add(cell);
                          totals[row.checklist].add(cell);
                      });
    const auto shown = guarded(totals);
    json::array out;
    for (const auto& [checklist, cells] : by) {
        auto told = tellCells(cells, shown.at(checklist));
        for (auto& one : told) {
            const auto id = textOr(one.as_object(), "value");
            const auto name = m_sources.trust.nameOfPerson(id);
            one.as_object()["name"] = name.empty() ? m_sources.trust.personName(id) : name;
        }
        out.push_back(json::object{{"checklist", checklist}, {"people", std::move(told)}});
    }
    return out;
}

// By the rule of the published plan of the year that states a cap for all of what is asked for, of the narrowest
// region.
json::object Answer::burden() {
    std::optional<std::int64_t> most;
    records::VisitRule rule;
    std::string plan;
    const int year = std::stoi(m_question.year);
    // Of several regions none holds all, but what they begin with alike.
    std::string common = m_regions.front();
    for (const auto& region : m_regions)
        while (!region.starts_with(common)) common.pop_back();
    common.resize(common.size() / 2 * 2);
    for (const auto& one : PlanRows(m_sources.reader).inForce(common, year)) {
        const auto* says = records::inForceAt(one, common, year);
        if (!says->most) continue;
        most = says->most;
        rule = says->visits;
        plan = one.id;
    }
    Burden sum;
    std::int64_t sites = 0, visited = 0;
    for (const auto& region : m_regions) {
        auto found = m_rows.burden(m_question.year, region, m_question.programme, rule, most, kMostBurdenedTold);
        for (const auto& [what, n] : found.kinds) sum.kinds[what] += n;
        for (const auto& [n, count] : found.times) sum.times[n] += count;
        sum.over.insert(sum.over.end(), found.over.begin(), found.over.end());
        sites += m_rows.sites(region, m_question.programme);
    }
    json::array times, over, kinds, uncounted;
    for (const auto& [n, count] : sum.times) visited += count;
    times.push_back(json::object{{"n", 0}, {"sites", std::max<std::int64_t>(0, sites - visited)}});
    for (const auto& [n, count] : sum.times) times.push_back(json::object{{"n", n}, {"sites", count}});
    SiteRows names(m_sources.reader);
    for (const auto& one : sum.over)
        over.push_back(json::object{{"site", one.site}, {"name", names.name(one.site)}, {"n", one.n}});
    for (const auto& [what, n] : sum.kinds)
        kinds.push_back(json::object{{"what", what}, {"n", n}, {"counts", rule.counts(what)}});
    for (const auto& one : rule.uncounted)
        uncounted.push_back(json::object{{"what", one.what}, {"source", one.source}});
    return {{"cap", most ? json::value(*most) : json::value(nullptr)},
            {"plan", plan.empty() ? json::value(nullptr) : json::value(plan)},
            {"uncounted", std::move(uncounted)},
            {"kinds", std::move(kinds)},
            {"sites", sites},
            {"checked", visited},
            {"times", std::move(times)},
            {"over", std::move(over)}};
}

json::object Answer::tell() {
    const auto& programme = m_question.programme;
    json::array regions(m_regions.begin(), m_regions.end()), years, known;
    for (const auto& year : m_rows.years()) years.push_back(json::value(year));
    Cells all = cells(StatisticDimension::all, m_question.year, std::nullopt,
                      [](const VisitCount& row) { return row.programme; });
    for (const auto& [name, cell] : all) known.push_back(json::value(name));
    json::object out{{"year", m_question.year},
                     {"region", m_question.region},
                     {"programme", programme ? json::value(*programme) : json::value(nullptr)},
                     {"regions", std::move(regions)},
                     {"years", std::move(years)},
                     {"known_programmes", std::move(known)},
                     {"fewest", kFewest},
                     {"size", m_sources.reader.size()}};
    const auto shown = filtersShown();
    out["withheld"] = shown == Shown::yes ? json::value(nullptr) : json::value(shownName(shown));
    if (shown != Shown::yes) return out;
    describeCells(out);
    out["closing"] = closing();
    out["pairs"] = pairs();
    out["inspectors"] = inspectors();
    out["targets"] = tellTargets(m_question.year, m_regions, m_judge, m_rows, m_sources);
    return out;
}

}  // namespace

Result<json::object> tellStatistics(const StatisticsQuestion& question, const Principal& caller, Board& board,
                                    const DocumentOf& documentOf, const QuerySources& sources) {
    auto regions = readableRegions(caller, question.region);
    if (regions.empty())
        return fail(ErrorKind::forbidden, "wrong_region",
                    "statistics are told to staff of the region that is asked for");
    return Answer(question, std::move(regions), caller, board, documentOf, sources).tell();
}

}  // namespace plumb::server
