// How long a page of the board of findings takes with 50,000 of them, through the handler: pages of 50 of each column,
// with and without filters. The limit is a page of the same column of a board of 500.
// Usage: bench_board [--quick] [FINDINGS]. Prints `bench <name> <value> <unit>`.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "shared/crypto/hash.h"
#include "sync-server/projections/cases/cases_projection.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/world.h"

namespace {

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr int kOfOneVisit = 5, kPages = 40;
constexpr const char* kColumns[] = {"to_order", "with_enterprise", "reported", "closed"};

void report(const char* name, double value, const char* unit) {
    std::printf("bench %s %.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

std::vector<records::ActEntry> entriesOf(const std::vector<std::string>& items, Day due) {
    std::vector<records::ActEntry> out;
    for (const auto& item : items) {
        records::ActEntry entry;
        entry.item = item;
        entry.text = "药剂库房门未上锁，二层货架农药与叶面肥混放";
        entry.requirement = "上锁并由专人保管";
        entry.day = due;
        out.push_back(std::move(entry));
    }
    return out;
}

// Visits with five findings each, accepted; the first is left alone, the others are ordered, and of these one is
// reported and one closed.
class Visits {
  public:
    explicit Visits(Store& store) : m_writer(store.writer()), m_cases(m_writer) {}

    void make(int count) {
        m_writer.begin();
        for (int i = 0; i < count; ++i) visit(i);
        m_cases.settle();
        m_writer.commit();
    }

  private:
    void apply(record::Payload payload, const Reading& reading, const char* kid) {
        const auto hash = crypto::sha256(std::to_string(m_index));
        m_last = hash;
        m_cases.apply({m_index++, hash, kid, payload, reading});
    }
    record::Payload payload(const char* type, std::string id, int visit) {
        record::Payload out;
        out.id = std::move(id);
        out.type = type;
        out.site = "site-" + std::to_string(visit % 5000);
        out.region = visit % 2 == 0 ? "620321" : "630102";
        out.seq = m_index;
        out.at = {TimePoint(Day(std::chrono::days(20'000 + visit % 300))), std::chrono::hours(8)};
        return out;
    }
    void act(int visit, const std::string& id, records::Act act, const char* kid) {
        act.of = id;
        if (act.kind != records::ActKind::ordered) act.order = m_order;
        auto line = payload("", "act-" + std::to_string(m_index), visit);
        line.type = records::typeOf(act.kind);
        line.body = {{"of", id}};
        if (act.kind == records::ActKind::ordered) m_order = line.id;
        Reading reading;
        reading.act = std::move(act);
        apply(std::move(line), reading, kid);
    }
    void visit(int i) {
        const auto id = "visit-" + std::to_string(i);
        Reading submitted;
        submitted.summary.emplace();
        for (int item = 1; item <= kOfOneVisit; ++item)
            submitted.findings.push_back({std::to_string(item), item == 1 ? "minor" : "major", "库门未上锁", false});
        apply(payload("inspection.submitted", id, i), submitted, "inspector");
        const auto version = m_last;
        auto review = payload("review.accepted", "review-" + std::to_string(i), i);
        review.body = {{"of", id}, {"hash", version.hex()}};
        apply(std::move(review), {}, "supervisor");
        const Day due = Day(std::chrono::days(20'010 + i % 300));
        records::Act order;
        order.kind = records::ActKind::ordered;
        order.hash = version;
        order.delivery.emplace();
        order.entries = entriesOf({"2", "3", "4", "5"}, due);
        act(i, id, std::move(order), "inspector");
        records::Act reported;
        reported.kind = records::ActKind::reported;
        reported.entries = entriesOf({"4", "5"}, due);
        act(i, id, std::move(reported), "enterprise");
        records::Act verified;
        verified.kind = records::ActKind::verified;
        verified.entries = entriesOf({"5"}, due);
        act(i, id, std::move(verified), "inspector");
    }

    StoreWriter& m_writer;
    CasesProjection m_cases;
    std::uint64_t m_index = 1'000;
    Sha256 m_last;
    std::string m_order;
};

// Of the first pages of a column the slowest and the one in the middle, in milliseconds: on a machine that others use
// the slowest tells of them.
struct Took {
    double worst = 0, median = 0;
};
Took pagesOf(World& world, const Author& reader, const std::string& query) {
    std::vector<double> took;
    std::string after;
    for (int page = 0; page < kPages; ++page) {
        const auto from = Steady::now();
        const auto answer = world.answered(world.get("/v1/query/findings?" + query + after, &reader));
        took.push_back(std::chrono::duration<double, std::milli>(Steady::now() - from).count());
        if (answer.at("next").is_null()) break;
        after = "&after=" + std::string(answer.at("next").as_string());
    }
    std::sort(took.begin(), took.end());
    return {took.back(), took[took.size() / 2]};
}

Took measure(int findings, bool tell) {
    World world;
    const auto reader = world.enrol(domain::Role::supervisor, {"62"});
    world.stop();
    {
        const auto store = openSqliteStore(world.folder().database()).value();
        Visits(*store).make(findings / kOfOneVisit);
    }
    world.restart();
    (void)pagesOf(world, reader, "column=closed");  // the token, and the pages of the file
    Took out;
    for (const auto* column : kColumns) {
        const auto took = pagesOf(world, reader, std::string("column=") + column);
        if (tell) report((std::string("server.board.") + column).c_str(), took.median, "ms");
        out = {std::max(out.worst, took.worst), std::max(out.median, took.median)};
    }
    if (tell) {
        report("server.board.one_county",
               pagesOf(world, reader, "column=with_enterprise&region=620321&severity=major&today=2024-12-01").median,
               "ms");
        report("server.board.one_site", pagesOf(world, reader, "column=with_enterprise&site=site-4998").median, "ms");
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    int findings = 50'000;
    for (int i = 1; i < argc; ++i) findings = std::strcmp(argv[i], "--quick") == 0 ? 5'000 : std::atoi(argv[i]);
    try {
        const auto limit = measure(500, false);
        const auto page = measure(findings, true);
        report("limit.board.of_500", limit.median, "ms");
        report("server.board.page", page.median, "ms");
        report("server.board.slowest_page", page.worst, "ms");
        report("server.board.ratio", page.median / limit.median, "times_the_limit");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_board: %s\n", broken.what());
        return 1;
    }
    return 0;
}
