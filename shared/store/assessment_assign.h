// Who of the enterprise is to fill which section (records/assessment/assignment.h). Same thread as the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/site_people.h"
#include "shared/records/assessment/assignment.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// The people of the site's enterprise, whoever holds this device first. notFound "no_site".
Result<std::vector<domain::SitePerson>> peopleOfSite(const TabletStore& store, const std::string& site);

struct AssignRequest {
    std::string site, round;
    records::ChecklistRef checklist;  // of which the section is
    std::string section;
    std::string person;  // id; "": nobody (again)
};
// Signs assessment.assigned; no line where it stands so already. Refused person_unknown, round_unknown, round_closed;
// notFound no_site.
Result<std::optional<record::Line>> assignSection(TabletStore& store, const AssignRequest& request);

}  // namespace plumb::store
