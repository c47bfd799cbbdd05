#include "shared/records/review/body.h"

#include "shared/records/body_reader.h"

namespace plumb::records {

Result<ReviewBody> readReview(const json::object& body) {
    BodyReader read(body);
    ReviewBody out{read.recordId("of"), read.hash("hash"), read.textIf("comment"), {}};
    (void)read.eachIf("items", [&](BodyReader& item) {
        out.items.push_back({item.text("item"), item.textIf("comment")});
    });
    if (body.contains("batch")) out.batch = read.recordId("batch");
    if (body.contains("person")) out.person = read.text("person");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const ReviewBody& review) {
    json::array items;
    for (const auto& [item, comment] : review.items)
        items.push_back(json::object{{"item", item}, {"comment", comment}});
    json::object out{
        {"of", review.of}, {"hash", review.hash.hex()}, {"comment", review.comment}, {"items", std::move(items)}};
    if (!review.batch.empty()) out["batch"] = review.batch;
    if (!review.person.empty()) out["person"] = review.person;
    return out;
}

}  // namespace plumb::records
