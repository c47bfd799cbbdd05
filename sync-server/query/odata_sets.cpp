#include "sync-server/query/odata_sets.h"

#include "sync-server/query/odata_places.h"

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
constexpr ODataProperty kCases[] = {{"Id"},
                                    {"Site"},
                                    {"SiteName"},
                                    {"Region"},
                                    {"State"},
                                    {"Kind"},
                                    {"Checklist"},
                                    {"ChecklistVersion"},
                                    {"At", ODataType::moment},
                                    {"Findings", ODataType::integer},
                                    {"OpenFindings", ODataType::integer},
                                    {"OrderNumber"},
                                    {"KeptFor"},
                                    {"LogIndex", ODataType::integer}};
constexpr ODataProperty kFindings[] = {{"Id"},
                                       {"Case"},
                                       {"Item"},
                                       {"Site"},
                                       {"SiteName"},
                                       {"Region"},
                                       {"Column"},
                                       {"Severity"},
                                       {"Due", ODataType::day},
                                       {"LogIndex", ODataType::integer}};

constexpr std::size_t kSitesOrders[] = {site_at::id, site_at::logIndex};
constexpr std::size_t kInspectionsOrders[] = {inspection_at::logIndex, inspection_at::at};
constexpr std::size_t kCasesOrders[] = {case_at::logIndex};
constexpr std::size_t kFindingsOrders[] = {finding_at::logIndex};

constexpr std::size_t kSitesCounts[] = {site_at::region, site_at::id};
constexpr std::size_t kInspectionsCounts[] = {inspection_at::status, inspection_at::region, inspection_at::site};
constexpr std::size_t kCasesCounts[] = {case_at::state, case_at::region, case_at::site};
constexpr std::size_t kFindingsCounts[] = {finding_at::column, finding_at::severity, finding_at::region,
                                           finding_at::site};

struct Set {
    std::string_view name, entity;
    std::span<const ODataProperty> properties;
    std::span<const std::size_t> orders, counts;
};
constexpr Set kSets[] = {{"Sites", "Site", kSites, kSitesOrders, kSitesCounts},
                         {"Inspections", "Inspection", kInspections, kInspectionsOrders, kInspectionsCounts},
                         {"Cases", "Case", kCases, kCasesOrders, kCasesCounts},
                         {"Findings", "Finding", kFindings, kFindingsOrders, kFindingsCounts}};

const Set& of(ODataSet set) {
    return kSets[static_cast<std::size_t>(set)];
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
        case ODataType::day:
            return "Edm.Date";
    }
    return "";
}

}  // namespace

std::string_view setName(ODataSet set) {
    return of(set).name;
}

std::string_view entityName(ODataSet set) {
    return of(set).entity;
}

std::optional<ODataSet> setNamed(std::string_view name) {
    for (const auto set : kODataSets) {
        if (setName(set) == name) return set;
    }
    return std::nullopt;
}

std::span<const ODataProperty> propertiesOf(ODataSet set) {
    return of(set).properties;
}

std::span<const std::size_t> orderedBy(ODataSet set) {
    return of(set).orders;
}

std::span<const std::size_t> countedBy(ODataSet set) {
    return of(set).counts;
}

std::string namesOf(ODataSet set, std::span<const std::size_t> properties) {
    std::string out;
    for (const auto property : properties)
        out += (out.empty() ? "" : ", ") + std::string(propertiesOf(set)[property].name);
    return out;
}

std::string odataMetadata() {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edmx:Edmx Version=\"4.0\" "
        "xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices><Schema Namespace=\"Plumbline\" "
        "xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">";
    for (const auto set : kODataSets) {
        const auto properties = propertiesOf(set);
        out += "<EntityType Name=\"" + std::string(entityName(set)) + "\"><Key><PropertyRef Name=\"" +
               std::string(properties.front().name) + "\"/></Key>";
        for (const auto& property : properties) {
            out += "<Property Name=\"" + std::string(property.name) + "\" Type=\"" + std::string(edmOf(property.type)) +
                   "\"";
            out += &property == &properties.front() ? " Nullable=\"false\"/>" : "/>";
        }
        out += "</EntityType>";
    }
    out += "<EntityContainer Name=\"Container\">";
    for (const auto set : kODataSets)
        out += "<EntitySet Name=\"" + std::string(setName(set)) + "\" EntityType=\"Plumbline." +
               std::string(entityName(set)) + "\"/>";
    return out + "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>\n";
}

}  // namespace plumb::server
