// A published site (site.published, RECORDS.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/reference/boundary.h"

namespace plumb::records {

// How large it is in the words of its trade: 1200 亩, 350 头.
struct SiteScale {
    double value = 0;
    std::string unit;

    friend bool operator==(const SiteScale&, const SiteScale&) = default;
};

struct Site {
    std::string id, name, code, region, address, programme, sector, contact;
    std::optional<double> latitude = {}, longitude = {};  // degrees, WGS 84; both or none
    Ring boundary = {};                                   // none where it is not known
    std::optional<int> altitude = {};                     // metres above the sea
    std::optional<SiteScale> scale = {};
    std::vector<std::string> products = {};
    std::string level = {};        // of the programme: 国家级, 省级 …
    std::string riskGrade = {};    // by which it is chosen for checks: A (least) … D
    std::string programmeId = {};  // of the programme.published that it counts for
    std::string proposal = {};     // id of the site.proposed that this publication takes up

    friend bool operator==(const Site&, const Site&) = default;
};

// Malformed ("bad_site") with the member that is wrong.
Result<Site> readSite(const json::object& body);
json::object toBody(const Site& site);

}  // namespace plumb::records
