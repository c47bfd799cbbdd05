#include "shared/records/reference/site.h"

#include <array>
#include <cmath>

#include "shared/domain/grant.h"
#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

using Text = std::string Site::*;
constexpr std::array<std::pair<const char*, Text>, 5> kMore{{{"code", &Site::code},
                                                             {"address", &Site::address},
                                                             {"programme", &Site::programme},
                                                             {"sector", &Site::sector},
                                                             {"contact", &Site::contact}}};

// Degrees within ±`most`; none where it is no such number.
std::optional<double> degrees(const json::object& point, const char* name, double most) {
    const auto* value = point.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    const auto number = value->to_number<double>();
    return std::isfinite(number) && std::abs(number) <= most ? std::optional(number) : std::nullopt;
}

}  // namespace

Result<Site> readSite(const json::object& body) {
    BodyReader read(body);
    Site site;
    site.id = read.text("id");
    site.name = read.text("name");
    site.region = read.text("region");
    for (const auto& [name, member] : kMore) site.*member = read.textIf(name);
    if (site.region.size() != 6 || !domain::isRegion(site.region))
        read.fault("region", "must be a county's code of 6 digits (GB/T 2260)");
    (void)read.objectIf("point", [&](BodyReader& point) {
        site.latitude = degrees(point.members(), "lat", 90);
        site.longitude = degrees(point.members(), "lon", 180);
        if (!site.latitude || !site.longitude)
            read.fault("point", "must hold lat (−90…90) and lon (−180…180) in degrees");
    });
    if (auto good = read.done(); !good)
        return fail(
            ErrorKind::malformed, "bad_site",
            (site.id.empty() ? "a site" : "site \"" + site.id.substr(0, 80) + "\"") + ": " + good.error().detail);
    return site;
}

json::object toBody(const Site& site) {
    json::object out{{"id", site.id}, {"name", site.name}, {"region", site.region}};
    for (const auto& [name, member] : kMore) {
        if (!(site.*member).empty()) out[name] = site.*member;
    }
    if (site.latitude && site.longitude) out["point"] = {{"lat", *site.latitude}, {"lon", *site.longitude}};
    return out;
}

}  // namespace plumb::records
