#include "sync-server/query/statistic_targets.h"

#include <algorithm>
#include <set>

#include "sync-server/projections/publications/publications.h"

namespace plumb::server {
namespace {

struct Counted {
    std::optional<std::int64_t> n = {};   // none: nothing to count, or not told
    std::optional<std::int64_t> of = {};  // of a rate: how many it is a share of
    Shown shown = Shown::yes;
};

class Targets {
  public:
    Targets(const std::string& year, const std::vector<std::string>& regions, Judge& judge, StatisticRows& rows,
            const QuerySources& sources)
        : m_year(year), m_regions(regions), m_judge(judge), m_rows(rows), m_sources(sources) {}

    json::array tell();

  private:
    std::map<std::string, Shown> programmesShown();
    Counted measured(const records::Programme& programme, const records::TargetMeasure& measure,
                     const std::vector<std::string>& within, Shown programmeShown);
    Counted passRate(const records::Programme& programme, const std::vector<std::string>& within, Shown programmeShown);

    const std::string& m_year;
    const std::vector<std::string>& m_regions;
    Judge& m_judge;
    StatisticRows& m_rows;
    const QuerySources& m_sources;
};

// Programmes by their ids are cells of the total, which is told; and one whose checks all stand in one cell of the
// table of programmes is told where that cell is.
std::map<std::string, Shown> Targets::programmesShown() {
    Cells byName, byId;
    std::map<std::string, std::set<std::string>> names;
    std::int64_t rest = 0;
    for (const auto& region : m_regions) {
        m_rows.visits(StatisticDimension::all, m_year, region, std::nullopt, [&](const VisitCount& row) {
            byName[row.programme].add(m_judge(row));
            rest += row.n;
        });
        m_rows.visits(StatisticDimension::programmeId, m_year, region, std::nullopt, [&](const VisitCount& row) {
            byId[row.value].add(m_judge(row));
            names[row.value].insert(row.programme);
            rest -= row.n;
        });
    }
    byId[""].n += rest;
    const auto inTable = guarded(byName);
    auto out = guarded(byId);
    for (auto& [id, shown] : out) {
        const auto& named = names[id];
        if (shown != Shown::yes || named.size() != 1) continue;
        if (const auto cell = inTable.find(*named.begin()); cell != inTable.end()) shown = cell->second;
    }
    return out;
}

Counted Targets::passRate(const records::Programme& programme, const std::vector<std::string>& within,
                          Shown programmeShown) {
    Counted out;
    Cell checks;
    for (const auto& region : within)
        m_rows.visits(StatisticDimension::programmeId, m_year, region, std::nullopt, [&](const VisitCount& row) {
            if (row.value == programme.id) checks.add(m_judge(row));
        });
    out.shown = programmeShown;
    if (out.shown == Shown::yes && checks.judged > 0 && checks.judged < kFewest) out.shown = Shown::few;
    if (out.shown != Shown::yes) return out;
    out.of = checks.judged;
    if (checks.judged > 0) out.n = 100 * checks.passed / checks.judged;
    return out;
}

// What is counted of a programme's target in these regions; `shown`: whether it may be told.
Counted Targets::measured(const records::Programme& programme, const records::TargetMeasure& measure,
                          const std::vector<std::string>& within, Shown programmeShown) {
    Counted out;
    if (measure.what == records::kMeasurePassRate) return passRate(programme, within, programmeShown);
    if (measure.what == records::kMeasureStandards) {
        out.n = 0;
        for (const auto& region : within) *out.n += Publications(m_sources.reader).count("standard.published", region);
        return out;
    }
    std::int64_t sites = 0, visited = 0, checks = 0;
    const records::VisitRule rule;  // whether somebody was there at all
    for (const auto& region : within) {
        sites += m_rows.sitesFor(programme.id, region, measure.level);
        if (measure.what == records::kMeasureCoverage)
            visited += m_rows.sitesVisited(programme.id, region, m_year, rule);
        if (measure.what != records::kMeasureInspections) continue;
        m_rows.visits(StatisticDimension::programmeId, m_year, region, std::nullopt, [&](const VisitCount& row) {
            if (row.value == programme.id) checks += row.n;
        });
    }
    if (measure.what == records::kMeasureSites) out.n = sites;
    if (measure.what == records::kMeasureInspections) out.n = checks;
    if (measure.what == records::kMeasureCoverage) {
        out.of = sites;
        if (sites > 0) out.n = 100 * visited / sites;
    }
    return out;
}

// A target says itself what counts for it (`measure`); what says nothing can be read by people alone, and is shown with
// its source and no number of ours.
json::array Targets::tell() {
    json::array out;
    const auto shown = programmesShown();
    for (const auto& programme : m_rows.programmes()) {
        std::vector<std::string> within;
        for (const auto& region : m_regions) {
            if (region.starts_with(programme.region))
                within.push_back(region);
            else if (programme.region.starts_with(region))
                within.push_back(programme.region);
        }
        if (within.empty()) continue;
        const bool whole = std::find(within.begin(), within.end(), programme.region) != within.end();
        const auto cell = shown.find(programme.id);
        for (const auto& target : programme.targets) {
            Counted counted;
            if (target.measure)
                counted = measured(programme, *target.measure, within, cell == shown.end() ? Shown::yes : cell->second);
            const auto& source = target.source.empty() ? programme.source : target.source;
            json::object one{{"programme", programme.id},
                             {"programme_title", programme.title.toJson()},
                             {"title", target.title.toJson()},
                             {"unit", target.unit.toJson()},
                             {"at_least", target.atLeast},
                             {"source", source.toJson()},
                             {"actual", counted.n ? json::value(*counted.n) : json::value(nullptr)},
                             {"shown", shownName(counted.shown)},
                             {"whole", whole}};
            one["by"] = target.by ? json::value(dayText(*target.by)) : json::value(nullptr);
            if (counted.of) one["of"] = *counted.of;
            one["measure"] = target.measure ? json::value(target.measure->what) : json::value(nullptr);
            out.push_back(std::move(one));
        }
    }
    return out;
}

}  // namespace

json::array tellTargets(const std::string& year, const std::vector<std::string>& regions, Judge& judge,
                        StatisticRows& rows, const QuerySources& sources) {
    return Targets(year, regions, judge, rows, sources).tell();
}

}  // namespace plumb::server
