// OGC API – Features, part 1 (OGC 17-069r4): sites for maps and other programs. A caller carries a token as for every
// call. Addresses in answers begin with the one that people reach this server by, where it was told; else with the
// caller's own.
#include "shared/base/encoding.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/features_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kFeatures = 100, kMostFeatures = 1000;
constexpr const char* kGeoJson = "application/geo+json";
constexpr const char* kConforms[] = {"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                                     "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson"};
constexpr const char* kCrs = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

class Addresses {
  public:
    Addresses(const Request& request, const Services& services)
        : m_base(services.issuer.url.empty() ? "https://" + std::string(request.header("host")) : services.issuer.url) {
        while (m_base.ends_with('/')) m_base.pop_back();
    }
    [[nodiscard]] json::object link(const std::string& path, const char* rel, const char* type,
                                    const char* title = "") const {
        json::object out{{"href", m_base + path}, {"rel", rel}, {"type", type}};
        if (*title != '\0') out["title"] = title;
        return out;
    }

  private:
    std::string m_base;
};

json::object collection(const Addresses& at) {
    return {{"id", "sites"},
            {"title", "检查对象 / Sites"},
            {"description", "Published sites as far as the caller may read them"},
            {"itemType", "feature"},
            {"crs", json::array{kCrs}},
            {"links",
             {at.link("/v1/ogc/collections/sites", "self", "application/json"),
              at.link("/v1/ogc/collections/sites/items", "items", kGeoJson)}}};
}

// A parameter that is not known is an error (§7.15.6).
Result<FeaturesQuestion> questionOf(const Request& request) {
    FeaturesQuestion out;
    for (const auto& [name, value] : request.query) {
        if (name != "bbox" && name != "region" && name != "after" && name != "limit" && name != "f")
            return fail(ErrorKind::malformed, "bad_query",
                        "\"" + name.substr(0, 64) + "\" is no parameter here; there are bbox, region, limit, after");
    }
    const auto limit = request.number("limit", kFeatures, UINT32_MAX, 1);
    if (!limit) return fail(limit.error());
    out.limit = std::min(*limit, kMostFeatures);  // more may be asked for, and fewer are given (§7.15.2)
    if (const auto box = textOf(request, "bbox"); !box.empty()) {
        const auto read = parseFeatureBox(box);
        if (!read) return fail(read.error());
        out.box = *read;
    }
    out.region = textOf(request, "region");
    if (!domain::isRegion(out.region))
        return fail(ErrorKind::malformed, "bad_query", "\"region\" must have two, four or six digits");
    out.after = textOf(request, "after");
    return out;
}

Response geoJson(const json::object& value) {
    return textResponse(toText(value), kGeoJson);
}

}  // namespace

Response describeOgc(const Request& request, Services& services) {
    const Addresses at(request, services);
    return jsonResponse(json::object{
        {"title", "准绳 Plumbline"},
        {"description", "Sites of this log"},
        {"links",
         {at.link("/v1/ogc", "self", "application/json"), at.link("/openapi.json", "service-desc", "application/json"),
          at.link("/v1/ogc/conformance", "conformance", "application/json"),
          at.link("/v1/ogc/collections", "data", "application/json")}}});
}

Response describeOgcConformance(const Request&, Services&) {
    json::array conforms(std::begin(kConforms), std::end(kConforms));
    return jsonResponse(json::object{{"conformsTo", std::move(conforms)}});
}

Response listOgcCollections(const Request& request, Services& services) {
    const Addresses at(request, services);
    return jsonResponse(json::object{{"links", json::array{at.link("/v1/ogc/collections", "self", "application/json")}},
                                     {"collections", json::array{collection(at)}}});
}

Response describeOgcCollection(const Request& request, Services& services) {
    if (request.captures.front() != "sites")
        return problem({ErrorKind::notFound, "not_found", "there is the collection sites"});
    return jsonResponse(collection(Addresses(request, services)));
}

Response listOgcItems(const Request& request, Services& services) {
    if (request.captures.front() != "sites")
        return problem({ErrorKind::notFound, "not_found", "there is the collection sites"});
    const auto question = questionOf(request);
    if (!question) return problem(question.error());
    const auto reader = services.readers.borrow();
    auto page = listFeatures(*question, *request.caller, sourcesOf(services, *reader));
    const Addresses at(request, services);
    const auto address = [&](const std::string& after) {
        std::string out = "/v1/ogc/collections/sites/items?limit=" + std::to_string(question->limit);
        for (const auto* name : {"bbox", "region"}) {
            if (const auto value = textOf(request, name); !value.empty())
                out += std::string("&") + name + "=" + percentEncode(value);
        }
        return after.empty() ? out : out + "&after=" + percentEncode(after);
    };
    json::array links{at.link(address(question->after), "self", kGeoJson)};
    if (!page.next.empty()) links.push_back(at.link(address(page.next), "next", kGeoJson));
    const auto returned = page.features.size();
    return geoJson({{"type", "FeatureCollection"},
                    {"features", std::move(page.features)},
                    {"links", std::move(links)},
                    {"timeStamp", formatInstant({services.clock().utc, std::chrono::minutes{0}})},
                    {"numberReturned", returned}});
}

Response showOgcItem(const Request& request, Services& services) {
    if (request.captures.front() != "sites")
        return problem({ErrorKind::notFound, "not_found", "there is the collection sites"});
    const auto id = percentDecode(request.captures.at(1));
    if (!id) return problem(id.error());
    const auto reader = services.readers.borrow();
    auto feature = featureOf(*id, *request.caller, sourcesOf(services, *reader));
    if (!feature) return problem(feature.error());
    const Addresses at(request, services);
    (*feature)["links"] =
        json::array{at.link("/v1/ogc/collections/sites/items/" + percentEncode(*id), "self", kGeoJson),
                    at.link("/v1/ogc/collections/sites", "collection", "application/json")};
    return geoJson(*feature);
}

}  // namespace plumb::server
