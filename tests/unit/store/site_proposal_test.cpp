// A correction of a site as a device keeps and signs it: fix by fix on disk, the same again after a restart, and what
// came of it.
#include "shared/store/site_proposal.h"

#include <catch2/catch.hpp>

#include "shared/store/reference.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using records::ProposalState;
using test::Tablet;

namespace {

const std::string kSite = "yongchang";

domain::Place place(const Tablet& tablet, double lat, double lon) {
    domain::Place out;
    out.latitude = lat;
    out.longitude = lon;
    out.accuracy = 3.5;
    out.at = tablet.now;
    out.source = domain::PlaceSource::satellite;
    return out;
}

domain::BoundaryWalk square(Tablet& tablet) {
    domain::BoundaryWalk walk(domain::WalkWay::corners);
    for (const auto& [lat, lon] :
         {std::pair{38.2461, 101.9669}, {38.2464, 101.9703}, {38.2484, 101.9700}, {38.2482, 101.9668}}) {
        tablet.now.utc += std::chrono::minutes(2);
        walk.take(place(tablet, lat, lon));
    }
    return walk;
}

std::string begun(Tablet& tablet) {
    return beginProposal(*tablet.store, kSite).value().id;
}

}  // namespace

TEST_CASE("a walk is kept fix by fix and goes on after a restart where it was") {
    Tablet tablet;
    const auto draft = begun(tablet);
    CHECK(begun(tablet) == draft);  // one a site
    auto walk = square(tablet);
    REQUIRE(putProposalWalk(*tablet.store, draft, walk, false, true, 0, 0));
    REQUIRE(putProposalText(*tablet.store, draft, "reason", "东侧新建 4 座棚"));
    REQUIRE(putProposalPoint(*tablet.store, draft, place(tablet, 38.2473, 101.9686)));
    tablet.reopen();
    auto loaded = loadProposal(*tablet.store, draft).value();
    CHECK(loaded.walk.fixes() == walk.fixes());
    CHECK(loaded.walk.corners() == walk.corners());
    CHECK(loaded.mocked);
    CHECK_FALSE(loaded.closed);
    CHECK(loaded.texts.at("reason") == "东侧新建 4 座棚");
    CHECK(loaded.point->latitude == 38.2473);
    // A corner taken back is gone from disk, too.
    const auto gone = walk.undo();
    REQUIRE(putProposalWalk(*tablet.store, draft, walk, false, true, walk.fixes().size(), gone));
    tablet.reopen();
    CHECK(loadProposal(*tablet.store, draft)->walk.fixes().size() == 3);
    CHECK(tablet.store->drafts().empty());  // no list of checks shows it
    REQUIRE(tablet.store->deleteDraft(draft));
    CHECK_FALSE(openProposal(*tablet.store, kSite));
    CHECK(loadProposal(*tablet.store, draft).error().code == "no_draft");
}

TEST_CASE("what lacks is refused before anything is signed") {
    Tablet tablet;
    const auto draft = begun(tablet);
    const auto code = [&] { return signProposal(*tablet.store, draft).error().code; };
    CHECK(code() == "nothing_proposed");
    const auto site = siteById(*tablet.store, kSite).value();
    REQUIRE(putProposalText(*tablet.store, draft, "name", site.name));  // as it is
    CHECK(code() == "nothing_proposed");
    REQUIRE(putProposalText(*tablet.store, draft, "name", "另一个名称"));
    CHECK(code() == "reason_missing");
    REQUIRE(putProposalText(*tablet.store, draft, "reason", "牌匾上是这个名称"));
    auto walk = square(tablet);
    REQUIRE(putProposalWalk(*tablet.store, draft, walk, false, false, 0, 0));
    CHECK(code() == "walk_open");
    walk.take(place(tablet, 38.2490, 101.9720));
    walk.take(place(tablet, 38.2463, 101.9650));  // across the others
    REQUIRE(putProposalWalk(*tablet.store, draft, walk, true, false, 4, 0));
    CHECK(code() == "walk_open");
    CHECK(tablet.store->countRecords({}) > 0);
    CHECK(proposalsAbout(*tablet.store, kSite)->empty());
    CHECK(beginProposal(*tablet.store, "nowhere").error().code == "no_site");
}

