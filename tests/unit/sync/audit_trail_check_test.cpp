// A trail that was tampered with is told from the one that was signed, whoever did it and however.
#include "shared/sync/audit_trail_check.h"

#include <catch2/catch.hpp>

#include "shared/checklist/session/audit_trail.h"
#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::sync;

namespace {

checklist::AuditEntry entry(const std::string& id, const std::string& before, const std::string& after,
                            std::int64_t mono, checklist::AuditEntry::Kind kind = checklist::AuditEntry::Kind::answer) {
    return {0,     1, *parseInstant("2026-11-22T08:15:30.123+08:00"), std::chrono::milliseconds(mono), kind, id, before,
            after, {}};
}

std::string honest() {
    checklist::AuditTrail trail;
    trail.append(entry("days", "", "7", 100));
    trail.append(entry("days", "7", "10", 200));
    trail.append(entry("2", "", "第三页没有施药人", 300, checklist::AuditEntry::Kind::note));
    return trail.text();
}

records::InspectionBody bodyFor(const std::string& trail) {
    records::InspectionBody body;
    body.answers.values = {{"days", "10"}};
    body.answers.notes = {{"2", "第三页没有施药人"}};
    body.trail = crypto::sha256(trail);
    return body;
}

std::vector<TrailFile> asFile(const std::string& text) {
    return {{crypto::sha256(text), text}};
}

// As the author could have signed it: the record states the hash of exactly this text.
TrailCheck signedWith(const std::string& text) {
    const auto check = checkTrail(bodyFor(text), asFile(text));
    REQUIRE(check);
    return *check;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("the trail that was signed leads to the answers that were signed") {
    const auto check = signedWith(honest());
    CHECK(check.good);
    CHECK(check.detail == "the 3 entries of the trail lead to the answers");
}

TEST_CASE("a record that states no trail needs none") {
    auto body = bodyFor(honest());
    body.trail.reset();
    CHECK_FALSE(checkTrail(body, {}));
    CHECK_FALSE(checkTrail(body, asFile(honest())));
}

TEST_CASE("a trail that was changed after the signature is told") {
    const auto body = bodyFor(honest());
    const auto other = replaced(honest(), "\"new\":\"7\"", "\"new\":\"8\"");
    // Another text under its own hash is not the one that is stated; under the stated hash it does not have it.
    CHECK_THAT(checkTrail(body, asFile(other))->detail, Catch::Contains("is not among its files"));
    const auto swapped = checkTrail(body, {{crypto::sha256(honest()), other}});
    CHECK_FALSE(swapped->good);
    CHECK_THAT(swapped->detail, Catch::Contains("changed after it was signed"));
    CHECK_THAT(checkTrail(body, {})->detail, Catch::Contains("is not among its files"));
}

TEST_CASE("a trail that its own author signed but that does not lead to the answers is told") {
    const std::string text = honest();
    const auto last = text.rfind("{\"n\":3");
    const auto second = text.rfind("{\"n\":2");
    CHECK_THAT(signedWith(text.substr(0, last)).detail, Catch::Contains("does not lead to the answers"));
    CHECK_THAT(signedWith(replaced(text, "\"new\":\"10\"", "\"new\":\"11\"")).detail,
               Catch::Contains("does not lead to the answers"));
    // An entry taken out, two that change places, one twice: the numbers tell.
    CHECK_THAT(signedWith(text.substr(0, second) + text.substr(last)).detail, Catch::Contains("is out of number"));
    CHECK_THAT(signedWith(text.substr(0, second) + text.substr(last) + text.substr(second, last - second)).detail,
               Catch::Contains("is out of number"));
    CHECK_THAT(signedWith(text + text.substr(last)).detail, Catch::Contains("is out of number"));
}

TEST_CASE("a trail that goes back in time, is cut off or is written otherwise is told with its line") {
    const std::string text = honest();
    CHECK_THAT(signedWith(replaced(text, "\"mono\":200", "\"mono\":99")).detail,
               Catch::Contains("line 3 of the trail: goes back in time"));
    CHECK_THAT(signedWith(text.substr(0, text.size() - 1)).detail, Catch::Contains("line 4 of the trail: is cut off"));
    CHECK_THAT(signedWith(replaced(text, "{\"n\":2,", "{ \"n\":2,")).detail,
               Catch::Contains("line 3 of the trail: is not in its canonical form"));
    CHECK_THAT(signedWith(replaced(text, "\"run\":1", "\"run\":0")).detail, Catch::Contains("earlier run"));
    CHECK_THAT(signedWith(replaced(text, "\"kind\":\"note\"", "\"kind\":\"nope\"")).detail,
               Catch::Contains("line 4 of the trail: is no entry"));
    CHECK_THAT(signedWith("").detail, Catch::Contains("plumb-trail-v1"));
    CHECK_THAT(signedWith("plumb-trail-v1").detail, Catch::Contains("plumb-trail-v1"));
}
