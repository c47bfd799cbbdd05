// The desk in memory says of any question what going through all records one by one says: after any lines, with any
// filters, for any reader; counts are what choosing another filter would show; and a list is read on by its key to the
// very end.
#include "sync-server/query/review_desk.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "shared/crypto/hash.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/projections/inspections/inspections_projection.h"
#include "sync-server/projections/sites/sites_projection.h"
#include "sync-server/query/told.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using kit::TempFolder;

namespace {

constexpr const char *kRegions[] = {"620321", "620921", "630102"}, *kProgrammes[] = {"", "绿色食品", "示范基地"},
                     *kInspectors[] = {"inspector-a", "inspector-b"}, *kChecklists[] = {"6a", "c1"},
                     *kGrades[] = {"", "conform", "ordered"}, *kKinds[] = {"supervision", "acceptance"},
                     *kReviewers[] = {"", "me", "you"};
constexpr int kSites = 7;
const TimePoint kNow = TimePoint(std::chrono::days(20'500));

class Deployment {
  public:
    explicit Deployment(unsigned seed) : m_random(seed) {
        bringUpToDate(*m_store, [](auto&&...) {});
    }
    void grow(int lines) {
        m_store->writer().begin();
        for (int i = 0; i < lines; ++i) one();
        m_inspections.settle();
        m_store->writer().commit();
    }
    ReviewPage ask(const ReviewQuestion& question, const Principal& caller) {
        return m_desk.ask(question, caller, *m_store->openReader(), m_trust);
    }
    // Row by row.
    struct Listed {
        int rank = 0;
        std::uint64_t index = 0;
        std::int64_t points = 0, max = 0;
        int vetoes = 0, findings = 0;
    };
    // Whether one comes before the other.
    static bool comesFirst(ReviewOrder order, const Listed& a, const Listed& b) {
        if (a.rank != b.rank) return a.rank < b.rank;
        const bool scores = order == ReviewOrder::score || order == ReviewOrder::scoreDown;
        if (scores && (a.max == 0) != (b.max == 0)) return b.max == 0;
        const auto left = a.points * b.max, right = b.points * a.max;
        if (scores && left != right) return order == ReviewOrder::score ? left < right : left > right;
        const auto found = std::pair(a.vetoes, a.findings), other = std::pair(b.vetoes, b.findings);
        if (order == ReviewOrder::risk && found != other) return found > other;
        return order == ReviewOrder::newest ? a.index > b.index : a.index < b.index;
    }
    std::vector<std::pair<int, std::uint64_t>> slowly(const ReviewFilter& filter, const Principal& caller,
                                                      ReviewOrder order = ReviewOrder::waits) {
        const auto reader = m_store->openReader();
        InspectionRows rows(*reader);
        std::vector<Listed> found;
        rows.each({}, [&](const records::InspectionRow& row) {
            const auto waiting = rows.waitingAt(*row.first).value();
            const auto days = std::chrono::floor<std::chrono::days>(kNow - waiting.since).count();
            const auto& whose = waiting.assignee;
            const bool fits =
                row.status == records::InspectionStatus::submitted &&
                row.says.isAssessment() == (filter.family == Family::assessment) &&
                mayReadVisit(caller, row.region, row.site, row.kid) &&
                (!filter.programme || *filter.programme == m_programmes[row.site]) &&
                row.region.starts_with(filter.region) &&
                (filter.checklist.empty() || filter.checklist == row.says.checklist.id) &&
                (!filter.grade || *filter.grade == row.says.grade) &&
                (filter.kind.empty() || filter.kind == row.says.kind) &&
                (filter.inspector.empty() || filter.inspector == row.kid) &&
                (!filter.findings || *filter.findings == (row.says.findings > 0)) &&
                (!filter.veto || *filter.veto == (row.says.vetoes > 0)) && days >= filter.days &&
                (!filter.second || *filter.second == row.waitsForSecond()) && fitsThreads(filter.threads, waiting) &&
                (filter.assigned.empty() || (filter.assigned == kNobodys ? whose.empty() : filter.assigned == whose));
            if (fits)
                found.push_back({whose == caller.personId ? 0 : 1, *row.first, row.says.points, row.says.max,
                                 row.says.vetoes, row.says.findings});
            return true;
        });
        std::sort(found.begin(), found.end(),
                  [order](const Listed& a, const Listed& b) { return comesFirst(order, a, b); });
        std::vector<std::pair<int, std::uint64_t>> out;
        for (const auto& one : found) out.emplace_back(one.rank, one.index);
        return out;
    }
    // By the keys: nobody is enrolled here, and a key that is nobody's is its own person.
    static bool fitsThreads(ThreadState asked, const Waiting& waiting) {
        if (asked == ThreadState::any) return true;
        return !waiting.asked.empty() && asked == ThreadState::open;
    }
    ReviewFilter anyFilter() {
        ReviewFilter out;
        if (pick(8) == 0) out.family = Family::assessment;
        if (pick(3) == 0) out.programme = kProgrammes[pick(3)];
        if (pick(3) == 0) out.grade = kGrades[pick(3)];
        if (pick(3) == 0) out.region = std::string(kRegions[pick(3)]).substr(0, pick(2) == 0 ? 2 : 6);
        if (pick(4) == 0) out.checklist = kChecklists[pick(2)];
        if (pick(4) == 0) out.kind = kKinds[pick(2)];
        if (pick(4) == 0) out.inspector = kInspectors[pick(2)];
        if (pick(4) == 0) out.findings = pick(2) == 0;
        if (pick(4) == 0) out.veto = pick(2) == 0;
        if (pick(4) == 0) out.second = pick(2) == 0;
        if (pick(4) == 0) out.threads = ThreadState::open;
        if (pick(4) == 0) out.days = kWaitingDays[pick(kWaitingDays.size())];
        if (pick(3) == 0) out.assigned = pick(3) == 0 ? std::string(kNobodys) : kReviewers[1 + pick(2)];
        return out;
    }
    std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(m_random); }

  private:
    struct Visit {
        std::string id, kid;
        std::size_t site = 0;
        Sha256 version;
        bool self = false;
        std::string thread = {};
    };

    void apply(std::string type, std::string id, std::size_t site, json::object body, const Reading& reading,
               const std::string& kid) {
        record::Payload payload;
        payload.id = std::move(id);
        payload.type = std::move(type);
        payload.site = "site-" + std::to_string(site);
        payload.region = kRegions[site % 3];
        payload.at = {kNow - std::chrono::hours(pick(40 * 24)), std::chrono::hours(8)};
        payload.body = std::move(body);
        m_last = crypto::sha256(std::to_string(m_index));
        Entry entry;
        entry.index = m_index;
        entry.hash = m_last;
        entry.record = payload.id;
        entry.type = payload.type;
        entry.author = kid;
        m_store->writer().putEntry(entry, false);
        const LoggedLine line{m_index++, m_last, kid, payload, reading};
        m_sites.apply(line);
        m_inspections.apply(line);
    }
    Reading version(bool self) {
        Reading out;
        auto& says = out.summary.emplace();
        says.checklist = {kChecklists[pick(2)], "1", crypto::sha256("document")};
        says.kind = kKinds[pick(2)];
        says.grade = kGrades[pick(3)];
        says.findings = static_cast<int>(pick(3));
        says.vetoes = pick(4) == 0 ? 1 : 0;
        says.max = pick(5) == 0 ? 0 : static_cast<std::int64_t>(1 + pick(3)) * 50'000;
        says.points = says.max * static_cast<std::int64_t>(pick(11)) / 10;
        if (self) says.round = "2026";
        return out;
    }
    static std::string threadId(std::uint64_t number) {
        const auto digits = std::to_string(number);
        return "0198d2c4-7a10-7c3e-8f21-" + std::string(12 - digits.size(), '0') + digits;
    }
    void one() {
        const auto what = pick(13);
        const auto number = std::to_string(m_index);
        if (what == 0) {
            const auto site = pick(kSites);
            m_programmes["site-" + std::to_string(site)] = kProgrammes[pick(3)];
            apply("site.published", "site-line-" + number, site,
                  {{"name", "基地"}, {"programme", m_programmes["site-" + std::to_string(site)]}}, {}, "admin");
        } else if (what < 5 || m_visits.empty()) {
            Visit visit{threadId(1000000 + m_index), kInspectors[pick(2)], pick(kSites), {}, pick(6) == 0};
            apply(visit.self ? "assessment.submitted" : "inspection.submitted", visit.id, visit.site, {},
                  version(visit.self), visit.kid);
            visit.version = m_last;
            m_visits.push_back(std::move(visit));
        } else {
            auto& visit = m_visits[pick(m_visits.size())];
            if (what < 8) {
                apply("review.assigned", "given-" + number, visit.site, {{"of", visit.id}, {"to", kReviewers[pick(3)]}},
                      {}, "supervisor");
            } else if (what < 10) {
                apply(pick(2) == 0 ? "review.accepted" : "review.returned", "review-" + number, visit.site,
                      {{"of", visit.id}, {"hash", visit.version.hex()}, {"person", kReviewers[1 + pick(2)]}}, {},
                      "supervisor");
            } else if (what == 10) {
                json::object said{{"of", visit.id}, {"item", "1"}, {"text", "?"}, {"person", kReviewers[1 + pick(2)]}};
                if (!visit.thread.empty()) {
                    said["answers"] = visit.thread;
                    said["resolved"] = pick(2) == 0;
                }
                const auto id = threadId(m_index);
                apply("remark.added", id, visit.site, said, {}, "supervisor");
                if (visit.thread.empty()) visit.thread = id;
            } else {
                apply(visit.self ? "assessment.amended" : "inspection.amended", "again-" + number, visit.site,
                      {{"of", visit.id}}, version(visit.self), visit.kid);
                visit.version = m_last;
            }
        }
    }

    TempFolder m_folder;
    std::unique_ptr<Store> m_store = kit::openAt(m_folder.path / "log.db");
    Trust m_trust{"root"};
    SitesProjection m_sites{m_store->writer()};
    InspectionsProjection m_inspections{m_store->writer()};
    ReviewDesk m_desk;
    std::mt19937 m_random;
    std::uint64_t m_index = 0;
    Sha256 m_last;
    std::vector<Visit> m_visits;
    std::map<std::string, std::string> m_programmes;
};

Principal readerOf(const std::string& region) {
    return {"kid-me", "me", "甲", {domain::Grant{domain::Role::supervisor, {region}, {}}}};
}

// The filter with another value of this facet; what a count of that value tells.
ReviewFilter choosing(ReviewFilter filter, Facet facet, const std::string& value) {
    switch (facet) {
        case Facet::programme:
            filter.programme = value;
            break;
        case Facet::region:
            filter.region = value;
            break;
        case Facet::checklist:
            filter.checklist = value;
            break;
        case Facet::grade:
            filter.grade = value;
            break;
        case Facet::kind:
            filter.kind = value;
            break;
        case Facet::inspector:
            filter.inspector = value;
            break;
        case Facet::findings:
            filter.findings = value == "1";
            break;
        case Facet::veto:
            filter.veto = value == "1";
            break;
        case Facet::days:
            filter.days = std::stoi(value);
            break;
        case Facet::second:
            filter.second = value == "1";
            break;
        case Facet::threads:
            filter.threads = value == "open" ? ThreadState::open : ThreadState::answered;
            break;
        case Facet::assigned:
            filter.assigned = value.empty() ? std::string(kNobodys) : value;
            break;
    }
    return filter;
}

}  // namespace

TEST_CASE("the desk lists and counts what going through all records does") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Deployment it(seed);
        for (int round = 0; round < 12; ++round) {
            it.grow(25);
            const auto caller = readerOf(it.pick(2) == 0 ? "62" : "");
            const auto filter = it.anyFilter();
            const auto order = static_cast<ReviewOrder>(it.pick(5));
            const auto all = it.slowly(filter, caller, order);
            ReviewQuestion question{filter, {}, 1 + it.pick(9), kNow, order};
            std::vector<std::pair<int, std::uint64_t>> seen;
            for (;;) {
                const auto page = it.ask(question, caller);
                CHECK(page.total == all.size());
                for (const auto& card : page.cards) seen.emplace_back(card.rank, card.index);
                if (!page.more) break;
                question.after = page.cards.back();
            }
            CAPTURE(seed, round, static_cast<int>(order));
            CHECK(seen == all);
            question.after.reset();
            const auto page = it.ask(question, caller);
            for (std::size_t i = 0; i < kFacets; ++i) {
                for (const auto& [value, count] : page.counts[i]) {
                    CAPTURE(i, value);
                    CHECK(it.slowly(choosing(filter, static_cast<Facet>(i), value), caller).size() == count);
                }
            }
        }
    }
}
