#include "sync-server/query/odata_rows.h"

#include <algorithm>
#include <charconv>

#include "shared/domain/record_types.h"
#include "shared/records/inspection/test_mode.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/sites/site_line.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/odata_places.h"
#include "sync-server/query/told.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

constexpr double kThousandths = 1000;

ODataValue text(const std::string& value) {
    return value.empty() ? ODataValue() : ODataValue(value);
}
ODataValue whole(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

ODataRow rowOf(const records::Site& site, std::uint64_t index) {
    const auto number = [](const auto& value) { return value ? ODataValue(double(*value)) : ODataValue(); };
    return {site.id,
            text(site.name),
            text(site.code),
            text(site.region),
            text(site.programme),
            text(site.programmeId),
            text(site.sector),
            text(site.level),
            text(site.riskGrade),
            site.altitude ? ODataValue(std::int64_t{*site.altitude}) : ODataValue(),
            number(site.latitude),
            number(site.longitude),
            whole(index)};
}

ODataRow rowOf(const records::InspectionRow& row, const std::string& siteName) {
    const auto& says = row.says;
    return {row.id,
            text(row.site),
            text(siteName),
            text(row.region),
            text(says.kind),
            text(says.checklist.id),
            text(says.checklist.version),
            row.at.utc,
            double(says.points) / kThousandths,
            double(says.max) / kThousandths,
            text(says.grade),
            std::int64_t{says.vetoes},
            std::int64_t{says.findings},
            std::string(records::statusName(row.status)),
            std::int64_t{row.version},
            whole(*row.newest)};
}

ODataRow rowOf(const PlacedCase& found, const std::string& siteName) {
    const auto& row = found.row;
    const auto open = std::count_if(row.findings.begin(), row.findings.end(),
                                    [](const auto& finding) { return records::isOpen(finding.state); });
    return {row.standing.id,
            text(row.site),
            text(siteName),
            text(row.region),
            std::string(records::stateName(records::stateOf(row))),
            text(row.kind),
            text(row.checklist.id),
            text(row.checklist.version),
            row.at.utc,
            whole(row.findings.size()),
            std::int64_t{open},
            row.orders.empty() ? ODataValue() : text(row.orders.front().number),
            text(row.archived),
            whole(found.index)};
}

ODataRow rowOf(const FindingAt& one, const std::string& siteName) {
    return {one.record + "/" + one.key.item,
            one.record,
            one.key.item,
            text(one.site),
            text(siteName),
            text(one.region),
            std::string(records::columnName(one.column)),
            text(one.severity),
            one.due ? ODataValue(dayText(*one.due)) : ODataValue(),
            whole(one.key.index)};
}

bool mayReadSite(const Principal& caller, std::string_view region, std::string_view site) {
    return domain::mayRead(caller.grants, "site.published", region, site, false);
}

std::optional<ODataRow> readSite(const SiteAt& at, const Principal& caller, const QuerySources& sources) {
    const auto site = siteOfLine(sources.reader, at.index);
    if (!site || !mayReadSite(caller, site->region, site->id)) return std::nullopt;
    return rowOf(*site, at.index);
}
std::optional<ODataRow> read(const records::InspectionRow& row, const Principal& caller, const QuerySources& sources) {
    if (row.says.isAssessment() || row.says.test || !mayReadVisit(caller, row.region, row.site, row.kid))
        return std::nullopt;
    return rowOf(row, SiteRows(sources.reader).name(row.site));
}
std::optional<ODataRow> read(const PlacedCase& found, const Principal& caller, const QuerySources& sources) {
    const auto& row = found.row;
    if (!mayReadVisit(caller, row.region, row.site, row.standing.kid)) return std::nullopt;
    return rowOf(found, SiteRows(sources.reader).name(row.site));
}
std::optional<ODataRow> read(const FindingAt& one, const Principal& caller, const QuerySources& sources) {
    if (!mayReadVisit(caller, one.region, one.site, one.author)) return std::nullopt;
    return rowOf(one, SiteRows(sources.reader).name(one.site));
}

tl::unexpected<Error> badKey() {
    return fail(ErrorKind::malformed, "bad_query", "$skiptoken must come from a page's next link, with its $orderby");
}
template <typename Number>
std::optional<Number> numberOf(std::string_view text) {
    Number out{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(out) : std::nullopt;
}
// An index of the log, none of "".
Result<std::optional<std::uint64_t>> indexOf(std::string_view key) {
    if (key.empty()) return std::nullopt;
    const auto index = numberOf<std::uint64_t>(key);
    if (!index || *index >= std::uint64_t{1} << 62) return badKey();
    return index;
}
// "<first>.<rest>"
std::pair<std::string_view, std::string_view> cut(std::string_view key) {
    const auto dot = std::min(key.find('.'), key.size());
    return {key.substr(0, dot), key.substr(std::min(dot + 1, key.size()))};
}

Result<void> walkSites(const ODataWalk& walk, const Principal& caller, const QuerySources& sources,
                       const TakeEntity& take) {
    SiteRows rows(sources.reader);
    std::vector<SiteAt> page;
    const bool byLine = walk.order.property == site_at::logIndex;
    if (byLine) {
        const auto after = indexOf(walk.after);
        if (!after) return fail(after.error());
        page = rows.byLine(*after, walk.order.descending, kMaxSitesRead + 1);
    } else if (walk.order.descending) {
        page = rows.pageBack(walk.after.empty() ? std::nullopt : std::optional(walk.after), kMaxSitesRead + 1);
    } else {
        page = rows.page(walk.after, kMaxSitesRead + 1);
    }
    for (const auto& at : page) {
        const auto key = byLine ? std::to_string(at.index) : at.site;
        if (!take(at.index < sources.head->size, key, [&] { return readSite(at, caller, sources); })) break;
    }
    return {};
}

Result<void> walkInspections(const ODataWalk& walk, const Principal& caller, const QuerySources& sources,
                             const TakeEntity& take) {
    InspectionRows rows(sources.reader);
    const bool byTime = walk.order.property == inspection_at::at;
    const auto each = [&](const records::InspectionRow& row) {
        const bool visible = *row.first < sources.head->size && (!walk.site || *walk.site == row.site);
        auto key = std::to_string(*row.first);
        if (byTime) key = std::to_string(row.at.utc.time_since_epoch().count()) + "." + key;
        return take(visible, key, [&] { return read(row, caller, sources); });
    };
    if (!byTime) {
        const auto after = indexOf(walk.after);
        if (!after) return fail(after.error());
        walk.order.descending ? rows.eachBack(*after, each) : rows.each(*after, each);
        return {};
    }
    std::optional<InspectionRows::TimeKey> after;
    if (!walk.after.empty()) {
        const auto [time, last] = cut(walk.after);
        const auto at = numberOf<std::int64_t>(time);
        const auto index = indexOf(last);
        if (!at || !index || !*index) return badKey();
        after = {TimePoint(std::chrono::milliseconds(*at)), **index};
    }
    rows.eachByTime(after, walk.order.descending, each);
    return {};
}

Result<void> walkCases(const ODataWalk& walk, const Principal& caller, const QuerySources& sources,
                       const TakeEntity& take) {
    const auto after = indexOf(walk.after);
    if (!after) return fail(after.error());
    const auto each = [&](const PlacedCase& found) {
        return take(found.index < sources.head->size, std::to_string(found.index),
                    [&] { return read(found, caller, sources); });
    };
    CaseRows rows(sources.reader);
    if (walk.order.descending)
        rows.each(std::nullopt, after->value_or(std::uint64_t{1} << 62), each);
    else
        rows.eachFrom(*after, each);
    return {};
}

Result<void> walkFindings(const ODataWalk& walk, const Principal& caller, const QuerySources& sources,
                          const TakeEntity& take) {
    std::optional<FindingKey> after;
    if (!walk.after.empty()) {
        const auto [first, item] = cut(walk.after);
        const auto index = indexOf(first);
        if (!index || !*index) return badKey();
        after = {**index, std::string(item)};
    }
    CaseRows(sources.reader).findings(after, walk.order.descending, [&](const FindingAt& one) {
        return take(one.key.index < sources.head->size, std::to_string(one.key.index) + "." + one.key.item,
                    [&] { return read(one, caller, sources); });
    });
    return {};
}

// All of them where the caller may read the place, else her own.
std::uint64_t readable(const Principal& caller, const std::string& region, const std::string& site, std::uint64_t count,
                       std::uint64_t own) {
    return mayReadVisit(caller, region, site, {}) ? count : own;
}

}  // namespace

std::size_t mostLookedAt(ODataSet set) {
    // Of a site its line is read, of a case its row parsed; the others are rows as they stand.
    return set == ODataSet::sites || set == ODataSet::cases ? kMaxSitesRead : kMaxRowsLookedAt;
}

Result<void> walkOData(const ODataWalk& walk, const Principal& caller, const QuerySources& sources,
                       const TakeEntity& take) {
    switch (walk.set) {
        case ODataSet::sites:
            return walkSites(walk, caller, sources, take);
        case ODataSet::inspections:
            return walkInspections(walk, caller, sources, take);
        case ODataSet::cases:
            return walkCases(walk, caller, sources, take);
        case ODataSet::findings:
            return walkFindings(walk, caller, sources, take);
    }
    return {};
}

std::optional<ODataRow> entityOf(ODataSet set, std::string_view key, const Principal& caller,
                                 const QuerySources& sources) {
    const auto size = sources.head->size;
    switch (set) {
        case ODataSet::sites: {
            const auto at = SiteRows(sources.reader).publishedAt(key);
            return at && *at < size ? readSite({std::string(key), *at}, caller, sources) : std::nullopt;
        }
        case ODataSet::inspections: {
            const auto row = InspectionRows(sources.reader).find(key);
            return row && *row->first < size ? read(*row, caller, sources) : std::nullopt;
        }
        case ODataSet::cases: {
            const auto found = CaseRows(sources.reader).find(key);
            return found && found->index < size ? read(*found, caller, sources) : std::nullopt;
        }
        case ODataSet::findings: {
            const auto slash = std::min(key.find('/'), key.size());
            CaseRows rows(sources.reader);
            const auto found = slash < key.size() ? rows.find(key.substr(0, slash)) : std::nullopt;
            const auto one = found && found->index < size
                                 ? rows.finding({found->index, std::string(key.substr(slash + 1))})
                                 : std::nullopt;
            return one ? read(*one, caller, sources) : std::nullopt;
        }
    }
    return std::nullopt;
}

void eachTally(ODataSet set, const Principal& caller, const QuerySources& sources,
               const std::function<void(const ODataRow& alike, std::uint64_t count)>& take) {
    ODataRow row(propertiesOf(set).size());
    switch (set) {
        case ODataSet::sites:
            SiteRows(sources.reader).regions([&](std::string_view region, std::string_view site) {
                if (!mayReadSite(caller, region, site)) return;
                row[site_at::region] = text(std::string(region));
                row[site_at::id] = std::string(site);
                take(row, 1);
            });
            return;
        case ODataSet::inspections:
            for (const auto& one : InspectionRows(sources.reader).tallies(Family::inspection, caller.kid)) {
                if (records::isTest(one.status)) continue;
                row[inspection_at::status] = std::string(records::statusName(one.status));
                row[inspection_at::region] = text(one.region);
                row[inspection_at::site] = text(one.site);
                take(row, readable(caller, one.region, one.site, one.count, one.own));
            }
            return;
        case ODataSet::cases:
            for (const auto& one : CaseRows(sources.reader).tallies(caller.kid)) {
                row[case_at::state] = std::string(records::stateName(one.state));
                row[case_at::region] = text(one.region);
                row[case_at::site] = text(one.site);
                take(row, readable(caller, one.region, one.site, one.count, one.own));
            }
            return;
        case ODataSet::findings:
            for (const auto& one : CaseRows(sources.reader).findingTallies(caller.kid)) {
                row[finding_at::column] = std::string(records::columnName(one.column));
                row[finding_at::severity] = text(one.severity);
                row[finding_at::region] = text(one.region);
                row[finding_at::site] = text(one.site);
                take(row, readable(caller, one.region, one.site, one.count, one.own));
            }
            return;
    }
}

}  // namespace plumb::server
