// A supervisor's tablet with 50,000 findings in 10,000 cases at 2,000 sites (a tenth with --quick), all pulled: what
// the lists of findings and cases and the day's needs take, each as the screens ask for it. Usage: bench_findings
// [--quick]. Prints `bench <name> <value> <unit>`; where there are several figures of a kind, the worst.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "shared/base/uuid.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/tuning.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using Steady = std::chrono::steady_clock;
using records::FindingColumn;

namespace {

constexpr int kFindings = 5;  // of a case
constexpr const char* kItems[kFindings] = {"1", "2", "3", "4", "5"};
constexpr std::size_t kPage = 60;  // of a list

void report(const char* name, double value, const char* unit) {
    std::printf("bench %s %.*f %s\n", name, value < 10 ? 3 : 0, value, unit);
    std::fflush(stdout);
}

template <class Work>
double millisecondsOf(Work work) {
    const auto begun = Steady::now();
    work();
    return std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
}

template <class Work>
double worstOf(Work work) {
    double worst = 0;
    for (int i = 0; i < 7; ++i) worst = std::max(worst, millisecondsOf(work));
    return worst;
}

std::string siteOf(int n) {
    return "site-" + std::to_string(n);
}

class Filler {
  public:
    explicit Filler(test::Tablet& tablet) : m_tablet(tablet) {}

    // The line's hash and the record's id.
    std::pair<Sha256, std::string> add(const crypto::PrivateKey& by, const std::string& type, const std::string& site,
                                       json::object body) {
        record::Payload payload;
        payload.at = m_tablet.now;
        payload.at.utc += std::chrono::seconds(m_index);
        payload.id = makeUuid7(payload.at.utc);
        payload.type = type;
        payload.seq = 1;
        payload.site = site;
        payload.region = "620321";
        payload.body = std::move(body);
        auto line = record::Line::sign(by, record::formatPayload(payload));
        const std::pair out{line.hash(), payload.id};
        m_lines.push_back({m_index++, std::move(line), std::move(payload)});
        if (m_lines.size() == 1000) flush();
        return out;
    }
    void flush() {
        if (!m_tablet.store->takePulled(m_lines)) std::abort();
        m_lines.clear();
    }

