#include "shared/records/inspection/cosignature.h"
#include "shared/records/inspection/result_delivery.h"
#include "shared/records/rules.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::records;

namespace {
constexpr const char* kOf = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";

HistoryLine line(std::uint8_t hash, std::string type, std::string kid, json::object body = {}) {
    HistoryLine out;
    out.payload.id = "id" + std::to_string(hash);
    out.payload.type = std::move(type);
    out.payload.body = std::move(body);
    out.hash = Sha256{{hash}};
    out.kid = std::move(kid);
    return out;
}
json::object about(std::uint8_t hash) {
    return {{"of", "id1"}, {"hash", Sha256{{hash}}.hex()}};
}
}  // namespace

TEST_CASE("submitted, returned, amended, accepted") {
    std::vector<HistoryLine> lines{line(1, "inspection.submitted", "ann")};
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    lines.push_back(line(2, "review.returned", "bob", about(1)));
    CHECK(historyOf(lines).status == InspectionStatus::returned);
    lines.push_back(line(3, "inspection.amended", "ann", about(0)));
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    CHECK(historyOf(lines).version == 2);
    lines.push_back(line(4, "review.accepted", "bob", about(3)));
    CHECK(historyOf(lines).status == InspectionStatus::accepted);
    CHECK(historyOf(lines).newest == 2);
    CHECK(historyOf(lines).reviews == std::vector<std::size_t>{1, 3});
}

TEST_CASE("a review counts only for the version that was read") {
    const std::vector<HistoryLine> lines{line(1, "inspection.submitted", "ann"),
                                         line(2, "inspection.amended", "ann", about(0)),
                                         line(3, "review.accepted", "bob", about(1))};
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
}

TEST_CASE("nobody accepts her own work, nobody amends another's, nothing changes what was accepted") {
    CHECK(historyOf({line(1, "inspection.submitted", "ann"), line(2, "review.accepted", "ann", about(1))}).status ==
          InspectionStatus::submitted);
    CHECK(historyOf({line(1, "inspection.submitted", "ann"), line(2, "inspection.amended", "eve", about(0))}).version ==
          1);
    const auto closed =
        historyOf({line(1, "inspection.submitted", "ann"), line(2, "review.accepted", "bob", about(1)),
                   line(3, "inspection.amended", "ann", about(0)), line(4, "review.returned", "bob", about(1))});
    CHECK(closed.status == InspectionStatus::accepted);
    CHECK(closed.version == 1);
}

TEST_CASE("lines about other records are not part of the history") {
    auto other = about(1);
    other["of"] = "id9";
    CHECK(historyOf({line(1, "inspection.submitted", "ann"), line(2, "review.accepted", "bob", other)}).status ==
          InspectionStatus::submitted);
}

namespace {
json::object two() {
    auto body = about(0);
    body["signers"] = 2;
    return body;
}
json::object cosigns(std::uint8_t hash) {
    auto body = about(hash);
    body["of"] = kOf;
    body["content"] = Sha256{{9}}.hex();
    return body;
}
HistoryLine submitted(json::object body) {
    auto out = line(1, "inspection.submitted", "ann", std::move(body));
    out.payload.id = kOf;
    return out;
}
HistoryLine amended(std::uint8_t hash) {
    auto body = two();
    body["of"] = kOf;
    return line(hash, "inspection.amended", "ann", std::move(body));
}
HistoryLine review(std::uint8_t hash, const char* type, std::uint8_t of) {
    auto body = about(of);
    body["of"] = kOf;
    return line(hash, type, "bob", std::move(body));
}
}  // namespace

TEST_CASE("what two inspectors have to sign waits for the second, and nothing is reviewed before") {
    std::vector<HistoryLine> lines{submitted(two())};
    CHECK(historyOf(lines).status == InspectionStatus::incomplete);
    lines.push_back(review(2, "review.accepted", 1));
    CHECK(historyOf(lines).status == InspectionStatus::incomplete);
    CHECK(historyOf(lines).reviews.empty());
    lines.push_back(line(3, "inspection.cosigned", "eve", cosigns(1)));
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    CHECK(historyOf(lines).cosigned == 2);
    lines.push_back(review(4, "review.accepted", 1));
    CHECK(historyOf(lines).status == InspectionStatus::accepted);
}

