#include "shared/records/believe.h"

#include "shared/records/planning/persons.h"
#include "shared/records/rules.h"

namespace plumb::records {

Result<const domain::Member*> believe(const domain::TrustBook& book, const record::Line& line,
                                      const record::Payload& payload, domain::LogPlace place,
                                      const domain::Facts& facts) {
    if (const auto good = book.checkSignature(line); !good) return fail(good.error());
    return believeSigned(book, line.kid(), payload, place, facts);
}

Result<const domain::Member*> believeSigned(const domain::TrustBook& book, const std::string& kid,
                                            const record::Payload& payload, domain::LogPlace place,
                                            const domain::Facts& facts) {
    auto author = book.checkRights(kid, payload, place, facts);
    if (!author) return author;
    if (const auto good = checkPayload(payload); !good) return fail(good.error());
    if (const auto good = checkPersons(book, **author, payload, place); !good) return fail(good.error());
    return author;
}

}  // namespace plumb::records
