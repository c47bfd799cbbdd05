// A server that lost a week and was put back from a backup: an administrator opens its log again, and the tablets bring
// the week back. Whoever has no such word is not followed.
#include <catch2/catch.hpp>

#include <algorithm>

#include "shared/crypto/hash.h"
#include "shared/domain/recovery.h"
#include "sync-server/setup/backup.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto kDay = 24h;

struct Stand {
    World world;
    server::kit::TempFolder place;
    std::optional<Tablet> admin;  // invited by the root

    Stand() {
        world.publish();
        admin.emplace(world, inviteByRoot(world));
        REQUIRE(admin->fate().empty());
    }
    std::unique_ptr<Tablet> inspector() {
        auto out = std::make_unique<Tablet>(world, world.invite(domain::Role::inspector, {"62"}, 24h));
        REQUIRE(out->fate().empty());
        return out;
    }
    [[nodiscard]] fs::path kept(const std::string& name) const { return place.path / name; }
    void backup(const std::string& name = "backup") { REQUIRE(server::makeBackup(world.folder(), kept(name))); }
    // The folder is lost, and what `name` holds takes its place.
    void restore(const std::string& name = "backup") {
        world.stop();
        // The root's key was kept elsewhere.
        fs::copy_file(world.folder().rootKey(), kept("root.key"), fs::copy_options::overwrite_existing);
        fs::remove_all(world.folder().path);
        REQUIRE(server::restoreBackup(kept(name), world.folder()));
        fs::copy_file(kept("root.key"), world.folder().rootKey());
        world.restart();
    }
    // The folder as it is, and put back as it was, without a word: what a server does that wants to go back.
    void copyAway(const std::string& name) {
        world.stop();
        fs::copy(world.folder().path, kept(name), fs::copy_options::recursive);
        world.restart();
    }
    void goBackTo(const std::string& name) {
        world.stop();
        fs::remove_all(world.folder().path);
        fs::copy(kept(name), world.folder().path, fs::copy_options::recursive);
        world.restart();
    }
    Result<sync::Report> recover(const std::string& reason = "the disk died") {
        return sync::Engine(*admin->store, {}, std::make_unique<ToWorld>(world)).recoverLog(reason);
    }
    std::uint64_t size() { return world.services().head.get()->size; }
};

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

}  // namespace

