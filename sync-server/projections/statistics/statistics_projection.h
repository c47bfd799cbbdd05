// Counters of checks, folded line by line: by year, region (province, prefecture, county) and programme, and within
// them by month, sector, kind, author and the programme that a site counts for; items of checklists by county; how
// often a site was visited in a year, by what kind of visit (records/planning/visits.h); self-assessments beside the
// inspection that followed. They are a function of the records as they stand and of the sites as they are published:
// whatever leaves (returned, amended, moved with its site) is taken out exactly as it was put in, so that any order of
// arrival ends at the same tables.
//
// Whether a visit passed is not counted here but told by its grade, which the checklist's document judges
// (query/statistics_query.h): counters hold grades.
#pragma once

#include "sync-server/projections/projection.h"
#include "sync-server/projections/statistics/counted_record.h"
#include "sync-server/projections/statistics/statistic_counters.h"

namespace plumb::server {

class StatisticsProjection final : public Projection {
  public:
    explicit StatisticsProjection(StoreWriter& writer)
        : m_writer(writer), m_sql(writer.connection()), m_counters(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "statistics"; }
    [[nodiscard]] int version() const override { return 2; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;
    void settle() override { m_counters.settle(); }

  private:
    void applyRecord(const LoggedLine& line, const std::string& id);
    void applySite(const LoggedLine& line);
    void applyProgramme(const LoggedLine& line);
    void applyCheck(const LoggedLine& line);
    void applyTask(const LoggedLine& line);
    // That a check, or a task that is for one, was ordered from above; `inspection`: made before, or "".
    void order(const std::string& id, const std::string& inspection);
    bool isOrdered(const std::string& id);

    std::optional<CountedRecord> find(std::string_view id);
    void put(const CountedRecord& record);
    CountedSite siteOf(std::string_view site);
    // In (1) or out (-1) of every counter but the pairs.
    void count(const CountedRecord& record, int by);
    // Pairs each inspection of the site by this checklist anew with the self-assessment before it.
    void pair(std::string_view site, std::string_view checklist);

    StoreWriter& m_writer;
    sql::Connection& m_sql;
    StatisticCounters m_counters;
};

}  // namespace plumb::server
