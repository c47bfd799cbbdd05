// Whether an author may say what a line says, where it says it: roles by the table of record types, the place by facts
// that were established before (facts.h), never by what the line says of itself. One rule for the server at ingest, for
// a device before it signs, and for every reader. Pure; any thread.
#pragma once

#include <functional>

#include "shared/domain/facts.h"
#include "shared/domain/record_types.h"
#include "shared/record/payload.h"

namespace plumb::domain {

struct Author {
    std::string_view kid;
    std::vector<Grant> grants;  // as of the line's place
    bool invitedByRoot = false;
};
// What a key might do at a place; nothing for one that is not enrolled.
using GrantsOf = std::function<std::vector<Grant>(const std::string& kid, LogPlace place)>;

// Of a line that stands at `place`. Codes: wrong_role, wrong_region, bad_payload, site_unknown, of_unknown. That a
// person does not judge her own record is for the book of trust, which knows persons (trust.h).
Result<void> mayAuthor(const Author& author, const record::Payload& payload, LogPlace place, const Facts& facts,
                       const GrantsOf& grantsOf);

// The regions that a publication counts for: the one that it states, or all that its author administered.
std::vector<std::string> regionsOf(const Publication& publication, const GrantsOf& grantsOf);
// What the publication is one of: body.id.
std::string publishedId(const record::Payload& payload);

}  // namespace plumb::domain