TEST_CASE("it is signed with its track and ends the draft; the site changes by the publication that takes it up") {
    Tablet tablet;
    const auto draft = begun(tablet);
    const auto walk = square(tablet);
    REQUIRE(putProposalWalk(*tablet.store, draft, walk, true, false, 0, 0));
    REQUIRE(putProposalPoint(*tablet.store, draft, place(tablet, 38.2473, 101.9686)));
    REQUIRE(putProposalText(*tablet.store, draft, "reason", "东侧新建 4 座棚"));
    const auto line = signProposal(*tablet.store, draft);
    REQUIRE(line);
    CHECK_FALSE(openProposal(*tablet.store, kSite));
    const auto payload = record::parsePayload(line->payload()).value();
    const auto said = records::readProposal(payload.body).value();
    CHECK(said.boundary == records::readProposal(records::toBody(said))->boundary);
    CHECK(domain::signedAreaOf(said.boundary) > 0);
    CHECK(said.base == tablet.store->sitePublications(kSite).back().hash);
    REQUIRE(said.walk);
    CHECK((said.walk->fixes == 4 && said.walk->median == 3.5));
    REQUIRE(payload.files.size() == 1);
    CHECK(payload.files[0].role == kTrackRole);
    CHECK(payload.files[0].sha256 == said.walk->track);
    const auto track = tablet.store->vault().get(said.walk->track);
    REQUIRE(track);
    const auto json = parseJson(std::string_view(reinterpret_cast<const char*>(track->data()), track->size())).value();
    CHECK(json.at("geometry").at("coordinates").as_array().size() == 4);
    CHECK(json.at("properties").at("accuracy").as_array().size() == 4);

    // Nothing of it counts before it is published.
    CHECK(siteById(*tablet.store, kSite)->boundary.empty());
    const auto now = [&] { return proposalsAbout(*tablet.store, kSite).value(); };
    REQUIRE(now().size() == 1);
    CHECK(now()[0].state == ProposalState::open);

    SECTION("published") {
        tablet.pullFrom(tablet.admin, "site.published",
                        {{"id", kSite},
                         {"name", "永昌县设施蔬菜标准化示范区"},
                         {"region", "620321"},
                         {"boundary", records::boundaryJson(said.boundary)},
                         {"proposal", payload.id}});
        CHECK(now()[0].state == ProposalState::accepted);
        CHECK(now()[0].answeredBy == tablet.admin.kid());
        CHECK(siteById(*tablet.store, kSite)->boundary == said.boundary);
    }
    SECTION("declined, then published all the same") {
        const auto supervisor = tablet.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
        tablet.pullFrom(supervisor, "site.declined", {{"of", payload.id}, {"reason", "以批复的红线为准"}});
        tablet.pullFrom(
            tablet.admin, "site.published",
            {{"id", kSite}, {"name", "永昌县设施蔬菜标准化示范区"}, {"region", "620321"}, {"proposal", payload.id}});
        CHECK(now()[0].state == ProposalState::declined);
        CHECK(now()[0].reason == "以批复的红线为准");
        CHECK(now()[0].answeredBy == supervisor.kid());
    }
}

TEST_CASE("an enterprise proposes nothing") {
    Tablet tablet({domain::Role::enterprise, {"6203"}, {kSite}});
    const auto draft = begun(tablet);
    REQUIRE(putProposalText(*tablet.store, draft, "name", "另一个名称"));
    REQUIRE(putProposalText(*tablet.store, draft, "reason", "牌匾上是这个名称"));
    CHECK(signProposal(*tablet.store, draft).error().code == "wrong_role");
    CHECK(openProposal(*tablet.store, kSite));
}
