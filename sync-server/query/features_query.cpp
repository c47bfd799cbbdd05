#include "sync-server/query/features_query.h"

#include "shared/domain/record_types.h"
#include "sync-server/projections/sites/site_line.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

json::value geometryOf(const records::Site& site) {
    if (!site.boundary.empty()) {
        json::array ring;
        for (const auto& [latitude, longitude] : records::counterclockwise(site.boundary))
            ring.push_back(json::array{longitude, latitude});
        return json::object{{"type", "Polygon"}, {"coordinates", json::array{std::move(ring)}}};
    }
    if (!site.latitude || !site.longitude) return nullptr;
    return json::object{{"type", "Point"}, {"coordinates", {*site.longitude, *site.latitude}}};
}

json::object tell(const records::Site& site) {
    json::object properties{{"id", site.id},         {"name", site.name},           {"code", site.code},
                            {"region", site.region}, {"programme", site.programme}, {"programme_id", site.programmeId},
                            {"sector", site.sector}, {"level", site.level},         {"risk_grade", site.riskGrade},
                            {"altitude", nullptr}};
    if (site.altitude) properties["altitude"] = *site.altitude;
    return {
        {"type", "Feature"}, {"id", site.id}, {"geometry", geometryOf(site)}, {"properties", std::move(properties)}};
}

bool mayRead(const Principal& caller, const records::Site& site) {
    return domain::mayRead(caller.grants, "site.published", site.region, site.id, false);
}

// A boundary lies in a box where one of its corners does, or its point.
bool liesIn(const FeatureBox& box, const records::Site& site) {
    for (const auto& [latitude, longitude] : site.boundary) {
        if (box.holds(latitude, longitude)) return true;
    }
    return site.latitude && site.longitude && box.holds(*site.latitude, *site.longitude);
}

}  // namespace

FeaturesPage listFeatures(const FeaturesQuestion& question, const Principal& caller, const QuerySources& sources) {
    FeaturesPage out;
    SiteRows rows(sources.reader);
    const auto page = rows.page(question.after, kMaxSitesRead + 1);
    std::string last;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (i == kMaxSitesRead || out.features.size() == question.limit) {
            out.next = last;
            return out;
        }
        last = page[i].site;
        if (page[i].index >= sources.head->size) continue;
        const auto site = siteOfLine(sources.reader, page[i].index);
        if (!site || !site->region.starts_with(question.region) || !mayRead(caller, *site)) continue;
        if (question.box && !liesIn(*question.box, *site)) continue;
        out.features.push_back(tell(*site));
    }
    return out;
}

Result<json::object> featureOf(std::string_view id, const Principal& caller, const QuerySources& sources) {
    const auto site = publishedSite(sources.reader, id);
    if (!site || !mayRead(caller, *site))
        return fail(ErrorKind::notFound, "not_found", "there is no such site that you may read");
    return tell(*site);
}

}  // namespace plumb::server
