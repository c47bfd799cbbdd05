// What a planning line says of persons, held against the book of trust: whom a task is assigned to are inspectors whose
// regions cover the site (甘政办发〔2025〕36号: no check outside one's own area, none by others than its staff), and
// who answers it does so for herself. Part of the belief in a line (believe.h): asked by the server, by devices before
// they sign, and by every reader. Pure; any thread.
#pragma once

#include "shared/domain/site_people.h"
#include "shared/domain/trust.h"

namespace plumb::records {

// Whether the person holds a key that counts at this place and is an inspector's of that region.
bool mayInspect(const domain::TrustBook& book, std::string_view person, std::string_view region,
                domain::LogPlace place);
// Her key that was enrolled first, whose invitation says her name and her certificate: the same wherever it is asked.
// Null for nobody's id.
const domain::Member* memberOf(const domain::TrustBook& book, std::string_view person);
// All of them, each once however many devices she has; in the order of their names.
std::vector<domain::SitePerson> inspectorsOf(const domain::TrustBook& book, std::string_view region,
                                             domain::LogPlace place = {});
// Of a line by `author` that stands at `place`; nothing for types that name nobody. REQUIRES: its body has its form.
// forbidden: person_not_inspector, wrong_person.
Result<void> checkPersons(const domain::TrustBook& book, const domain::Member& author, const record::Payload& payload,
                          domain::LogPlace place);

}  // namespace plumb::records
