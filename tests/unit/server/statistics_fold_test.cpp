// The fold of statistics: whatever order lines arrive in, and whatever was returned, amended, cosigned or moved with
// its site on the way, the counters are those of counting from scratch what stands in the end.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "shared/crypto/hash.h"
#include "sync-server/projections/statistics/statistics_projection.h"
#include "sync-server/query/small_cells.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using checklist::Verdict;

namespace {

using Rows = std::vector<std::string>;

struct Visit {
    std::string id, site, checklist, grade, kind;
    bool assessment = false;
    int day = 0, points = 0;
    std::vector<ItemOutcome> items;
};
struct Site {
    std::string id, programme, sector, programmeId;
};

// A log of its own, into which lines are put as the writer puts them.
class Fold {
  public:
    Fold() : m_store(kit::openAt(m_folder.path / "log.db")), m_projection(m_store->writer()) {
        m_store->writer().begin();
        clear(m_projection, m_store->writer().connection());
    }
    ~Fold() { m_store->writer().rollback(); }

    Sha256 version(const Visit& visit, bool first, int signers = 1) {
        auto line = payload(visit.assessment ? (first ? "assessment.submitted" : "assessment.amended")
                                             : (first ? "inspection.submitted" : "inspection.amended"),
                            first ? visit.id : visit.id + "-v" + std::to_string(m_index), visit.site);
        line.body = {{"day", dayText(Day(std::chrono::days(20'400 + visit.day)))}, {"signers", signers}};
        if (!first) line.body["of"] = visit.id;
        Reading reading;
        reading.summary.emplace();
        auto& says = *reading.summary;
        says.checklist = {visit.checklist, "1", crypto::sha256(visit.checklist)};
        says.kind = visit.kind;
        says.grade = visit.grade;
        says.points = visit.points;
        says.max = 100'000;
        says.signers = signers;
        says.round = visit.assessment ? "round" : "";
        reading.items = visit.items;
        return apply(line, reading, authorOf(visit));
    }
    void review(const Visit& visit, const Sha256& of, bool accepted) {
        auto line =
            payload(accepted ? "review.accepted" : "review.returned", "r" + std::to_string(m_index), visit.site);
        line.body = {{"of", visit.id}, {"hash", of.hex()}};
        apply(line, {}, "supervisor");
    }
    void site(const Site& site) {
        auto line = payload("site.published", "s" + std::to_string(m_index), site.id);
        line.body = {{"programme", site.programme}, {"sector", site.sector}, {"programme_id", site.programmeId}};
        apply(line, {}, "admin");
    }
    // The counters, and the pairs that they rest on.
    Rows counters() {
        m_projection.settle();
        Rows out;
        for (const auto& table : m_projection.tables()) {
            const std::string name = table.name;
            if (name == "statistics_records") continue;  // it knows the places of lines
            const auto all = m_store->writer().connection().prepare(table.contents);
            while (all->step()) {
                std::string text = name;
                for (int i = 0; i < all->columns(); ++i) {
                    text += '|';
                    if (all->type(i) == sql::Statement::Type::null) continue;
                    if (all->type(i) == sql::Statement::Type::integer) {
                        text += std::to_string(all->integer(i));
                        continue;
                    }
                    // PostgreSQL keeps texts as bytes.
                    const auto value = all->view(i);
                    const bool reads = std::none_of(value.begin(), value.end(),
                                                    [](char c) { return static_cast<unsigned char>(c) < ' '; });
                    text += reads ? std::string(value) : toHex(asBytes(value));
                }
                out.push_back(text);
            }
        }
        return out;
    }

  private:
    static std::string authorOf(const Visit& visit) {
        return visit.assessment ? "enterprise" : "inspector-" + visit.kind;
    }
    record::Payload payload(const std::string& type, const std::string& id, const std::string& site) {
        record::Payload out;
        out.type = type;
        out.id = id;
        out.site = site;
        out.region = site.ends_with('1') ? "620321" : "620723";
        out.at = {TimePoint(Day(std::chrono::days(20'400))), std::chrono::hours(8)};
        return out;
    }
    Sha256 apply(const record::Payload& payload, const Reading& reading, const std::string& kid) {
        const auto hash = crypto::sha256(payload.id + std::to_string(m_index));
        m_projection.apply({m_index++, hash, kid, payload, reading});
        return hash;
    }

    kit::TempFolder m_folder;
    std::unique_ptr<Store> m_store;
    StatisticsProjection m_projection;
    std::uint64_t m_index = 0;
};

Visit someVisit(std::mt19937& random, int number) {
    const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    Visit out;
    out.id = "visit-" + std::to_string(number);
    out.site = "site-" + std::to_string(pick(4));
    out.checklist = pick(2) == 0 ? "6a" : "c1";
    out.grade = pick(2) == 0 ? "conform" : "ordered";
    out.kind = pick(2) == 0 ? "supervision" : "acceptance";
    out.assessment = pick(4) == 0;
    out.day = number * 9;  // no two on one day; more than two years
    out.points = 1000 * pick(101);
    for (int i = 1; i <= 3; ++i)
        out.items.push_back({std::to_string(i), pick(3) == 0   ? Verdict::fail
                                                : pick(4) == 0 ? Verdict::part
                                                               : Verdict::pass});
    return out;
}

Site someSite(std::mt19937& random, int number) {
    const char* programmes[] = {"示范区", "服务业试点", ""};
    return {"site-" + std::to_string(number), programmes[random() % 3], random() % 2 == 0 ? "设施蔬菜" : "农业",
            random() % 2 == 0 ? "gs-zones" : ""};
}

}  // namespace

TEST_CASE("in whatever order lines arrive, counters are those of counting from scratch what stands") {
    // Each makes a dozen databases, which a server of databases takes longer for than for what is asked of them.
    const unsigned seeds = kit::onPostgres() ? 1 : 40;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        struct Life {
            std::vector<Visit> versions;
            std::vector<int> verdicts;  // of each version: 0 nothing, 1 returned, 2 accepted
            int signers = 1;
        };
        std::vector<Life> lives;
        for (int i = 0; i < 24; ++i) {
            Life life;
            const auto first = someVisit(random, i);
            const int versions = 1 + static_cast<int>(random() % 3);
            for (int v = 0; v < versions; ++v) {
                auto next = someVisit(random, i);
                // What rights hold an amendment to.
                next.site = first.site;
                next.assessment = first.assessment;
                next.kind = first.kind;
                life.versions.push_back(next);
                life.verdicts.push_back(v + 1 < versions ? static_cast<int>(random() % 2)
                                                         : static_cast<int>(random() % 3));
            }
            life.signers = random() % 8 == 0 ? 2 : 1;  // and the second never comes
            lives.push_back(life);
        }
        std::vector<Site> before, sites;
        for (int i = 0; i < 4; ++i) before.push_back(someSite(random, i));
        for (int i = 0; i < 4; ++i) sites.push_back(someSite(random, i));

        Fold scratch;
        for (const auto& site : sites) scratch.site(site);
        for (const auto& life : lives) {
            // Of what waits for a second signature, or was returned, it is counted that somebody was there (visits.h).
            const auto hash = scratch.version(life.versions.back(), true, life.signers);
            if (life.verdicts.back() == 1) scratch.review(life.versions.back(), hash, false);
        }
        const auto expected = scratch.counters();
        CHECK(expected.size() > 20);

        for (int order = 0; order < 3; ++order) {
            // Each life and each site's publications keep their own order; all of them are shuffled together.
            std::vector<std::size_t> turns;
            for (std::size_t i = 0; i < lives.size(); ++i) turns.insert(turns.end(), lives[i].versions.size(), i);
            for (std::size_t i = 0; i < 4; ++i) turns.insert(turns.end(), 2, lives.size() + i);
            std::shuffle(turns.begin(), turns.end(), random);
            std::map<std::size_t, std::size_t> done;
            Fold fold;
            for (const auto turn : turns) {
                const auto step = done[turn]++;
                if (turn >= lives.size()) {
                    fold.site((step == 0 ? before : sites)[turn - lives.size()]);
                    continue;
                }
                const auto& life = lives[turn];
                const auto hash = fold.version(life.versions[step], step == 0, life.signers);
                if (life.verdicts[step] != 0) fold.review(life.versions[step], hash, life.verdicts[step] == 2);
            }
            CHECK(fold.counters() == expected);
        }
    }
}

TEST_CASE("nothing is left in the counters of what was returned but the visit") {
    Fold fold;
    fold.site({"site-1", "示范区", "农业", "gs-zones"});
    const auto empty = fold.counters();
    std::mt19937 random(7);
    auto visit = someVisit(random, 1);
    visit.site = "site-1";
    visit.assessment = false;
    const auto hash = fold.version(visit, true);
    CHECK(fold.counters().size() > empty.size());
    fold.review(visit, hash, false);
    // But that somebody was there (visits.h).
    auto left = fold.counters();
    CHECK(std::erase_if(left, [](const std::string& row) {
              return row.starts_with("statistics_burden|") && row.ends_with("|returned|1");
          }) == 1);
    CHECK(left == empty);
}

TEST_CASE("a cell of fewer than ten is never the only one that is not told") {
    using Counts = std::vector<std::int64_t>;
    const auto names = [](const Counts& counts) {
        std::string out;
        for (const auto shown : guardCells(counts)) out += shown == Shown::yes ? 'y' : shown == Shown::few ? 'f' : 'b';
        return out;
    };
    CHECK(names({}) == "");
    CHECK(names({10, 20}) == "yy");
    CHECK(names({9, 20, 30}) == "fby");
    CHECK(names({4, 5, 30, 12}) == "ffyb");  // two, and nine together
    CHECK(names({5, 5, 30}) == "ffy");
    CHECK(names({0, 9, 30}) == "yfb");  // there is nothing in an empty one to hide behind
    CHECK(names({9}) == "f");
    CHECK(names({1, 0, 0}) == "fyy");
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        Counts counts;
        for (unsigned i = 0; i < 1 + random() % 8; ++i) counts.push_back(random() % 30);
        const auto shown = guardCells(counts);
        std::int64_t held = 0, cells = 0, told = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0 && counts[i] < kFewest) CHECK(shown[i] == Shown::few);
            if (shown[i] == Shown::yes)
                told += counts[i] > 0;
            else
                held += counts[i], ++cells;
        }
        if (cells > 0 && told > 0) {
            CHECK(cells >= 2);
            CHECK(held >= kFewest);
        }
    }
}
