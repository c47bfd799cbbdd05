// The judgement of a line that is not of the trust family, as every reader makes it before the line counts: the
// author's key and its signature, her rights at the line's place (domain/trust.h), a body that says what its type has
// to, and persons who may do what it asks of them (planning/persons.h).
#pragma once

#include "shared/domain/trust.h"

namespace plumb::records {

// Codes as TrustBook::checkAuthor; bad_payload where the body is malformed (rules.h); those of checkPersons().
Result<const domain::Member*> believe(const domain::TrustBook& book, const record::Line& line,
                                      const record::Payload& payload, domain::LogPlace place,
                                      const domain::Facts& facts);

// The same of a line whose signature was tried before (TrustBook::checkSignature), by its author's kid.
Result<const domain::Member*> believeSigned(const domain::TrustBook& book, const std::string& kid,
                                            const record::Payload& payload, domain::LogPlace place,
                                            const domain::Facts& facts);

}  // namespace plumb::records