TEST_CASE("twenty tablets bring back the week that the server lost: nothing is lost, nothing doubled") {
    Stand at;
    const auto root = at.admin->store->profile().value().rootKid;
    std::vector<std::unique_ptr<Tablet>> fleet;
    std::vector<std::pair<Tablet*, record::Line>> inspections;
    std::vector<std::string> contents;
    const auto inspect = [&](Tablet& tablet, const std::string& content) {
        contents.push_back(content);
        inspections.emplace_back(&tablet, tablet.inspect({content}));
    };
    for (int i = 0; i < 15; ++i) fleet.push_back(at.inspector());
    for (auto& tablet : fleet) {
        inspect(*tablet, "before " + std::to_string(inspections.size()));
        REQUIRE(tablet->fate().empty());
    }
    at.backup();
    const auto keptSize = at.size();

    // The week: five more tablets, a site, an inspection a day of each.
    for (int day = 0; day < 7; ++day) {
        at.world.pass(kDay);
        if (day < 5) fleet.push_back(at.inspector());
        if (day == 3) {
            auto& author = at.world.admin();
            REQUIRE(at.world.fate(author.say("site.published", server::kit::siteBody("jinta", "Jinta", "620921"),
                                             {"jinta", "620921"}),
                                  author) == "accepted");
        }
        for (auto& tablet : fleet) {
            inspect(*tablet, "day " + std::to_string(inspections.size()));
            REQUIRE(tablet->fate().empty());
        }
    }
    REQUIRE(at.admin->fate().empty());
    const auto whole = linesOf(at.world);
    const auto before = inspections.back().first->bundle(idOf(inspections.back().second));
    REQUIRE(sync::verifyBundle(before, root).checks.size() > 5);
    const auto newest = at.admin->store->newestCheckpoint().value();

    at.restore();
    at.world.pass(kDay * 2);  // the invitations of that week have ended
    REQUIRE(at.size() == keptSize);

    SECTION("before the administrator's word every tablet stops, and nothing is changed on it") {
        const auto rows = fleet[0]->store->countRecords({});
        CHECK(fleet[0]->fate() == "log_forgot");
        CHECK(fleet[0]->store->countRecords({}) == rows);
        CHECK(fleet[0]->store->tally().missing == 0);
        CHECK(fleet[0]->unproved() == 0);
        CHECK(fleet[0]->store->newestCheckpoint()->checkpoint.size > keptSize);
        // Nor does the server take anything from who never met the lost part.
        auto& author = at.world.admin();
        author.tip = {};
        CHECK(at.world.fate(author.say("standard.feedback", {}, {}), author) == "log_recovering");
        CHECK(textOr(at.world.answered(at.world.get("/healthz")), "status") == "recovering");
    }
    SECTION("after it the fleet refills the server") {
        const auto opened = at.recover();
        INFO((opened ? "" : opened.error().detail));
        REQUIRE(opened);
        CHECK(opened->beganAnew);
        CHECK_THAT(opened->problems.front(), Catch::Contains("lost its log"));
        std::size_t rounds = 0, left = 1;
        std::string problems;
        while (left > 0 && ++rounds < 10) {
            left = 0;
            problems.clear();
            for (auto& tablet : fleet) {
                at.world.pass(1min);
                const auto report = tablet->sync();
                if (!report) problems += report.error().code + ": " + report.error().detail + "\n";
                for (const auto& problem : report ? report->problems : std::vector<std::string>())
                    problems += problem + "\n";
                if (report && tablet->unproved() + tablet->store->countOffered() + report->files.missing > 0)
                    problems += std::to_string(tablet->unproved()) + " unproved, " +
                                std::to_string(tablet->store->countOffered()) + " offered, " +
                                std::to_string(report->files.missing) + " files missing\n";
                left += !report || tablet->unproved() > 0 || tablet->store->countOffered() > 0 ||
                        tablet->store->tally().missing > 0;
            }
            (void)at.admin->sync();
        }
        INFO("after " << rounds << " rounds: " << problems);
        CHECK(left == 0);
        CHECK(rounds <= 3);
        const auto now = linesOf(at.world);
        std::size_t lost = 0, doubled = 0;
        for (const auto& hash : whole) {
            const auto count = std::count(now.begin(), now.end(), hash);
            lost += count == 0;
            doubled += count > 1;
        }
        CHECK(lost == 0);
        CHECK(doubled == 0);
        CHECK(now.size() == whole.size() + 1);
        for (const auto& content : contents)
            CHECK(at.world.services().blobs.sizeOf(crypto::sha256(content)) == content.size());
        for (auto& tablet : fleet) {
            CHECK(tablet->fate().empty());
            CHECK(tablet->store->breaks().size() == 1);
        }

        // What was proved before is proved for ever; what is proved now says that the log broke.
        const auto good = [&](const sync::Bundle& bundle) {
            const auto verdict = sync::verifyBundle(bundle, root);
            for (const auto& check : verdict.checks) {
                if (check.name == "trail") continue;  // the kit's inspections state one that is not there
                INFO(check.name << ": " << check.detail);
                CHECK(check.good);
            }
            return verdict;
        };
        good(before);
        const auto& [author, line] = inspections.back();
        const auto after = good(author->bundle(idOf(line)));
        CHECK(std::any_of(after.checks.begin(), after.checks.end(), [](const auto& check) {
            return check.name == "break" && check.detail.find("the disk died") != std::string::npos;
        }));
        const auto places = author->store->lostPlacesOf(line.hash());
        REQUIRE(places.size() == 1);
        REQUIRE(places.front().provedSize);
        CHECK(author->store->lostCheckpoint(places.front().number, *places.front().provedSize));
    }
}

