// One history, seen from everywhere: whatever the network did to it, every device holds the server's lines, and the
// rows that a tablet derives are the server's, row by row.
#include <catch2/catch.hpp>
#include <deque>
#include <random>
#include <set>

#include "shared/store/derived/derived_tables.h"
#include "shared/store/inspection_history.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/sync/kit/liar.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using namespace std::chrono_literals;

namespace {

constexpr int kWorlds = 4, kSteps = 120;

// Inspectors and supervisors of one place, each with a tablet, who do what comes into their heads, with a network that
// is sometimes there, sometimes not, and sometimes lies.
class Office {
  public:
    explicit Office(unsigned seed) : m_random(seed) {
        m_world.publish();
        for (int i = 0; i < 3; ++i) m_tablets.emplace_back(m_world, m_world.invite(domain::Role::inspector, {"62"}));
        for (int i = 0; i < 2; ++i) m_tablets.emplace_back(m_world, m_world.invite(domain::Role::supervisor, {"6203"}));
        for (auto& tablet : m_tablets) REQUIRE(tablet.fate().empty());
    }
    void step() {
        auto& tablet = m_tablets[m_random() % m_tablets.size()];
        m_world.pass(1min);
        switch (m_random() % 6) {
            case 0:
            case 1:
                isInspector(tablet) ? (void)tablet.inspect() : review(tablet);
                break;
            case 2:
            case 3:
                isInspector(tablet) ? amend(tablet) : review(tablet);
                break;
            case 4:
                (void)tablet.sync();
                break;
            default: {
                Lies lies;
                lies.random.seed(static_cast<unsigned>(m_random()));
                lies.left = 6;
                (void)tablet.sync(std::make_unique<Liar>(m_world, lies));
            }
        }
    }
    // An honest network at last, for as long as anything is on its way.
    void settle() {
        for (int round = 0; round < 40; ++round) {
            bool quiet = true;
            for (auto& tablet : m_tablets) {
                const auto report = tablet.sync();
                REQUIRE(report);
                quiet = quiet && report->pulled == 0 && tablet.unproved() == 0;
            }
            if (quiet && round > 2) return;
            m_world.pass(1min);
        }
        FAIL("it does not come to rest");
    }
    void compare() {
        auto reader = m_world.services().readers.borrow();
        server::InspectionRows rows(*reader);
        std::vector<std::string> ids;
        for (const auto status : {records::InspectionStatus::submitted, records::InspectionStatus::returned,
                                  records::InspectionStatus::accepted}) {
            rows.each(server::Family::inspection, status, {}, [&](const records::InspectionRow& row) {
                ids.push_back(row.id);
                return true;
            });
        }
        REQUIRE_FALSE(ids.empty());
        const auto lines = linesOf(m_world);
        for (auto& tablet : m_tablets) {
            const auto tables = store::DerivedTables::open(*tablet.store);
            while (!tables->follow(*tablet.store, 7)) {
            }
            REQUIRE(tables->counts().inspections == ids.size());
            for (const auto& id : ids) {
                const auto here = tables->inspections({id});
                REQUIRE(here.size() == 1);
                REQUIRE(here.front().row == rows.find(id));
            }
            store::RecordFilter all;
            for (const auto& row : tablet.store->records(all)) {
                if (row.logIndex) REQUIRE(lines.at(*row.logIndex) == row.hash);
            }
            all.believed = false;
            REQUIRE(tablet.store->countRecords(all) == 0);
        }
    }
    std::set<int> statuses() {
        std::set<int> out;
        auto reader = m_world.services().readers.borrow();
        for (const auto& tally : server::InspectionRows(*reader).tallies()) {
            if (tally.count > 0) out.insert(static_cast<int>(tally.status));
        }
        return out;
    }

  private:
    [[nodiscard]] bool isInspector(const Tablet& tablet) const {
        return &tablet == &m_tablets[0] || &tablet == &m_tablets[1] || &tablet == &m_tablets[2];
    }
    std::optional<store::RecordRow> any(const Tablet& tablet, bool own) {
        store::RecordFilter filter;
        filter.type = "inspection.submitted";
        if (own) filter.own = true;
        const auto rows = tablet.store->records(filter);
        if (rows.empty()) return std::nullopt;
        return rows[m_random() % rows.size()];
    }
    void amend(Tablet& tablet) {
        const auto of = any(tablet, true);
        if (!of) return;
        auto body = server::kit::inspectionBody();
        body["of"] = of->id;
        body["reason"] = "补正";
        (void)tablet.store->append({"inspection.amended", of->site, of->region, {}, std::move(body), {}});
    }
    void review(Tablet& tablet) {
        const auto of = any(tablet, false);
        if (!of) return;
        (void)store::signReview(*tablet.store, of->id, m_random() % 3 == 0, "看过", {});
    }

    std::mt19937 m_random;
    World m_world;
    std::deque<Tablet> m_tablets;
};

}  // namespace

TEST_CASE("after any history the rows of every tablet are the server's, row by row") {
    std::set<int> reached;
    for (unsigned seed = 1; seed <= kWorlds; ++seed) {
        CAPTURE(seed);
        Office office(seed);
        for (int step = 0; step < kSteps; ++step) office.step();
        office.settle();
        office.compare();
        reached.merge(office.statuses());
    }
    CHECK(reached.size() == 3);  // submitted, returned and accepted
}
