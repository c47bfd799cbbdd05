// That the comparison finds what it is for: a fleet that never told of a difference would look the same as one that had
// none.
#include "tools/fleet/compare.h"

#include <catch2/catch.hpp>

#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::fleet;

namespace {

struct Stand {
    server::kit::ServerProcess process;
    server::kit::TempFolder home;
    fault::Loop loop;
    Books books;
    std::vector<FleetSite> sites = fleetSites(1, 1);
    std::optional<Office> office;
    std::unique_ptr<Tablet> tablet, fresh;

    Stand() {
        process.start();
        office.emplace(Office::enrolled(home.path / "office", process.invitation(), process.url()));
        books.emplace("c3", province::loadAnswerBook("c3"));
        office->publish({&books.at("c3")}, sites);
        tablet = enrol("tablet", domain::Role::inspector);
        visit(0);
        REQUIRE(tablet->sync().done);
        fresh = enrol("fresh", domain::Role::supervisor);
        fresh->follow();
        REQUIRE(tablet->sync().done);
    }
    std::unique_ptr<Tablet> enrol(const std::string& name, domain::Role role) {
        TabletOptions options;
        options.name = name;
        options.home = home.path / name;
        options.invitation = office->invite({name}, role, countiesOf(1)).front();
        options.photoBytes = 12'000;
        return std::make_unique<Tablet>(loop, std::move(options));
    }
    const Signed& visit(std::size_t number) {
        return tablet->inspect({number, 0, "c3", std::chrono::minutes(50), 1}, sites.front(), books);
    }
    Compared compared() { return compare({tablet.get()}, *fresh); }
    [[nodiscard]] std::filesystem::path blob(const Sha256& hash) const {
        return process.data() / "blobs" / hash.hex().substr(0, 2) / hash.hex();
    }
};

bool says(const Compared& compared, const std::string& what) {
    return std::any_of(compared.differences.begin(), compared.differences.end(),
                       [&](const std::string& one) { return one.find(what) != std::string::npos; });
}

}  // namespace

TEST_CASE("a tablet that has what the server has differs in nothing") {
    Stand at;
    const auto compared = at.compared();
    for (const auto& one : compared.differences) UNSCOPED_INFO(one);
    CHECK(compared.differences.empty());
    CHECK(compared.lines > 5);
    CHECK(compared.rows == 2);
    CHECK(compared.files == 2);
}

TEST_CASE("a line that never came to the server is lost, and said to be") {
    Stand at;
    at.visit(1);
    const auto compared = at.compared();
    CHECK(compared.lost == 1);
    CHECK(says(compared, "the server's log has lost"));
    CHECK(says(compared, "is in no log"));
}

TEST_CASE("a line that a tablet has not taken in is missed there") {
    Stand at;
    const auto late = at.enrol("late", domain::Role::inspector);
    const auto compared = at.compared();
    CHECK(says(compared, "lines of the feed its store has"));
}

TEST_CASE("a file that the server no longer holds is missed there") {
    Stand at;
    const auto& said = at.tablet->signedHere().front();
    REQUIRE(std::filesystem::remove(at.blob(said.files.front())));
    const auto compared = at.compared();
    CHECK(says(compared, "file " + said.files.front().hex()));
    CHECK(says(compared, "the server's row of inspection " + said.id));
}
