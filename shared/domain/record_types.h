// The one table of record types (record_types.json): who may author a type, what its place is judged by, and who may
// read it. The server asks it at ingest and every client when it signs and when it reads. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/grant.h"

namespace plumb::domain {

enum class Family { trust, reference, planning, field, review, rectification, document, voice, log, unknown };

// What must lie within the author's rights.
enum class PlaceRule {
    trust,        // judged by the book of trust
    log,          // an administrator whom the root itself invited
    publication,  // the region that the line states
    site,         // a published site
    record,       // the record that body.of names
    region,       // the line's region
    any,          // the line's region, where it states one; types that are not known too
};

// Who a line about another record may be by.
enum class ByRule {
    anybody,
    author,   // the key that signed that record
    another,  // a person other than its author
};

enum class Readers { everybody, sited, place, staff };

struct RecordType {
    std::string name;
    Family family = Family::unknown;
    std::vector<Role> authors;
    PlaceRule place = PlaceRule::any;
    ByRule by = ByRule::anybody;
    Readers readers = Readers::staff;

    [[nodiscard]] bool mayBeBy(Role role) const;
};

// The row of this type; that of unknown types where the table has none.
const RecordType& recordType(std::string_view type);
const std::vector<RecordType>& recordTypes();
Family familyOf(std::string_view type);

// Whether a holder of `grants` may read a line of this type, region, site and author (`own`: the reader wrote it). The
// region and the site are those that were judged when the line was logged.
bool mayRead(const std::vector<Grant>& grants, std::string_view type, std::string_view region, std::string_view site,
             bool own);

}  // namespace plumb::domain