TEST_CASE("each version is signed anew by both") {
    std::vector<HistoryLine> lines{submitted(two()), line(2, "inspection.cosigned", "eve", cosigns(1)), amended(3)};
    CHECK(historyOf(lines).status == InspectionStatus::incomplete);
    CHECK_FALSE(historyOf(lines).cosigned);
    // Of the version before, again: nothing.
    lines.push_back(line(4, "inspection.cosigned", "eve", cosigns(1)));
    CHECK(historyOf(lines).status == InspectionStatus::incomplete);
    lines.push_back(line(5, "inspection.cosigned", "eve", cosigns(3)));
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    CHECK(historyOf(lines).cosigned == 4);
}

TEST_CASE(
    "a delivery counts for the version that is newest before it, is said as often as it happens, and changes nothing") {
    const auto delivered = [](std::uint8_t at, std::uint8_t of, const char* id = kOf) {
        auto body = about(of);
        body["of"] = id;
        body["way"] = "paper";
        body["at"] = "2026-11-23T09:00:00.000+08:00";
        return line(at, "inspection.delivered", "eve", std::move(body));
    };
    std::vector<HistoryLine> lines{submitted(two()), delivered(2, 1)};
    CHECK(historyOf(lines).delivered.empty());  // nobody signed it second: there is no result yet
    lines.push_back(line(3, "inspection.cosigned", "eve", cosigns(1)));
    lines.push_back(delivered(4, 1));
    lines.push_back(delivered(5, 9));
    lines.push_back(delivered(6, 1, "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0a"));
    CHECK(historyOf(lines).delivered == std::vector<std::size_t>{3});
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    lines.push_back(review(7, "review.accepted", 1));
    lines.push_back(delivered(8, 1));
    CHECK(historyOf(lines).delivered == std::vector<std::size_t>{3, 7});
    CHECK(historyOf(lines).status == InspectionStatus::accepted);
    Standing self{kOf, "ann", Sha256{{1}}};
    self.assessment = true;
    ResultDelivery said{kOf, Sha256{{1}}};
    CHECK(mayDeliverResult(self, said).error().code == "not_deliverable");
    self.assessment = false;
    CHECK(mayDeliverResult(self, said));
    said.hash = Sha256{{2}};
    CHECK(mayDeliverResult(self, said).error().code == "version_old");
    self.status = InspectionStatus::incomplete;
    CHECK(mayDeliverResult(self, said).error().code == "not_cosigned");
}

TEST_CASE("nothing is delivered later than its author says that she says so") {
    record::Payload payload;
    payload.type = "inspection.delivered";
    payload.at = parseInstant("2026-11-23T09:00:00.000+08:00").value();
    ResultDelivery said{kOf, Sha256{{1}}};
    said.at = payload.at;
    payload.body = toBody(said);
    CHECK(checkPayload(payload));
    CHECK(readResultDelivery(payload.body).value() == said);
    said.at.utc += std::chrono::minutes(3);
    payload.body = toBody(said);
    CHECK(checkPayload(payload).error().code == "bad_payload");
    // By a clock that was three minutes behind, and said so.
    payload.clock = record::ClockError{std::chrono::minutes(3), {}, 1, payload.at};
    CHECK(checkPayload(payload));
}

TEST_CASE("a second signature is another's, one, of what is still open") {
    const Standing waits{kOf, "ann", Sha256{{1}}, InspectionStatus::incomplete};
    const Cosignature said{kOf, Sha256{{1}}, Sha256{{9}}};
    CHECK(mayCosign(waits, said, "eve"));
    CHECK(mayCosign(waits, said, "ann").error().code == "own_signature");
    CHECK(mayCosign(waits, {kOf, Sha256{{2}}, Sha256{{9}}}, "eve").error().code == "version_old");
    auto standing = waits;
    standing.cosigned = Sha256{{5}};
    standing.status = InspectionStatus::submitted;
    CHECK(mayCosign(standing, said, "eve").error().code == "already_cosigned");
    standing.cosigned.reset();
    CHECK(mayCosign(standing, said, "eve"));  // one signature is enough, and a second is welcome
    standing.status = InspectionStatus::returned;
    CHECK(mayCosign(standing, said, "eve").error().code == "not_cosignable");
    standing.status = InspectionStatus::accepted;
    CHECK(mayCosign(standing, said, "eve").error().code == "not_cosignable");
    standing.assessment = true;
    CHECK(mayCosign(standing, said, "eve").error().code == "not_cosignable");
}

