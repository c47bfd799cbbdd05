#include "shared/records/reference/site.h"

#include "shared/domain/grant.h"

namespace plumb::records {

Result<Site> readSite(const json::object& body) {
    Site site{textOr(body, "id"),
              textOr(body, "name"),
              textOr(body, "code"),
              textOr(body, "region"),
              textOr(body, "address"),
              textOr(body, "programme"),
              textOr(body, "sector"),
              textOr(body, "contact"),
              {},
              {}};
    if (site.id.empty() || site.name.empty())
        return fail(ErrorKind::malformed, "bad_site", "a site needs \"id\" and \"name\"");
    if (site.region.size() != 6 || !domain::isRegion(site.region)) {
        return fail(ErrorKind::malformed, "bad_site",
                    "site \"" + site.id + "\": \"region\" must be a county's code of 6 digits (GB/T 2260)");
    }
    if (const auto* point = body.if_contains("point"); point && point->is_object()) {
        const auto number = [&](const char* name) -> std::optional<double> {
            const auto* value = point->get_object().if_contains(name);
            if (!value || !value->is_number()) return std::nullopt;
            return value->to_number<double>();
        };
        site.latitude = number("lat");
        site.longitude = number("lon");
        const bool good = site.latitude && site.longitude && *site.latitude >= -90 && *site.latitude <= 90 &&
                          *site.longitude >= -180 && *site.longitude <= 180;
        if (!good)
            return fail(ErrorKind::malformed, "bad_site",
                        "site \"" + site.id + "\": \"point\" must hold lat (−90…90) and lon (−180…180) in degrees");
    }
    return site;
}

}  // namespace plumb::records
