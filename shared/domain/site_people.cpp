#include "shared/domain/site_people.h"

#include "shared/domain/role_holders.h"

namespace plumb::domain {
namespace {

GrantChoice ofSite(std::string_view site, std::string_view region) {
    return [site, region](const Grant& grant) {
        return grant.role == Role::enterprise && grant.coversPlace(region, site);
    };
}

}  // namespace

std::vector<SitePerson> peopleOfSite(const TrustBook& book, std::string_view site, std::string_view region,
                                     LogPlace place) {
    return holdersOf(book, ofSite(site, region), place);
}

bool isOfSite(const TrustBook& book, std::string_view person, std::string_view site, std::string_view region,
              LogPlace place) {
    return isHolder(book, person, ofSite(site, region), place);
}

}  // namespace plumb::domain
