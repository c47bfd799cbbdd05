// Who may review in a region: persons with a key that counts there and is a supervisor's. Part of the belief in a line
// that gives a record to somebody (believe.h). Pure; any thread.
#pragma once

#include "shared/domain/site_people.h"
#include "shared/domain/trust.h"

namespace plumb::records {

bool mayReview(const domain::TrustBook& book, std::string_view person, std::string_view region, domain::LogPlace place);
// All of them, each once however many devices she has; in the order of their names.
std::vector<domain::SitePerson> reviewersOf(const domain::TrustBook& book, std::string_view region,
                                            domain::LogPlace place = {});
// Of review.assigned. REQUIRES: its body has its form. forbidden: person_not_supervisor.
Result<void> checkReviewer(const domain::TrustBook& book, const record::Payload& payload, domain::LogPlace place);

}  // namespace plumb::records
