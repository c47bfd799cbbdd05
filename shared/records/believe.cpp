#include "shared/records/believe.h"

#include "shared/records/rules.h"

namespace plumb::records {

namespace {

Result<const domain::Member*> withBody(Result<const domain::Member*> author, const record::Payload& payload) {
    if (!author) return author;
    if (const auto good = checkBody(payload.type, payload.body); !good) return fail(good.error());
    return author;
}

}  // namespace

Result<const domain::Member*> believe(const domain::TrustBook& book, const record::Line& line,
                                      const record::Payload& payload, domain::LogPlace place,
                                      const domain::Facts& facts) {
    return withBody(book.checkAuthor(line, payload, place, facts), payload);
}

Result<const domain::Member*> believe(const domain::TrustBook& book, const std::string& kid,
                                      const record::Payload& payload, domain::LogPlace place,
                                      const domain::Facts& facts) {
    return withBody(book.checkRights(kid, payload, place, facts), payload);
}

}  // namespace plumb::records
