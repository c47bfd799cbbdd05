// Statistics of a calendar year, as far as the caller may read the records behind them, from counters alone (projection
// `statistics`, closings of `cases`, the board). Every rate goes through small_cells.h; where the filters themselves
// name a cell that is not told in the answer without them, nothing is told here either: a year's answers with and
// without a filter can be subtracted. Periods are calendar years for the same reason: two that overlap could be
// subtracted, too.
//
// What it does not keep from anybody: a reader may read the records behind each number one by one, and whoever asks
// before and after a line came sees what it added.
#pragma once

#include "sync-server/projections/statistics/statistic_rows.h"
#include "sync-server/query/board.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct StatisticsQuestion {
    std::string year;                      // "2026"
    std::string region;                    // "" = all that the caller may read
    std::optional<std::string> programme;  // as sites state it; none: all
    Day today{};                           // by which something is overdue
};

// Whether a visit passed: by its grade's own judgement, a grade of the tone "pass"; where the checklist has no grades,
// if no item failed. None: the document is not here.
std::optional<bool> isPassed(const checklist::Checklist* document, std::string_view grade, bool failedAny);

// wrong_region: no region of staff that the caller may read lies there.
Result<json::object> tellStatistics(const StatisticsQuestion& question, const Principal& caller, Board& board,
                                    const DocumentOf& documentOf, const QuerySources& sources);

struct StatisticRecordsQuestion {
    RecordFilter filter;  // its regions and `before` are set here
    std::string region;
    std::optional<bool> passed, itemFailed;
    std::string person;  // author's person; "" = any
    PageAsked page;
};
// The counted records behind a number, the newest first, a page by key.
Result<json::object> listStatisticRecords(StatisticRecordsQuestion question, const Principal& caller,
                                          const DocumentOf& documentOf, const QuerySources& sources);

}  // namespace plumb::server
