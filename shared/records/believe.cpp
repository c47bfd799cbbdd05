#include "shared/records/believe.h"

#include "shared/records/rules.h"

namespace plumb::records {

Result<const domain::Member*> believe(const domain::TrustBook& book, const record::Line& line,
                                      const record::Payload& payload, domain::LogPlace place,
                                      const domain::Facts& facts) {
    auto author = book.checkAuthor(line, payload, place, facts);
    if (!author) return author;
    if (const auto good = checkBody(payload.type, payload.body); !good) return fail(good.error());
    return author;
}

}  // namespace plumb::records
