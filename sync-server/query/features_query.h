// Published sites as features (GeoJSON, RFC 7946: WGS 84, longitude first), as far as the caller may read them: for
// maps and other programs (OGC API – Features). No contact is told: a map needs none. In the order of ids, pages by
// key.
#pragma once

#include <optional>
#include <string>

#include "shared/base/result.h"
#include "sync-server/query/feature_box.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct FeaturesQuestion {
    std::optional<FeatureBox> box;  // of what has no position nothing lies in one
    std::string region = {};        // "" = any, and what lies in it
    std::string after = {};         // id of a site; exclusive
    std::size_t limit = 100;
};

struct FeaturesPage {
    json::array features;
    std::string next;  // `after` of the next page; "": this is the last one. A page may be short, or empty, before it.
};

FeaturesPage listFeatures(const FeaturesQuestion& question, const Principal& caller, const QuerySources& sources);
// notFound "not_found", also where the caller may not read it.
Result<json::object> featureOf(std::string_view site, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
