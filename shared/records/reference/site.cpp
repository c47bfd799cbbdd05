#include "shared/records/reference/site.h"

#include <array>
#include <cmath>

#include "shared/domain/grant.h"
#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

using Text = std::string Site::*;
constexpr std::array<std::pair<const char*, Text>, 7> kMore{{{"code", &Site::code},
                                                             {"address", &Site::address},
                                                             {"programme", &Site::programme},
                                                             {"sector", &Site::sector},
                                                             {"contact", &Site::contact},
                                                             {"level", &Site::level},
                                                             {"programme_id", &Site::programmeId}}};
constexpr int kLowest = -500, kHighest = 9'000;  // metres
constexpr double kLargestScale = 1e12;

// Degrees within ±`most`; none where it is no such number.
std::optional<double> degrees(const json::object& point, const char* name, double most) {
    const auto* value = point.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    const auto number = value->to_number<double>();
    return std::isfinite(number) && std::abs(number) <= most ? std::optional(number) : std::nullopt;
}

void readMeasures(BodyReader& read, Site& site) {
    if (const auto altitude = read.integerIf("altitude")) {
        if (*altitude < kLowest || *altitude > kHighest)
            read.fault("altitude", "must be whole metres above the sea, −500…9000");
        else
            site.altitude = static_cast<int>(*altitude);
    }
    (void)read.objectIf("scale", [&](BodyReader& scale) {
        const auto* value = scale.members().if_contains("value");
        const auto number = value && value->is_number() ? value->to_number<double>() : -1;
        if (!(number >= 0 && number <= kLargestScale)) scale.fault("value", "must be a number, and not below 0");
        site.scale = SiteScale{number, scale.text("unit")};
    });
    site.products = read.textsIf("products");
    site.riskGrade = read.textIf("risk_grade");
    if (!site.riskGrade.empty() && (site.riskGrade.size() != 1 || site.riskGrade[0] < 'A' || site.riskGrade[0] > 'D'))
        read.fault("risk_grade", "must be A, B, C or D");
}

// As it was written where it is whole.
json::value numberJson(double value) {
    const double whole = std::trunc(value);
    return whole == value && std::abs(value) < 9e15 ? json::value(static_cast<std::int64_t>(whole))
                                                    : json::value(value);
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
    if (const auto* boundary = body.if_contains("boundary")) {
        auto ring = readBoundary(*boundary);
        if (ring)
            site.boundary = std::move(*ring);
        else
            read.fault("boundary", ring.error().detail);
    }
    readMeasures(read, site);
    if (body.contains("proposal")) site.proposal = read.recordId("proposal");
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
    if (!site.boundary.empty()) out["boundary"] = boundaryJson(site.boundary);
    if (site.altitude) out["altitude"] = *site.altitude;
    if (site.scale) out["scale"] = {{"value", numberJson(site.scale->value)}, {"unit", site.scale->unit}};
    if (!site.products.empty()) out["products"] = json::array(site.products.begin(), site.products.end());
    if (!site.riskGrade.empty()) out["risk_grade"] = site.riskGrade;
    if (!site.proposal.empty()) out["proposal"] = site.proposal;
    return out;
}

}  // namespace plumb::records
