// A bundle of a task proves its team, too: it carries their trust lines, and one that leaves them out proves nothing.
#include <catch2/catch.hpp>

#include "shared/store/tasks.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;

namespace {

const std::string kSite = "yongchang-veg";

struct Office {
    World world;
    std::optional<Tablet> ann, bea, chief;
    std::string root;

    Office() {
        world.publish();
        ann.emplace(world, world.invite(domain::Role::inspector, {"62"}));
        bea.emplace(world, world.invite(domain::Role::inspector, {"6203"}));
        chief.emplace(world, world.invite(domain::Role::supervisor, {"62"}));
        for (auto* tablet : {&*ann, &*bea, &*chief}) REQUIRE(tablet->sync());
        REQUIRE(chief->sync());
        // As enrolling leaves it, which the kit's tablets do by hand.
        for (auto* tablet : {&*ann, &*bea, &*chief}) {
            auto profile = tablet->store->profile().value();
            profile.personId = tablet->store->trust()->member(tablet->store->deviceKey()->kid())->personId;
            REQUIRE(tablet->store->saveProfile(profile));
        }
        root = chief->store->profile().value().rootKid;
    }
    static std::string person(const Tablet& tablet) { return tablet.store->profile().value().personId; }
    std::string assign() {
        records::Task task;
        task.programme = "zones";
        task.team = {person(*ann), person(*bea)};
        task.due = parseDay("2026-12-05").value();
        task.asked = parseDay("2026-11-25").value();
        const auto line = store::assignTask(*chief->store, kSite, task);
        INFO((line ? std::string() : line.error().detail));
        REQUIRE(line);
        REQUIRE(chief->sync());
        return record::parsePayload(line->payload()).value().id;
    }
};

const sync::Check* find(const sync::Verification& verified, const std::string& name) {
    const auto found = std::find_if(verified.checks.begin(), verified.checks.end(),
                                    [&](const auto& check) { return check.name == name; });
    return found == verified.checks.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a bundle of a task proves that its team are inspectors over the region") {
    Office it;
    const auto id = it.assign();
    REQUIRE(it.ann->sync());
    REQUIRE(store::answerTask(*it.ann->store, id, true));
    REQUIRE(it.ann->sync());
    REQUIRE(it.chief->sync());
    const auto bundle = it.chief->bundle(id);
    REQUIRE(bundle.related.size() == 1);
    const auto verified = sync::verifyBundle(sync::parseBundle(sync::formatBundle(bundle)).value(), it.root);
    REQUIRE(find(verified, "persons"));
    CHECK(find(verified, "persons")->good);
    CHECK(verified.good);

    // Without the lines of one of the team nobody vouches for her.
    auto without = bundle;
    const auto book = it.bea->store->trust().value();
    const auto* beas = book.member(it.bea->store->deviceKey().value().publicKey().kid());
    REQUIRE(beas);
    std::erase_if(without.trust, [&](const sync::PlacedLine& line) { return line.text == beas->enrolLine; });
    REQUIRE(without.trust.size() == bundle.trust.size() - 1);
    const auto missing = sync::verifyBundle(without, it.root);
    CHECK_FALSE(missing.good);
    REQUIRE(find(missing, "persons"));
    CHECK_FALSE(find(missing, "persons")->good);
}

TEST_CASE("an answer to a task is proved to be its author's own") {
    Office it;
    const auto id = it.assign();
    REQUIRE(it.bea->sync());
    const auto answer = store::answerTask(*it.bea->store, id, false, "当日参加培训");
    REQUIRE(answer);
    REQUIRE(it.bea->sync());
    const auto bundle = it.bea->bundle(record::parsePayload(answer->payload()).value().id);
    const auto verified = sync::verifyBundle(bundle, it.root);
    CHECK(verified.good);
    REQUIRE(find(verified, "persons"));
    CHECK(find(verified, "persons")->detail == "the author answers for herself");
}
