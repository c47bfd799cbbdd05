// One history, seen from everywhere: whatever the network did to it, every device holds the server's lines, and the
// rows that a tablet derives are the server's, row by row.
#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <map>
#include <random>
#include <set>

#include "shared/store/act_sign.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"
#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/sync/kit/liar.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
using namespace std::chrono_literals;

namespace {

constexpr int kWorlds = 4, kSteps = 160;
constexpr const char* kRounds[] = {"gs-2026", "gs-2027"};

// Inspectors and supervisors of one place and two people of an enterprise, each with a tablet, who do what comes into
// their heads, with a network that is sometimes there, sometimes not, and sometimes lies.
class Office {
  public:
    explicit Office(unsigned seed) : m_random(seed) {
        m_world.publish();
        for (int i = 0; i < 3; ++i) m_tablets.emplace_back(m_world, m_world.invite(domain::Role::inspector, {"62"}));
        for (int i = 0; i < 2; ++i) m_tablets.emplace_back(m_world, m_world.invite(domain::Role::supervisor, {"6203"}));
        for (int i = 0; i < 2; ++i)
            m_tablets.emplace_back(
                m_world, m_world.invite(domain::Role::enterprise, {}, std::chrono::hours(240), {"yongchang-veg"}));
        auto& admin = m_world.admin();
        for (const char* round : kRounds)
            REQUIRE(m_world.fate(admin.say("round.published",
                                           {{"id", round},
                                            {"title", {{"zh", "2026 年度自评"}}},
                                            {"checklist", server::kit::inspectionBody().at("checklist")},
                                            {"opens", "2026-11-20"},
                                            {"closes", "2026-12-05"}},
                                           {"", "62"}),
                                 admin) == "accepted");
        for (auto& tablet : m_tablets) REQUIRE(tablet.fate().empty());
    }
    void step() {
        auto& tablet = m_tablets[m_random() % m_tablets.size()];
        m_world.pass(1min);
        switch (m_random() % 6) {
            case 0:
            case 1:
                if (isEnterprise(tablet)) return answer(tablet);
                isInspector(tablet) ? inspect(tablet) : review(tablet);
                break;
            case 2:
                if (isEnterprise(tablet)) return answer(tablet);
                isInspector(tablet) ? amend(tablet) : review(tablet);
                break;
            case 3:
                isEnterprise(tablet) ? assess(tablet) : judge(tablet);
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
                quiet = quiet && report->pulled == 0 && tablet.unproved() == refused(tablet);
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
            const auto listed = tables->page(store::DerivedTables::Whose::all, 0, 100'000).rows;
            REQUIRE(static_cast<std::size_t>(std::count_if(listed.begin(), listed.end(), [](const auto& one) {
                        return !one.row.says.isAssessment();
                    })) == ids.size());
            for (const auto& id : ids) {
                const auto here = tables->inspections({id});
                REQUIRE(here.size() == 1);
                REQUIRE(here.front().row == rows.find(id));
            }
            compareCases(*tables, *reader, ids);
            compareAssessments(*tables, *reader);
            m_beside += compareBeside(*tables, *reader, ids);
            store::RecordFilter all;
            for (const auto& row : tablet.store->records(all)) {
                if (row.logIndex) REQUIRE(lines.at(*row.logIndex) == row.hash);
            }
            all.believed = false;
            REQUIRE(tablet.store->countRecords(all) == 0);
        }
    }
    // What was reached, so that the comparison is known to compare something.
    struct Reached {
        std::size_t acts = 0, states = 0, refused = 0, answered = 0, submitted = 0, assigned = 0, beside = 0;
    };
    Reached reached() {
        Reached out;
        auto reader = m_world.services().readers.borrow();
        std::set<records::FindingState> states;
        server::CaseRows(*reader).each({}, UINT64_MAX >> 1, [&](const server::PlacedCase& one) {
            for (const auto& finding : one.row.findings) states.insert(finding.state);
            out.acts += one.row.orders.size();
            return true;
        });
        out.states = states.size();
        server::AssessmentRows(*reader).each("", "", UINT64_MAX >> 1, [&](const server::PlacedAssessment& one) {
            out.answered += one.row.items.size();
            out.submitted += one.row.submitted ? 1 : 0;
            out.assigned += one.row.assigned.size();
            return true;
        });
        out.beside = m_beside;
        for (auto& tablet : m_tablets) out.refused += refused(tablet);
        return out;
    }
    std::set<int> statuses() {
        std::set<int> out;
        auto reader = m_world.services().readers.borrow();
        server::InspectionRows rows(*reader);
        for (const auto family : {server::Family::inspection, server::Family::assessment})
            for (const auto& tally : rows.tallies(family, {})) out.insert(static_cast<int>(tally.status));
        return out;
    }

  private:
    [[nodiscard]] bool isInspector(const Tablet& tablet) const {
        return &tablet == &m_tablets[0] || &tablet == &m_tablets[1] || &tablet == &m_tablets[2];
    }
    [[nodiscard]] bool isEnterprise(const Tablet& tablet) const {
        return &tablet == &m_tablets[5] || &tablet == &m_tablets[6];
    }
    static std::size_t refused(const Tablet& tablet) {
        store::RecordFilter filter;
        filter.own = true;
        filter.state = store::RecordState::refused;
        return tablet.store->countRecords(filter);
    }
    void compareCases(const store::DerivedTables& tables, server::StoreReader& reader,
                      const std::vector<std::string>& ids) {
        server::CaseRows rows(reader);
        for (const auto& id : ids) {
            const auto there = rows.find(id);
            REQUIRE(there);
            REQUIRE(tables.caseOf(id) == there->row);
        }
        REQUIRE(tables.cases({}, 0, 100'000).total == ids.size());
        // Both sides put the same findings into the same columns.
        std::map<records::FindingColumn, std::size_t> cards;
        rows.changedFrom(0, [&](const server::CaseCards& one) {
            for (const auto& card : one.cards) ++cards[card.column];
        });
        for (const auto column :
             {records::FindingColumn::waits, records::FindingColumn::toOrder, records::FindingColumn::withEnterprise,
              records::FindingColumn::reported, records::FindingColumn::closed}) {
            store::FindingFilter filter;
            filter.column = column;
            REQUIRE(tables.findings(filter, 0, 1).total == cards[column]);
        }
    }
    static void compareAssessments(const store::DerivedTables& tables, server::StoreReader& reader) {
        std::size_t count = 0;
        server::AssessmentRows(reader).each("", "", UINT64_MAX >> 1, [&](const server::PlacedAssessment& one) {
            REQUIRE(tables.assessment(one.row.site, one.row.round, one.row.checklist) == one.row);
            ++count;
            return true;
        });
        REQUIRE(tables.assessments({}, 0, 100'000).total == count);
        for (const auto& round : server::RoundRows(reader).all()) {
            const auto here = tables.round(round.round.id);
            REQUIRE(here);
            REQUIRE(here->region == round.region);
            REQUIRE(toText(records::toBody(here->round)) == toText(records::toBody(round.round)));
        }
    }
    // What stands beside each inspection here is what the console finds by the server's list (record/beside.ts): the
    // newest of those that were submitted and had begun before it. Gives how many have something beside them.
    static std::size_t compareBeside(const store::DerivedTables& tables, server::StoreReader& reader,
                                     const std::vector<std::string>& ids) {
        std::size_t count = 0;
        server::InspectionRows rows(reader);
        for (const auto& id : ids) {
            const auto inspection = rows.find(id);
            const auto submitted = reader.firstOfRecord(id);
            REQUIRE(submitted);
            std::optional<std::string> there;
            server::AssessmentRows(reader).each(
                "", inspection->site, UINT64_MAX >> 1, [&](const server::PlacedAssessment& one) {
                    const bool fits = one.row.submitted && one.row.checklist == inspection->says.checklist.id &&
                                      one.first < submitted->index;
                    if (fits) there = one.row.submitted->id;
                    return !fits;
                });
            const auto here = tables.assessmentBeside(inspection->site, inspection->says.checklist.id, id);
            REQUIRE(here == there);
            count += here.has_value();
        }
        return count;
    }
    json::object content() {
        auto body = server::kit::inspectionBody();
        json::array findings;
        for (const auto* item : {"2", "5", "7"}) {
            if (m_random() % 2) continue;
            json::object finding{{"item", item}, {"severity", "minor"}, {"text", "缺记录"}, {"due", "2026-12-06"}};
            if (m_random() % 5 == 0) {
                finding["corrected"] = {{"done", "当场补"}};
                finding["due"] = "";
            }
            findings.push_back(std::move(finding));
        }
        body["findings"] = std::move(findings);
        return body;
    }
    void inspect(Tablet& tablet) {
        REQUIRE(tablet.store->append({"inspection.submitted", "yongchang-veg", "620321", {}, content(), {}}));
    }
    // An order or an answer to what the enterprise says, as far as this tablet knows that it may be given.
    void judge(Tablet& tablet) {
        const auto of = any(tablet, false);
        if (!of) return;
        const auto row = store::caseOf(*tablet.store, of->id);
        if (!row) return;
        if (row->orders.empty() || m_random() % 3 == 0) {
            auto order = store::offeredOrder(*tablet.store, of->id);
            if (!order || order->entries.empty()) return;
            order->office = "局";
            order->delivery = records::Delivery{records::DeliveryWay::electronic, {}, {}, {}, {}, {}};
            for (auto& entry : order->entries) entry.requirement = "补齐";
            (void)store::signAct(*tablet.store, *order);
            return;
        }
        static constexpr records::ActKind kKinds[] = {records::ActKind::verified, records::ActKind::rejected,
                                                      records::ActKind::extended, records::ActKind::delivered,
                                                      records::ActKind::withdrawn};
        act(tablet, *row, kKinds[m_random() % 5]);
    }
    void answer(Tablet& tablet) {
        const auto of = any(tablet, false);
        if (!of) return;
        const auto row = store::caseOf(*tablet.store, of->id);
        if (!row || row->orders.empty()) return;
        static constexpr records::ActKind kKinds[] = {records::ActKind::reported, records::ActKind::reported,
                                                      records::ActKind::objected, records::ActKind::extensionRequested};
        act(tablet, *row, kKinds[m_random() % 4]);
    }
    void act(Tablet& tablet, const records::CaseRow& row, records::ActKind kind) {
        if (row.findings.empty()) return;
        const auto& finding = row.findings[m_random() % row.findings.size()];
        if (finding.order.empty()) return;
        records::Act act;
        act.kind = kind;
        act.of = row.standing.id;
        act.order = finding.order;
        if (kind == records::ActKind::extended) act.about = finding.request;
        if (kind == records::ActKind::delivered)
            act.delivery = records::Delivery{records::DeliveryWay::post, {}, {}, {}, {}, "EMS 1"};
        records::ActEntry entry;
        entry.item = finding.item;
        entry.text = "字";
        const bool dated = kind == records::ActKind::rejected || kind == records::ActKind::extended ||
                           kind == records::ActKind::extensionRequested;
        if (dated) entry.day = std::chrono::floor<std::chrono::days>(m_world.now()) + std::chrono::days(60);
        act.entries.push_back(std::move(entry));
        (void)store::signAct(*tablet.store, act);
    }
    // Contributions by both; one of the two submits, now and then.
    void assess(Tablet& tablet) {
        auto body = server::kit::inspectionBody();
        const std::string round = kRounds[m_random() % 2];
        if (&tablet == &m_tablets[5] && m_random() % 6 == 0) {
            body["kind"] = "self";
            body["round"] = round;
            body["party"] = {{"absent", "自评"}};
            (void)tablet.store->append({"assessment.submitted", "yongchang-veg", "620321", {}, std::move(body), {}});
            return;
        }
        if (m_random() % 4 == 0) {
            (void)tablet.store->append({"assessment.assigned",
                                        "yongchang-veg",
                                        "620321",
                                        {},
                                        {{"round", round}, {"checklist", body.at("checklist")}, {"section", "s1"}},
                                        {}});
            return;
        }
        json::object items;
        items[std::to_string(1 + m_random() % 4)] = {{"answers", {{"q", std::to_string(m_random() % 9)}}}};
        (void)tablet.store->append(
            {"assessment.contributed",
             "yongchang-veg",
             "620321",
             {},
             {{"round", round}, {"checklist", body.at("checklist")}, {"items", std::move(items)}},
             {}});
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
        auto body = content();
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
    std::size_t m_beside = 0;
};

}  // namespace

TEST_CASE("after any history the rows of every tablet are the server's, row by row") {
    std::set<int> reached;
    Office::Reached all;
    for (unsigned seed = 1; seed <= kWorlds; ++seed) {
        CAPTURE(seed);
        Office office(seed);
        for (int step = 0; step < kSteps; ++step) office.step();
        office.settle();
        office.compare();
        reached.merge(office.statuses());
        const auto one = office.reached();
        all.acts += one.acts;
        all.states = std::max(all.states, one.states);
        all.answered += one.answered;
        all.submitted += one.submitted;
        all.assigned += one.assigned;
        all.beside += one.beside;
    }
    CHECK(reached.size() == 3);  // submitted, returned and accepted
    CHECK(all.acts > 3);
    CHECK(all.states >= 4);
    CHECK(all.answered > 3);
    CHECK(all.submitted > 0);
    CHECK(all.assigned > 0);
    CHECK(all.beside > 0);
}
