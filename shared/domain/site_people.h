// The people of a site's enterprise, as the book of trust knows them: whoever holds a key that counts and is the
// enterprise's of that site. A device that is not enrolled yet makes nobody. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/trust.h"

namespace plumb::domain {

struct SitePerson {
    std::string id, name;

    friend bool operator==(const SitePerson&, const SitePerson&) = default;
};

// At a place in the log (none: now), each once however many devices she has; in the order of their names. `region` is
// the one that the site was published with.
std::vector<SitePerson> peopleOfSite(const TrustBook& book, std::string_view site, std::string_view region,
                                     LogPlace place = {});
// Whether the person is one of them.
bool isOfSite(const TrustBook& book, std::string_view person, std::string_view site, std::string_view region,
              LogPlace place = {});

}  // namespace plumb::domain
