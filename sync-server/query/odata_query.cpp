#include "sync-server/query/odata_query.h"

#include <charconv>

#include "shared/domain/record_types.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/sites/site_line.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

constexpr ODataProperty kSites[] = {{"Id"},
                                    {"Name"},
                                    {"Code"},
                                    {"Region"},
                                    {"Programme"},
                                    {"ProgrammeId"},
                                    {"Sector"},
                                    {"Level"},
                                    {"RiskGrade"},
                                    {"Altitude", ODataType::integer},
                                    {"Latitude", ODataType::decimal},
                                    {"Longitude", ODataType::decimal},
                                    {"LogIndex", ODataType::integer}};
constexpr ODataProperty kInspections[] = {{"Id"},
                                          {"Site"},
                                          {"SiteName"},
                                          {"Region"},
                                          {"Kind"},
                                          {"Checklist"},
                                          {"ChecklistVersion"},
                                          {"At", ODataType::moment},
                                          {"Points", ODataType::decimal},
                                          {"Max", ODataType::decimal},
                                          {"Grade"},
                                          {"Vetoes", ODataType::integer},
                                          {"Findings", ODataType::integer},
                                          {"Status"},
                                          {"Version", ODataType::integer},
                                          {"LogIndex", ODataType::integer}};
constexpr std::size_t kSiteOfInspection = 1, kIdOf = 0;
constexpr double kThousandths = 1000;

ODataValue text(const std::string& value) {
    return value.empty() ? ODataValue() : ODataValue(value);
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
            static_cast<std::int64_t>(index)};
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
            static_cast<std::int64_t>(*row.newest)};
}

json::value toJson(const ODataValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return json::value(*text);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return json::value(*whole);
    if (const auto* number = std::get_if<double>(&value)) return json::value(*number);
    if (const auto* at = std::get_if<TimePoint>(&value))
        return json::value(formatInstant({*at, std::chrono::minutes{0}}));
    return nullptr;
}

json::object tell(ODataSet set, const ODataRow& row, const std::vector<std::size_t>& select) {
    const auto properties = propertiesOf(set);
    json::object out;
    const auto put = [&](std::size_t i) { out[properties[i].name] = toJson(row[i]); };
    if (select.empty()) {
        for (std::size_t i = 0; i < properties.size(); ++i) put(i);
    }
    for (const auto i : select) put(i);
    return out;
}

// Takes rows in order, those that are wanted, until the page is full.
class Collector {
  public:
    explicit Collector(const ODataQuestion& question) : m_question(question) { m_page.stillToSkip = question.skip; }
    // False: the page ended before this row.
    template <typename MakeRow>
    bool take(bool readable, const std::string& key, std::size_t most, const MakeRow& makeRow) {
        if (m_looked++ == most) return end();
        if (readable) {
            const auto row = makeRow();
            if (row && (!m_question.filter || m_question.filter->holds(*row))) {
                if (m_page.stillToSkip > 0) {
                    --m_page.stillToSkip;
                } else if (m_page.value.size() == m_question.top) {
                    return end();
                } else {
                    m_page.value.push_back(tell(m_question.set, *row, m_question.select));
                }
            }
        }
        m_last = key;
        return true;
    }
    ODataPage page() && { return std::move(m_page); }

  private:
    bool end() {
        m_page.next = m_last;
        return false;
    }
    const ODataQuestion& m_question;
    ODataPage m_page;
    std::string m_last;
    std::size_t m_looked = 0;
};

bool mayReadSite(const Principal& caller, const std::string& region, const std::string& site) {
    return domain::mayRead(caller.grants, "site.published", region, site, false);
}

ODataPage listSites(const ODataQuestion& question, const Principal& caller, const QuerySources& sources) {
    Collector out(question);
    SiteRows rows(sources.reader);
    for (const auto& at : rows.page(question.after, kMaxSitesRead + 1)) {
        const auto make = [&]() -> std::optional<ODataRow> {
            const auto site = siteOfLine(sources.reader, at.index);
            if (!site || !mayReadSite(caller, site->region, site->id)) return std::nullopt;
            return rowOf(*site, at.index);
        };
        if (!out.take(at.index < sources.head->size, at.site, kMaxSitesRead, make)) break;
    }
    return std::move(out).page();
}