TEST_CASE("a server that goes back behind what a tablet proved is not followed without a new word") {
    Stand at;
    auto tablet = at.inspector();
    at.backup();
    at.world.pass(kDay);
    tablet->inspect();
    REQUIRE(tablet->fate().empty());
    REQUIRE(at.admin->fate().empty());
    at.restore();
    at.world.pass(kDay);
    REQUIRE(at.recover());
    REQUIRE(tablet->fate().empty());
    at.copyAway("opened");
    at.world.pass(kDay);
    auto late = at.inspector();  // knows only the log that was opened again
    REQUIRE(tablet->fate().empty());
    tablet->inspect();
    REQUIRE(tablet->fate().empty());
    REQUIRE(late->fate().empty());
    auto fresh = std::make_unique<Tablet>(at.world, at.world.invite(domain::Role::inspector, {"62"}));  // never synced

    SECTION("the word of the last loss does not serve once more") {
        at.goBackTo("opened");
        CHECK(tablet->fate() == "log_forgot");
        CHECK(tablet->unproved() == 0);
        CHECK(tablet->store->breaks().size() == 1);
        const auto key = crypto::parseNoteKey(late->store->profile().value().logKey).value();
        CHECK(key.name == "test.log");
        CHECK(late->fate() != "");
        CHECK(late->store->breaks().empty());
        CHECK(fresh->fate() != "");
        CHECK(fresh->store->breaks().empty());
    }
    SECTION("a second loss needs a second word, and has it") {
        at.restore();
        CHECK(tablet->fate() == "log_forgot");
        at.world.pass(kDay);
        const auto opened = at.recover("the disk died again");
        INFO((opened ? "" : opened.error().detail));
        REQUIRE(opened);
        for (int round = 0; round < 3; ++round) {
            (void)tablet->fate();
            (void)late->fate();
            (void)at.admin->fate();
        }
        const auto last = tablet->sync();
        INFO((last ? "" : last.error().detail));
        CHECK(last);
        CHECK(tablet->store->breaks().size() == 2);
        CHECK(tablet->unproved() == 0);
        // The first word is in the log again, as history.
        const auto lines = linesOf(at.world);
        for (const auto& old : tablet->store->breaks()) CHECK(std::count(lines.begin(), lines.end(), old.line) == 1);
    }
}

TEST_CASE("only an administrator whom the root invited and whom nobody revoked opens a log again") {
    Stand at;
    auto tablet = at.inspector();
    // One whom an administrator invited.
    Tablet second(at.world, at.world.invite(domain::Role::administrator, {"62"}));
    REQUIRE(second.fate().empty());
    at.backup();
    at.world.pass(kDay);
    tablet->inspect();
    REQUIRE(tablet->fate().empty());
    SECTION("not one whom the root did not invite itself") {
        REQUIRE(second.fate().empty());
        at.restore();
        at.world.pass(kDay);
        const auto said = sync::Engine(*second.store, {}, std::make_unique<ToWorld>(at.world)).recoverLog("because");
        REQUIRE_FALSE(said);
        CHECK(said.error().code == "wrong_region");  // her own device knows it already, and signs nothing
        CHECK(second.store->waiting().empty());
        CHECK(tablet->fate() == "log_forgot");
    }
    SECTION("not one who was revoked in the part that was lost, for who knows it") {
        REQUIRE(at.admin->fate().empty());
        auto& author = at.world.admin();
        REQUIRE(at.world.fate(author.say("key.revoked", {{"key", at.admin->kid()}, {"reason", "stolen"}}), author) ==
                "accepted");
        REQUIRE(tablet->fate().empty());
        at.restore();
        at.world.pass(kDay);
        (void)at.recover("I want it back");
        CHECK(tablet->fate() == "log_forgot");
        CHECK(tablet->store->breaks().empty());
    }
    SECTION("and where nothing was lost, nothing is signed") {
        REQUIRE(at.admin->fate().empty());
        const auto said = at.recover();
        REQUIRE_FALSE(said);
        CHECK(said.error().code == "nothing_lost");
        CHECK(at.admin->store->waiting().empty());
    }
}

TEST_CASE("a log whose administrators all came after the backup is opened by one whom the root invites anew") {
    Stand at;
    auto tablet = at.inspector();
    at.backup();
    at.world.pass(kDay);
    tablet->inspect();
    REQUIRE(tablet->fate().empty());
    at.restore();
    at.world.pass(kDay);
    Tablet anew(at.world, inviteByRoot(at.world));
    const auto opened = sync::Engine(*anew.store, {}, std::make_unique<ToWorld>(at.world)).recoverLog("the disk died");
    INFO((opened ? "" : opened.error().detail));
    REQUIRE(opened);
    const auto last = tablet->sync();
    INFO((last ? "" : last.error().detail));
    CHECK(last);
    CHECK(tablet->unproved() == 0);
    CHECK(tablet->store->breaks().size() == 1);
}
