// What a body says in regard to the moment at which its line was signed: its place, the day on which something was
// done, when a result came. The console is held to the same cases (sync-server/console/tests/verify/drawn.test.ts).
#include <catch2/catch.hpp>

#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/cosignature.h"
#include "shared/records/rules.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

record::Payload payloadOf(const json::object& one) {
    static const auto examples = test::recordExamples();
    record::Payload out;
    out.type = textOr(one, "type");
    out.at = parseInstant(textOr(one, "at")).value();
    if (const auto* offset = one.if_contains("offset"))
        out.clock = record::ClockError{std::chrono::milliseconds(offset->as_int64()), {}, 1, out.at};
    out.body = examples.at(out.type);
    for (const auto& member : one.at("patch").as_object()) out.body[member.key()] = member.value();
    return out;
}

}  // namespace

TEST_CASE("what is said of a moment is held against the line's own, as the console holds it") {
    const auto cases = parseJson(test::readPage("tests/unit/records/cases/moments.json"));
    REQUIRE(cases);
    REQUIRE(cases->as_array().size() > 40);
    for (const auto& one : cases->as_array()) {
        INFO(toText(one));
        const auto payload = payloadOf(one.as_object());
        REQUIRE(checkBody(payload.type, payload.body));
        const auto good = checkPayload(payload);
        CHECK((good ? "good" : good.error().code) == textOr(one.as_object(), "code"));
        if (!good) CHECK(good.error().kind == ErrorKind::malformed);
    }
}

TEST_CASE("what a line states of its place is read of the types that have one, and of no other") {
    record::Payload payload;
    payload.type = "inspection.cosigned";
    CHECK_FALSE(signedPlace(payload));
    payload.body["place"] = json::object{{"none", "searching"}};
    CHECK(signedPlace(payload) == Whereabouts(domain::NoPlace::searching));
    for (const auto* type : {"inspection.submitted", "review.accepted", "site.published"}) {
        payload.type = type;
        CHECK_FALSE(signedPlace(payload));
    }
}
