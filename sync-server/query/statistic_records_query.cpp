#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/statistic_cells.h"
#include "sync-server/query/statistics_query.h"
#include "sync-server/query/told.h"

namespace plumb::server {

Result<json::object> listStatisticRecords(StatisticRecordsQuestion question, const Principal& caller,
                                          const DocumentOf& documentOf, const QuerySources& sources) {
    question.filter.regions = readableRegions(caller, question.region);
    if (question.filter.regions.empty())
        return fail(ErrorKind::forbidden, "wrong_region",
                    "statistics are told to staff of the region that is asked for");
    Judge judge(documentOf);
    question.filter.before = question.page.from;
    Page page(question.page.limit);
    SiteRows sites(sources.reader);
    StatisticRows(sources.reader).records(question.filter, [&](const ListedRecord& row) {
        bool wanted = !row.id.empty() && mayReadVisit(caller, row.region, row.site, row.kid);
        if (wanted && question.filter.item) wanted = row.item.has_value();
        if (wanted && question.itemFailed) wanted = row.item && (row.item->failed > 0) == *question.itemFailed;
        if (wanted && !question.person.empty()) {
            const auto person = sources.trust.personId(row.kid);
            wanted = (person.empty() ? row.kid : person) == question.person;
        }
        std::optional<bool> passed;
        if (wanted) {
            passed = isPassed(judge.document(row.sha256), row.grade, row.failedAny);
            wanted = !question.passed || passed == question.passed;
        }
        return page.take(wanted, std::to_string(row.index), [&] {
            const auto author = sources.trust.personName(row.kid);
            return json::object{{"id", row.id},
                                {"site", row.site},
                                {"site_name", sites.name(row.site)},
                                {"region", row.region},
                                {"checklist", row.checklist},
                                {"kind", row.kind},
                                {"grade", row.grade},
                                {"day", dayText(row.day)},
                                {"author", author.empty() ? row.kid : author},
                                {"status", records::statusName(row.status)},
                                {"passed", passed ? json::value(*passed) : json::value(nullptr)}};
        });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
