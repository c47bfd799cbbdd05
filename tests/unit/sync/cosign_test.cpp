// Two inspectors, two tablets or one, one server: the second signature on its way into the log, and out in a bundle.
#include <catch2/catch.hpp>

#include "shared/store/cosign.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/inspection_history.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using records::InspectionStatus;

namespace {

struct Office {
    World world;
    std::string document;
    std::optional<Tablet> ann, bea;

    Office() {
        world.publish();
        auto two = parseJson(server::kit::checklistDocument()).value().as_object();
        two["id"] = "two";
        two["kind"] = "enforcement";  // two sign, without its saying so
        document = toText(two);
        world.upload(document, world.admin());
        server::kit::Said said;
        said.files = {server::kit::checklistFile(document)};
        REQUIRE(world.fate(world.admin().say("checklist.published", server::kit::checklistBody(document), said),
                           world.admin()) == "accepted");
        ann.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        bea.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        for (auto* tablet : {&*ann, &*bea}) REQUIRE(tablet->sync());
        REQUIRE(ann->sync());  // bea's key, too
    }
    record::Line inspect() {
        auto body = server::kit::inspectionBody();
        body["checklist"].as_object()["id"] = "two";
        body["checklist"].as_object()["sha256"] = server::kit::checklistFile(document).sha256.hex();
        body["signers"] = 2;
        return ann->store->append({"inspection.submitted", "yongchang-veg", "620321", {}, body, {}}).value();
    }
    static std::string idOf(const record::Line& line) { return record::parsePayload(line.payload()).value().id; }
    static InspectionStatus statusOf(const Tablet& tablet, const std::string& id) {
        return store::historyOf(*tablet.store, id).value().history.status;
    }
};

bool says(const sync::Verification& verified, const std::string& name, bool good) {
    return std::any_of(verified.checks.begin(), verified.checks.end(),
                       [&](const auto& check) { return check.name == name && check.good == good; });
}

}  // namespace

TEST_CASE("on two tablets: the second signs once the record reached her") {
    Office it;
    const auto id = Office::idOf(it.inspect());
    CHECK(store::cosignInspection(*it.bea->store, id).error().code == "no_record");
    REQUIRE(it.ann->sync());
    REQUIRE(it.bea->sync());
    CHECK(Office::statusOf(*it.bea, id) == InspectionStatus::incomplete);
    CHECK(store::cosignInspection(*it.ann->store, id).error().code == "own_signature");
    const auto bundle = it.ann->bundle(id);
    const auto root = it.ann->store->profile().value().rootKid;
    CHECK(says(sync::verifyBundle(bundle, root), "cosigned", false));

    const auto line = store::cosignInspection(*it.bea->store, id).value();
    CHECK(store::cosignInspection(*it.bea->store, id).value().text() == line.text());  // once
    REQUIRE(it.bea->sync());
    REQUIRE(it.ann->sync());
    CHECK(Office::statusOf(*it.ann, id) == InspectionStatus::submitted);
    const auto whole = it.ann->bundle(id);
    REQUIRE(whole.related.size() == 1);
    CHECK(says(sync::verifyBundle(sync::parseBundle(sync::formatBundle(whole)).value(), root), "cosigned", true));
    // One by her own key that names this line and signs another content: as if a log had taken it.
    auto payload = record::parsePayload(line.payload()).value();
    payload.body["content"] = std::string(64, 'a');
    auto forged = whole;
    forged.logged = false;
    forged.related.front().text =
        record::Line::sign(it.bea->store->deviceKey().value(), record::formatPayload(payload)).text();
    CHECK(says(sync::verifyBundle(forged, root), "cosigned", false));
}

TEST_CASE("on one tablet, with no network: both sign, and the first one's sync carries both") {
    Office it;
    const auto id = Office::idOf(it.inspect());
    const auto lines = store::linesToCosign(*it.ann->store, id).value();
    REQUIRE(lines.size() == 1);
    const auto signedSecond = store::cosignInspection(*it.bea->store, id, lines).value();
    REQUIRE(store::carryCosignature(*it.ann->store, signedSecond));
    CHECK(store::carryCosignature(*it.ann->store, signedSecond));  // after a crash, again
    CHECK(Office::statusOf(*it.ann, id) == InspectionStatus::submitted);
    CHECK(it.ann->store->countOffered() == 1);

    REQUIRE(it.ann->sync());
    CHECK(it.ann->store->countOffered() == 0);
    CHECK(it.ann->store->recordByHash(signedSecond.hash())->logIndex.has_value());
    CHECK(linesOf(it.world).back() == signedSecond.hash());
    // Hers is known when she comes: nothing is doubled, and it is proved to her.
    REQUIRE(it.bea->sync());
    CHECK(it.bea->unproved() == 0);
    CHECK(Office::statusOf(*it.bea, id) == InspectionStatus::submitted);
    CHECK(linesOf(it.world).back() == signedSecond.hash());
}