TEST_CASE("the content that both sign is every byte of the payload") {
    const std::string payload = R"({"v":1,"body":{"kind":"enforcement"}})";
    const Cosignature said{kOf, Sha256{{1}}, contentDigest(payload)};
    CHECK(checkContent(said, payload));
    for (std::size_t i = 0; i < payload.size(); ++i) {
        auto other = payload;
        other[i] = static_cast<char>(other[i] ^ 1);
        CHECK(checkContent(said, other).error().code == "content_differs");
    }
    CHECK(*readCosignature(toBody(said)) == said);
}

namespace {

json::object vetoed() {
    return parseJson(R"({"score":{"vetoes":["2"]}})").value().as_object();
}
json::object by(std::uint8_t hash, const char* person) {
    auto out = about(hash);
    out["person"] = person;
    return out;
}
HistoryLine accepted(std::uint8_t hash, const char* kid, json::object body) {
    return line(hash, "review.accepted", kid, std::move(body));
}

}  // namespace

TEST_CASE("a version with a veto is accepted by the second of two persons") {
    std::vector<HistoryLine> lines{line(1, "inspection.submitted", "ann", vetoed()), accepted(2, "bob", by(1, "Bob"))};
    auto told = historyOf(lines);
    CHECK(told.status == InspectionStatus::submitted);
    CHECK(told.agreed == 1);
    CHECK(told.reviews == std::vector<std::size_t>{1});
    // Her other device is she.
    lines.push_back(accepted(3, "bob's tablet", by(1, "Bob")));
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    lines.push_back(accepted(4, "eve", by(1, "Eve")));
    told = historyOf(lines);
    CHECK(told.status == InspectionStatus::accepted);
    CHECK(told.agreed == 1);
    CHECK(told.reviews == std::vector<std::size_t>{1, 3});
}

TEST_CASE("returning takes one, and what was agreed to before is asked of two again") {
    std::vector<HistoryLine> lines{line(1, "inspection.submitted", "ann", vetoed()), accepted(2, "bob", by(1, "Bob")),
                                   line(3, "review.returned", "eve", by(1, "Eve"))};
    CHECK(historyOf(lines).status == InspectionStatus::returned);
    CHECK_FALSE(historyOf(lines).agreed);
    lines.push_back(accepted(4, "eve", by(1, "Eve")));
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    auto again = vetoed();
    again["of"] = "id1";
    lines.push_back(line(5, "inspection.amended", "ann", again));
    CHECK_FALSE(historyOf(lines).agreed);
    lines.push_back(accepted(6, "bob", by(5, "Bob")));
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    lines.push_back(accepted(7, "eve", by(5, "Eve")));
    CHECK(historyOf(lines).status == InspectionStatus::accepted);
}

TEST_CASE("one person accepts a version whose amendment took the veto away") {
    std::vector<HistoryLine> lines{line(1, "inspection.submitted", "ann", vetoed()),
                                   line(2, "inspection.amended", "ann", {{"of", "id1"}}),
                                   accepted(3, "bob", by(2, "Bob"))};
    CHECK(historyOf(lines).status == InspectionStatus::accepted);
}

TEST_CASE("an acceptance from before two had to agree stands, and counts for nothing after one that says who agreed") {
    CHECK(historyOf({line(1, "inspection.submitted", "ann", vetoed()), accepted(2, "bob", about(1))}).status ==
          InspectionStatus::accepted);
    CHECK(historyOf({line(1, "inspection.submitted", "ann", vetoed()), accepted(2, "bob", by(1, "Bob")),
                     accepted(3, "eve", about(1))})
              .status == InspectionStatus::submitted);
}
