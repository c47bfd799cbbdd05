// What becomes of a proposal: the first answer counts, by whoever gave it and whatever says it later.
#include "shared/records/reference/proposal.h"

#include <catch2/catch.hpp>

#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

record::Payload payload(const char* type, const char* id, json::object body, const char* site = "yongchang-veg") {
    record::Payload out;
    out.type = type;
    out.id = id;
    out.site = site;
    out.region = "620321";
    out.at = parseInstant("2026-11-22T10:00:00.000+08:00").value();
    out.body = std::move(body);
    return out;
}

const json::object& example() {
    static const auto all = test::recordExamples();
    return all.at("site.proposed");
}

struct Fold {
    std::optional<ProposalRow> row;
    bool operator()(const record::Payload& payload, std::uint64_t place, const char* kid) {
        return foldProposal(row, {payload, Sha256{}, kid, place});
    }
};

const auto kProposed = payload("site.proposed", "p1", example());
const auto kDeclined = payload("site.declined", "d1", {{"of", "p1"}, {"reason", "以红线为准"}});
const auto kPublished = payload("site.published", "s2", {{"id", "yongchang-veg"}, {"proposal", "p1"}});

}  // namespace

TEST_CASE("a proposal waits until it is taken up") {
    Fold fold;
    REQUIRE(fold(kProposed, 4, "inspector"));
    CHECK(fold.row->state == ProposalState::open);
    CHECK(fold.row->says.texts.at("name") == "永昌县朱王堡镇设施蔬菜标准化示范区");
    CHECK(fold.row->says.walk->fixes == 1284);
    CHECK_FALSE(fold(kProposed, 5, "inspector"));
    REQUIRE(fold(kPublished, 6, "admin"));
    CHECK(fold.row->state == ProposalState::accepted);
    CHECK(fold.row->answer == "s2");
    CHECK(fold.row->answeredBy == "admin");
    const auto before = fold.row;
    CHECK_FALSE(fold(kDeclined, 7, "supervisor"));
    CHECK(fold.row == before);
}

TEST_CASE("a proposal that was declined says why, and is not taken up afterwards") {
    Fold fold;
    REQUIRE(fold(kProposed, 4, "inspector"));
    REQUIRE(fold(kDeclined, 5, "supervisor"));
    CHECK(fold.row->state == ProposalState::declined);
    CHECK(fold.row->reason == "以红线为准");
    CHECK_FALSE(fold(kPublished, 6, "admin"));
    CHECK(mayAnswer(fold.row, kPublished).error().code == "proposal_answered");
}

TEST_CASE("an answer to nothing, to another proposal or of another site is none") {
    Fold fold;
    CHECK_FALSE(fold(kDeclined, 3, "supervisor"));
    CHECK_FALSE(fold.row);
    CHECK(mayAnswer({}, kDeclined).error().code == "proposal_unknown");
    REQUIRE(fold(kProposed, 4, "inspector"));
    const auto elsewhere = payload("site.published", "s3", {{"id", "other"}, {"proposal", "p1"}}, "other");
    const auto other = payload("site.declined", "d2", {{"of", "p2"}, {"reason", "x"}});
    const auto plain = payload("site.published", "s4", {{"id", "yongchang-veg"}});
    for (const auto* one : {&elsewhere, &other, &plain}) {
        CHECK_FALSE(fold(*one, 5, "admin"));
        CHECK(mayAnswer(fold.row, *one).error().code == "proposal_unknown");
    }
    CHECK(fold.row->state == ProposalState::open);
    CHECK_FALSE(speaksOfProposals(plain));
    CHECK(speaksOfProposals(elsewhere));
}

TEST_CASE("degrees are written as exactly as any receiver knows them") {
    auto proposal = readProposal(example()).value();
    proposal.boundary[1].latitude = 38.246412345678;
    const auto body = toBody(proposal);
    const auto back = readProposal(body).value();
    CHECK(back.boundary[1].latitude == 38.2464123);
    CHECK(toBody(back) == body);
}