TEST_CASE("the second signature says where it was made; whoever takes it up again after a crash gets the same line") {
    Office it;
    const auto id = Office::idOf(it.inspect());
    const auto lines = store::linesToCosign(*it.ann->store, id).value();
    const domain::Place here{38.2471, 101.9683, 4.2, it.bea->store->now(), domain::PlaceSource::satellite};
    const auto line = store::cosignInspection(*it.bea->store, id, lines, here).value();
    const auto said = records::readCosignature(record::parsePayload(line.payload()).value().body).value();
    CHECK(said.place == domain::Whereabouts(here));
    const auto again = store::cosignInspection(*it.bea->store, id, lines, domain::NoPlace::searching).value();
    CHECK(again.text() == line.text());
    REQUIRE(store::carryCosignature(*it.ann->store, line));
    REQUIRE(it.ann->sync());
    CHECK(says(sync::verifyBundle(it.ann->bundle(id), it.ann->store->profile().value().rootKid), "cosigned", true));
}

TEST_CASE("on one tablet: a crash between the two signatures loses nothing, and neither signs twice") {
    Office it;
    const auto id = Office::idOf(it.inspect());
    const auto lines = store::linesToCosign(*it.ann->store, id).value();
    const auto second = store::cosignInspection(*it.bea->store, id, lines).value();
    // Here the app ended: the first one's store knows nothing of it.
    it.ann->reopen();
    it.bea->reopen();
    CHECK(Office::statusOf(*it.ann, id) == InspectionStatus::incomplete);
    const auto again = store::cosignInspection(*it.bea->store, id, lines).value();
    CHECK(again.text() == second.text());
    REQUIRE(store::carryCosignature(*it.ann->store, again));
    CHECK(Office::statusOf(*it.ann, id) == InspectionStatus::submitted);
}

TEST_CASE("on one tablet: who enrolled after the first one's last sync is told before anything is signed") {
    Office it;
    const auto id = Office::idOf(it.inspect());
    Tablet late(it.world, it.world.invite(domain::Role::inspector, {"62"}));
    REQUIRE(late.sync());
    const auto kid = late.store->deviceKey().value().kid();
    CHECK(store::knowsCosigner(*it.ann->store, kid).error().code == "cosigner_unknown");
    const auto line =
        store::cosignInspection(*late.store, id, store::linesToCosign(*it.ann->store, id).value()).value();
    CHECK(store::carryCosignature(*it.ann->store, line).error().code == "cosigner_unknown");
    REQUIRE(it.ann->sync());
    CHECK(store::knowsCosigner(*it.ann->store, kid));
    CHECK(store::carryCosignature(*it.ann->store, line));
}

TEST_CASE("what is carried is believed first") {
    Office it;
    const auto id = Office::idOf(it.inspect());
    const auto lines = store::linesToCosign(*it.ann->store, id).value();
    // Somebody whom the log does not know.
    Office elsewhere;
    const auto stranger = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto good = store::cosignInspection(*it.bea->store, id, lines).value();
    const auto forged = record::Line::sign(stranger, good.payload());
    CHECK_FALSE(store::carryCosignature(*it.ann->store, forged));
    CHECK_FALSE(store::cosignInspection(*elsewhere.bea->store, id, lines));
    CHECK(it.ann->store->countOffered() == 0);
}

TEST_CASE("the derived tables stand as the history does, whichever came first") {
    Office it;
    const auto id = Office::idOf(it.inspect());
    const auto tables = store::DerivedTables::open(*it.ann->store);
    tables->follow(*it.ann->store, 1000);
    CHECK(tables->inspections({id}).front().row.status == InspectionStatus::incomplete);
    CHECK(records::stateOf(*tables->caseOf(id)) == records::CaseState::incomplete);
    REQUIRE(store::carryCosignature(
        *it.ann->store,
        store::cosignInspection(*it.bea->store, id, store::linesToCosign(*it.ann->store, id).value()).value()));
    tables->follow(*it.ann->store, 1000);
    CHECK(tables->inspections({id}).front().row.status == InspectionStatus::submitted);
    REQUIRE(it.ann->sync());
    tables->follow(*it.ann->store, 1000);
    CHECK(tables->inspections({id}).front().row.status == InspectionStatus::submitted);
    CHECK(tables->caseOf(id)->standing.cosigned.has_value());
}
