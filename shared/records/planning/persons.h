// What a planning line says of persons, held against the book of trust: whom a task is assigned to are inspectors whose
// regions cover the site and whose certificates hold on the day that is due (甘政办发〔2025〕36号: no check outside
// one's own area, none by others than its staff; certificates are looked at before a task is given), and who answers
// it, or signs a check for it, does so for herself. Part of the belief in a line (believe.h): asked by the server, by
// devices before they sign, and by every reader. Pure; any thread.
#pragma once

#include "shared/base/civil_date.h"
#include "shared/domain/site_people.h"
#include "shared/domain/trust.h"

namespace plumb::records {

// Whether the person holds a key that counts at this place and is an inspector's of that region.
bool mayInspect(const domain::TrustBook& book, std::string_view person, std::string_view region,
                domain::LogPlace place);
// The last day on which the person's certificate holds, as the proved invitations of her devices state it up to this
// place; the latest of them, since who gets a new certificate is invited again. None: none states one that can be read.
std::optional<Day> certifiedUntil(const domain::TrustBook& book, std::string_view person, domain::LogPlace place = {});
// Whether it holds on the day; true where it is not known. `until` as an invitation writes it: a month is whole.
bool isCertified(const domain::TrustBook& book, std::string_view person, Day day, domain::LogPlace place = {});
// Of who signs a check that was made on that day; asked by a device before it signs, and at ingest. Readers say it
// beside the certificate and believe the record: what was seen was seen. forbidden: certificate_over.
Result<void> checkCertified(const domain::TrustBook& book, std::string_view person, Day day,
                            domain::LogPlace place = {});
// Her key that was enrolled first, whose invitation says her name and her certificate: the same wherever it is asked.
// Null for nobody's id.
const domain::Member* memberOf(const domain::TrustBook& book, std::string_view person);
// All of them, each once however many devices she has; in the order of their names.
std::vector<domain::SitePerson> inspectorsOf(const domain::TrustBook& book, std::string_view region,
                                             domain::LogPlace place = {});
// Every device's key of the persons whom the line names: whose trust lines a proof of it has to carry.
std::vector<std::string> keysNamedBy(const domain::TrustBook& book, const record::Payload& payload);
// Of a line by `author` that stands at `place`; nothing for types that name nobody. REQUIRES: its body has its form.
// forbidden: person_not_inspector, person_not_expert, certificate_over, wrong_person.
Result<void> checkPersons(const domain::TrustBook& book, const domain::Member& author, const record::Payload& payload,
                          domain::LogPlace place);

}  // namespace plumb::records
