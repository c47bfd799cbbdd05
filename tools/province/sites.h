// The sites of the invented deployment: names that say so (示例), licences whose check characters hold, a point and a
// small polygon near the seat of a county that is real. No official boundary stands behind any of it.
#pragma once

#include <string>
#include <vector>

#include "shared/records/reference/site.h"
#include "tools/province/random.h"
#include "tools/province/timeline.h"

namespace plumb::province {

struct SiteWorld {
    records::Site site;
    std::string kind;         // of body: 农民专业合作社 …
    std::string level;        // 国家级, 省级, 市级, or ""
    std::string programmeId;  // of the programme that it counts for; "" where it counts for none
    std::vector<std::string> products;
    std::vector<std::string> checklists;  // that are used here, the usual one first
    std::vector<std::string> scenes;      // of its photos
    std::string scaleUnit;
    std::int64_t scale = 0;
    int altitude = 0;
    std::vector<std::pair<double, double>> boundary;  // latitude, longitude; not closed
    std::string legalPerson, quality;                 // the legal representative, and who is in charge of quality
    char riskGrade = 'B';                             // A (least) … D
    double goodness = 0.8;                            // how well it is run when the year begins: 0 … 1
    double drift = 0;                                 // and what a year changes in that
    double visits = 6;                                // inspections a year that it may expect
};

std::vector<SiteWorld> makeSites(std::uint64_t seed, std::size_t count);

// How well the site is run at a share of the year: 0 … 1.
double goodnessAt(const SiteWorld& site, double share);

// The body of its site.published.
json::object siteBody(const SiteWorld& site, Day begun);

}  // namespace plumb::province
