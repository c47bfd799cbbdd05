// The board in memory says of any question what going through all cases says: after any lines, with any filters, for
// any reader; and a page is read on by its key to the very end.
#include <catch2/catch.hpp>

#include <random>

#include "shared/crypto/hash.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/projections/cases/cases_projection.h"
#include "sync-server/projections/sites/sites_projection.h"
#include "sync-server/query/board.h"
#include "sync-server/query/told.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using kit::TempFolder;

namespace {

constexpr const char* kRegions[] = {"620321", "620921", "630102"};
constexpr const char* kSeverities[] = {"minor", "major", "critical"};
constexpr const char* kProgrammes[] = {"", "绿色食品", "示范基地"};
constexpr const char* kInspectors[] = {"inspector-a", "inspector-b"};
constexpr int kSites = 7, kItems = 4;
const Day kToday = Day(std::chrono::days(20'500));

using Counts = std::array<BoardCount, 5>;
struct Slow {
    Counts columns{};
    std::array<std::uint64_t, domain::kSupervisions> supervisions{};
};

// Items cite one of each class of standard, in the order of the kinds; of the last one nothing is known.
constexpr const char* kRefs[] = {"GB 2763-2026", "GB/T 31600-2015", "T/CAS 1-2020"};
std::shared_ptr<const checklist::Checklist> document() {
    auto out = std::make_shared<checklist::Checklist>();
    for (std::size_t i = 0; i < std::size(kRefs); ++i) {
        auto& item = out->items.emplace_back();
        item.id = std::to_string(i);
        checklist::StandardRef cited;
        cited.ref = kRefs[i];
        cited.force = i == 0 ? checklist::Force::mandatory : checklist::Force::recommended;
        item.standards.push_back(std::move(cited));
    }
    out->indexNames();
    return out;
}
std::optional<domain::Supervision> kindOf(const std::string& item) {
    const auto number = static_cast<std::size_t>(std::stoi(item));
    if (number >= std::size(kRefs)) return std::nullopt;
    return static_cast<domain::Supervision>(number);
}

class Deployment {
  public:
    explicit Deployment(unsigned seed) : m_random(seed) {
        bringUpToDate(*m_store, [](auto&&...) {});
    }

    void grow(int lines) {
        m_store->writer().begin();
        for (int i = 0; i < lines; ++i) one();
        m_cases.settle();
        m_store->writer().commit();
    }
    // What the rows say, case by case.
    Slow slowly(const BoardQuestion& question, const Principal& caller) {
        const auto reader = m_store->openReader();
        Slow out;
        CaseRows(*reader).each({}, std::uint64_t{1} << 62, [&](const PlacedCase& placed) {
            const auto& row = placed.row;
            const auto& filter = question.filter;
            const bool fits = mayReadVisit(caller, row.region, row.site, row.standing.kid) &&
                              row.region.starts_with(filter.region) &&
                              (filter.site.empty() || filter.site == row.site) &&
                              (filter.author.empty() || filter.author == row.standing.kid) &&
                              (question.programme.empty() || m_programmes[row.site] == question.programme);
            if (!fits) return true;
            for (const auto& finding : row.findings) {
                const auto column = records::columnOf(row, finding);
                const bool with = column == records::FindingColumn::withEnterprise;
                const bool overdue = with && finding.due && *finding.due < kToday;
                const bool closed = column == records::FindingColumn::closed;
                const bool due = !filter.dueBefore || (!closed && finding.due && *finding.due < *filter.dueBefore);
                const bool severe = filter.severity.empty() || filter.severity == finding.severity;
                if (column == records::FindingColumn::waits || !severe || !due || (question.overdue && !overdue))
                    continue;
                const auto kind = kindOf(finding.item);
                if (kind && !closed) ++out.supervisions[static_cast<std::size_t>(*kind)];
                if (question.supervision && question.supervision != kind) continue;
                ++out.columns[static_cast<std::size_t>(column)].all;
                out.columns[static_cast<std::size_t>(column)].overdue += overdue ? 1 : 0;
            }
            return true;
        });
        return out;
    }
    BoardPage ask(const BoardQuestion& question, const Principal& caller) {
        const auto reader = m_store->openReader();
        return m_board.ask(question, caller, *reader);
    }
    BoardQuestion anyQuestion() {
        BoardQuestion out;
        out.today = kToday;
        out.limit = 1 + pick(9);
        out.filter.column = static_cast<records::FindingColumn>(1 + pick(4));
        if (pick(3) == 0) out.filter.region = std::string(kRegions[pick(3)]).substr(0, pick(2) == 0 ? 2 : 6);
        if (pick(4) == 0) out.filter.site = "site-" + std::to_string(pick(kSites));
        if (pick(4) == 0) out.filter.author = kInspectors[pick(2)];
        if (pick(3) == 0) out.filter.severity = kSeverities[pick(3)];
        if (pick(3) == 0) out.filter.dueBefore = kToday + std::chrono::days(static_cast<int>(pick(20)) - 10);
        if (pick(4) == 0) out.programme = kProgrammes[pick(3)];
        if (pick(3) == 0) out.supervision = static_cast<domain::Supervision>(pick(domain::kSupervisions));
        out.overdue = pick(5) == 0;
        return out;
    }
    std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(m_random); }

  private:
    void apply(const char* type, std::string id, std::size_t site, json::object body, const Reading& reading,
               const char* kid) {
        record::Payload payload;
        payload.id = std::move(id);
        payload.type = type;
        payload.site = "site-" + std::to_string(site);
        payload.region = kRegions[site % 3];
        payload.seq = m_index;
        payload.at = {TimePoint(kToday - std::chrono::days(30)), std::chrono::hours(8)};
        payload.body = std::move(body);
        m_last = crypto::sha256(std::to_string(m_index));
        const LoggedLine line{m_index++, m_last, kid, payload, reading};
        m_sites.apply(line);
        m_cases.apply(line);
    }
    void one() {
        const auto what = pick(10);
        if (what == 0) return publish();
        if (what < 4 || m_visits.empty()) return submit();
        auto& visit = m_visits[pick(m_visits.size())];
        if (what < 6) {
            apply(what == 4 ? "review.accepted" : "review.returned", "review-" + std::to_string(m_index), visit.site,
                  {{"of", visit.id}, {"hash", visit.version.hex()}}, {}, "supervisor");
        } else {
            act(visit, what);
        }
    }
    void publish() {
        const auto site = pick(kSites);
        const auto* programme = kProgrammes[pick(3)];
        m_programmes["site-" + std::to_string(site)] = programme;
        apply("site.published", "publication-" + std::to_string(m_index), site,
              {{"name", "基地"}, {"programme", programme}}, {}, "admin");
    }
    void submit() {
        Visit visit{"visit-" + std::to_string(m_index), pick(kSites), {}, {}};
        Reading reading;
        reading.summary.emplace();
        const auto findings = pick(kItems + 1);
        for (std::size_t i = 0; i < findings; ++i)
            reading.findings.push_back({std::to_string(i), kSeverities[pick(3)], "标签未标注", pick(5) == 0});
        apply("inspection.submitted", visit.id, visit.site, {}, reading, kInspectors[pick(2)]);
        visit.version = m_last;
        m_visits.push_back(std::move(visit));
    }
    struct Visit {
        std::string id;
        std::size_t site = 0;
        Sha256 version;
        std::string order;
    };
    // Often out of turn: then nothing may change.
    void act(Visit& visit, std::size_t what) {
        using enum records::ActKind;
        const std::array<records::ActKind, 4> kinds{ordered, reported, verified, rejected};
        Reading reading;
        auto& said = reading.act.emplace();
        said.kind = kinds[what - 6];
        said.of = visit.id;
        records::ActEntry entry;
        entry.item = std::to_string(pick(kItems));
        entry.text = "x";
        entry.day = kToday + std::chrono::days(static_cast<int>(pick(30)) - 15);
        said.entries.push_back(std::move(entry));
        const auto id = "act-" + std::to_string(m_index);
        if (said.kind == ordered) {
            said.hash = visit.version;
            said.delivery.emplace();
            visit.order = id;
        } else {
            said.order = visit.order;
        }
        apply(records::typeOf(said.kind).data(), id, visit.site, {{"of", visit.id}}, reading,
              said.kind == reported ? "enterprise" : "supervisor");
    }

    std::mt19937 m_random;
    TempFolder m_folder;
    std::unique_ptr<Store> m_store = kit::openAt(m_folder.path / "log.db");
    CasesProjection m_cases{m_store->writer()};
    SitesProjection m_sites{m_store->writer()};
    Board m_board{[made = document()](const Sha256&) { return made; }};
    std::uint64_t m_index = 0;
    Sha256 m_last;
    std::vector<Visit> m_visits;
    std::map<std::string, std::string> m_programmes;
};

Principal reader(domain::Role role, std::vector<std::string> regions, std::vector<std::string> sites = {}) {
    return {"reader", "r", "读者", {{role, std::move(regions), std::move(sites)}}};
}

}  // namespace

TEST_CASE("the counts of the board are what its cases say, whatever was asked and whatever happened meanwhile") {
    const auto seed = GENERATE(range(1U, 7U));
    Deployment it(seed);
    const Principal readers[] = {reader(domain::Role::supervisor, {"62"}), reader(domain::Role::auditor, {"62", "63"}),
                                 reader(domain::Role::enterprise, {"62"}, {"site-1"}),
                                 reader(domain::Role::inspector, {"6209"})};
    for (int round = 0; round < 12; ++round) {
        it.grow(25);
        for (const auto& caller : readers) {
            const auto question = it.anyQuestion();
            const auto slow = it.slowly(question, caller);
            auto page = it.ask(question, caller);
            for (std::size_t column = 0; column < slow.columns.size(); ++column) {
                INFO("seed " << seed << ", round " << round << ", column " << column);
                CHECK(page.counts[column].all == slow.columns[column].all);
                CHECK(page.counts[column].overdue == slow.columns[column].overdue);
            }
            CHECK(page.supervisions == slow.supervisions);
            // And all pages together list so many.
            std::size_t listed = page.cards.size();
            for (auto on = question; page.more; listed += page.cards.size()) {
                REQUIRE(page.cards.size() == question.limit);
                on.after = page.cards.back();
                page = it.ask(on, caller);
                REQUIRE(!page.cards.empty());
            }
            CHECK(listed == slow.columns[static_cast<std::size_t>(question.filter.column)].all);
        }
    }
}