  private:
    test::Tablet& m_tablet;
    std::vector<store::TabletStore::PulledLine> m_lines;
    std::uint64_t m_index = 1000;
};

json::array entries(int from, int to, const json::object& more) {
    json::array out;
    for (int i = from; i < to; ++i) {
        json::object one = more;
        one["item"] = kItems[i];
        out.push_back(std::move(one));
    }
    return out;
}

// Of a hundred cases 20 wait for their review, 30 for an order; the others were ordered, a part of those reported and
// closed. The days that are due lie around `today`.
void fill(test::Tablet& tablet, int sites, int cases) {
    Filler filler(tablet);
    const auto inspector = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto supervisor = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto enterprise = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    for (int n = 0; n < sites; ++n)
        filler.add(supervisor, "site.published", siteOf(n),
                   {{"id", siteOf(n)}, {"name", "标准化示范区" + std::to_string(n)}, {"region", "620321"}});
    const auto today = dayOf(tablet.now);
    for (int n = 0; n < cases; ++n) {
        const auto site = siteOf(n % sites);
        json::object stated{{"severity", n % 3 == 0 ? "major" : "minor"}, {"text", "记录缺少施药人签字，连续三页"}};
        stated["due"] = dayText(today + std::chrono::days(14));
        const auto [hash, id] = filler.add(inspector, "inspection.submitted", site,
                                           test::wholeBody({{"findings", entries(0, kFindings, stated)}}));
        const int kind = n % 100;
        if (kind < 20) continue;
        filler.add(supervisor, "review.accepted", site, {{"of", id}, {"hash", hash.hex()}, {"comment", ""}});
        if (kind < 50) continue;
        const auto due = dayText(today + std::chrono::days(kind % 40));
        const auto order =
            filler
                .add(supervisor, "rectification.ordered", site,
                     {{"of", id},
                      {"hash", hash.hex()},
                      {"office", "永昌县市场监督管理局"},
                      {"count", "calendar"},
                      {"delivery", {{"how", "electronic"}}},
                      {"findings",
                       entries(0, kFindings,
                               {{"facts", "记录缺少施药人签字"}, {"requirement", "补齐，今后当日签"}, {"due", due}})}})
                .second;
        if (kind < 65) continue;
        filler.add(enterprise, "rectification.reported", site,
                   {{"of", id}, {"order", order}, {"findings", entries(0, 3, {{"done", "已补齐"}})}});
        if (kind < 80) continue;
        filler.add(supervisor, "rectification.verified", site,
                   {{"of", id}, {"order", order}, {"findings", entries(0, 2, {})}});
    }
    filler.flush();
}

void measure(const store::DerivedTables& tables, Day today) {
    constexpr FindingColumn kColumns[] = {FindingColumn::waits, FindingColumn::toOrder, FindingColumn::withEnterprise,
                                          FindingColumn::reported, FindingColumn::closed};
    double first = 0, deep = 0, filtered = 0, cases = 0;
    std::size_t all = 0;
    for (const auto column : kColumns) {
        store::FindingFilter filter;
        filter.column = column;
        const auto total = tables.findings(filter, 0, 0).total;
        all += total;
        if (total < kPage) std::abort();
        // The page, and the counts of all columns beside it.
        first = std::max(first, worstOf([&] {
                             if (tables.findings(filter, 0, kPage).rows.size() != kPage) std::abort();
                             for (const auto other : kColumns) {
                                 store::FindingFilter counted;
                                 counted.column = other;
                                 (void)tables.findings(counted, 0, 0);
                             }
                             (void)tables.attention(today, today);
                         }));
        deep = std::max(deep, worstOf([&] { (void)tables.findings(filter, total - kPage, kPage); }));
        filter.site = siteOf(7);
        filtered = std::max(filtered, worstOf([&] { (void)tables.findings(filter, 0, kPage); }));
        filter.site.clear();
        filter.severity = "major";
        filtered = std::max(filtered, worstOf([&] { (void)tables.findings(filter, 0, kPage); }));
        filter.severity.clear();
        filter.region = "6203";
        filtered = std::max(filtered, worstOf([&] { (void)tables.findings(filter, 0, kPage); }));
    }
    report("app.findings.count", static_cast<double>(all), "findings");
    report("app.findings.list", first, "ms");
    report("app.findings.last_page", deep, "ms");
    report("app.findings.filtered", filtered, "ms");
    for (const auto state :
         {records::CaseState::submitted, records::CaseState::reviewed, records::CaseState::ordered}) {
        store::CaseFilter filter;
        filter.state = state;
        cases = std::max(cases, worstOf([&] {
                             if (tables.cases(filter, 0, kPage).rows.size() != kPage) std::abort();
                         }));
        filter.withFindings = true;
        filter.region = "6203";
        cases = std::max(cases, worstOf([&] { (void)tables.cases(filter, 0, kPage); }));
    }
    report("app.cases.list", cases, "ms");
    report("app.needs", worstOf([&] {
               (void)tables.attention(today, today + std::chrono::days(7));
               store::FindingFilter asked, reported, overdue, soon, own;
               asked.asked = true;
               reported.column = FindingColumn::reported;
               overdue.overdueOn = today + std::chrono::days(10);
               soon.column = FindingColumn::withEnterprise;
               soon.own = true;
               soon.dueBefore = today + std::chrono::days(7);
               own.column = FindingColumn::withEnterprise;
               for (const auto& filter : {asked, reported, overdue, soon, own}) (void)tables.findings(filter, 0, kPage);
           }),
           "ms");
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    test::Tablet tablet({domain::Role::supervisor, {"6203"}, {}});
    fill(tablet, quick ? 200 : 2'000, quick ? 1'000 : 10'000);
    auto tables = store::DerivedTables::open(*tablet.store);
    while (!tables->follow(*tablet.store, store::kFollowedAtATime)) {
    }
    report("app.findings.tables", static_cast<double>(tables->size()) / 1e6, "MB");
    measure(*tables, dayOf(tablet.now));
    return 0;
}