std::optional<ODataRow> readInspection(const records::InspectionRow& row, const Principal& caller,
                                       const QuerySources& sources) {
    if (row.says.isAssessment() || row.says.test || !mayReadVisit(caller, row.region, row.site, row.kid)) return std::nullopt;
    return rowOf(row, SiteRows(sources.reader).name(row.site));
}

ODataPage listInspections(const ODataQuestion& question, std::optional<std::uint64_t> after, const Principal& caller,
                          const QuerySources& sources) {
    Collector out(question);
    const auto site = question.filter ? question.filter->mustEqual(kSiteOfInspection) : std::nullopt;
    InspectionRows(sources.reader).each(after, [&](const records::InspectionRow& row) {
        const bool wanted = *row.first < sources.head->size && (!site || *site == row.site);
        return out.take(wanted, std::to_string(*row.first), kMaxRowsLookedAt,
                        [&] { return readInspection(row, caller, sources); });
    });
    return std::move(out).page();
}

std::string_view edmOf(ODataType type) {
    switch (type) {
        case ODataType::text:
            return "Edm.String";
        case ODataType::integer:
            return "Edm.Int64";
        case ODataType::decimal:
            return "Edm.Double";
        case ODataType::moment:
            return "Edm.DateTimeOffset";
    }
    return "";
}

}  // namespace

std::string_view setName(ODataSet set) {
    return set == ODataSet::sites ? "Sites" : "Inspections";
}

std::optional<ODataSet> setNamed(std::string_view name) {
    for (const auto set : {ODataSet::sites, ODataSet::inspections}) {
        if (setName(set) == name) return set;
    }
    return std::nullopt;
}

std::span<const ODataProperty> propertiesOf(ODataSet set) {
    return set == ODataSet::sites ? std::span<const ODataProperty>(kSites)
                                  : std::span<const ODataProperty>(kInspections);
}

std::string odataMetadata() {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edmx:Edmx Version=\"4.0\" "
        "xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices><Schema Namespace=\"Plumbline\" "
        "xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">";
    const ODataSet sets[] = {ODataSet::sites, ODataSet::inspections};
    for (const auto set : sets) {
        const auto properties = propertiesOf(set);
        const std::string name(setName(set));
        out += "<EntityType Name=\"" + name.substr(0, name.size() - 1) + "\"><Key><PropertyRef Name=\"" +
               std::string(properties[kIdOf].name) + "\"/></Key>";
        for (const auto& property : properties) {
            out += "<Property Name=\"" + std::string(property.name) + "\" Type=\"" + std::string(edmOf(property.type)) +
                   "\"";
            out += &property == &properties[kIdOf] ? " Nullable=\"false\"/>" : "/>";
        }
        out += "</EntityType>";
    }
    out += "<EntityContainer Name=\"Container\">";
    for (const auto set : sets) {
        const std::string name(setName(set));
        out += "<EntitySet Name=\"" + name + "\" EntityType=\"Plumbline." + name.substr(0, name.size() - 1) + "\"/>";
    }
    return out + "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>\n";
}

Result<ODataPage> listOData(const ODataQuestion& question, const Principal& caller, const QuerySources& sources) {
    if (question.set == ODataSet::sites) return listSites(question, caller, sources);
    std::optional<std::uint64_t> after;
    if (const auto& key = question.after; !key.empty()) {
        std::uint64_t index = 0;
        const auto read = std::from_chars(key.data(), key.data() + key.size(), index);
        if (read.ec != std::errc() || read.ptr != key.data() + key.size() || index >= std::uint64_t{1} << 62)
            return fail(ErrorKind::malformed, "bad_query", "$skiptoken must come from a page's next link");
        after = index;
    }
    return listInspections(question, after, caller, sources);
}

Result<json::object> findOData(ODataSet set, std::string_view key, const Principal& caller,
                               const QuerySources& sources) {
    std::optional<ODataRow> row;
    if (set == ODataSet::sites) {
        const auto at = SiteRows(sources.reader).publishedAt(key);
        const auto site = at && *at < sources.head->size ? siteOfLine(sources.reader, *at) : std::nullopt;
        if (site && mayReadSite(caller, site->region, site->id)) row = rowOf(*site, *at);
    } else if (const auto found = InspectionRows(sources.reader).find(key);
               found && *found->first < sources.head->size) {
        row = readInspection(*found, caller, sources);
    }
    if (!row) return fail(ErrorKind::notFound, "not_found", "there is no such entity that you may read");
    return tell(set, *row, {});
}

}  // namespace plumb::server
