// A published site (site.published, RECORDS.md).
#pragma once

#include <optional>
#include <string>

#include "shared/base/json.h"

namespace plumb::records {

struct Site {
    std::string id, name, code, region, address, programme, sector, contact;
    std::optional<double> latitude, longitude;  // degrees, WGS 84; both or none

    friend bool operator==(const Site&, const Site&) = default;
};

// Malformed ("bad_site") with the member that is wrong.
Result<Site> readSite(const json::object& body);
json::object toBody(const Site& site);

}  // namespace plumb::records
