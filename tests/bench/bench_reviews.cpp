// How long a page of what waits for a review takes with 50,000 records, through the handler: pages of 50 with their
// counts, with and without filters, from the first to one deep in the list. The records are made up and folded by the
// projection itself; no line stands in the log, so that none can be read. The limit is a page of a list of 500.
// Usage: bench_reviews [--quick] [RECORDS]. Prints `bench <name> <value> <unit>`.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

#include "shared/crypto/hash.h"
#include "sync-server/projections/inspections/inspections_projection.h"
#include "sync-server/projections/sites/sites_projection.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/world.h"

namespace {

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr int kPages = 40, kSites = 5'000, kInspectors = 200;
const char* const kProgrammes[] = {"示范区", "服务业试点", "良好行为企业", "自我声明公开", "良好农业规范", "日常监督"};

void report(const char* name, double value, const char* unit) {
    std::printf("bench %s %.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

std::string countyOf(int site) {
    char text[8];
    std::snprintf(text, sizeof text, "62%02d%02d", site % 14 + 1, site / 14 % 6 + 1);
    return text;
}

void fill(Store& store, int records) {
    auto& writer = store.writer();
    SitesProjection sites(writer);
    InspectionsProjection inspections(writer);
    std::mt19937 random(1);
    std::uint64_t index = 1'000;
    const auto put = [&](Projection& projection, record::Payload& payload, const Reading& reading,
                         const std::string& kid) {
        Entry entry;
        entry.index = index;
        entry.hash = crypto::sha256(std::to_string(index));
        entry.record = payload.id;
        entry.type = payload.type;
        entry.author = kid;
        writer.putEntry(entry, false);
        projection.apply({index++, entry.hash, kid, payload, reading});
    };
    writer.begin();
    for (int i = 0; i < kSites; ++i) {
        record::Payload site;
        site.type = "site.published";
        site.id = "publication-" + std::to_string(i);
        site.site = "site-" + std::to_string(i);
        site.region = countyOf(i);
        site.body = {{"name", "合作社" + std::to_string(i)}, {"programme", kProgrammes[i % 6]}};
        put(sites, site, {}, "admin");
    }
    for (int i = 0; i < records; ++i) {
        const int site = static_cast<int>(random() % kSites);
        record::Payload line;
        line.type = "inspection.submitted";
        line.id = "visit-" + std::to_string(i);
        line.site = "site-" + std::to_string(site);
        line.region = countyOf(site);
        line.at = {TimePoint(Day(std::chrono::days(20'380 + random() % 60))), std::chrono::hours(8)};
        Reading reading;
        auto& says = reading.summary.emplace();
        says.checklist = {site % 4 == 0 ? "c1" : "6a", "1", crypto::sha256("document")};
        says.kind = random() % 5 == 0 ? "acceptance" : "supervision";
        says.points = static_cast<std::int64_t>(random() % 100'001);
        says.max = 100'000;
        says.findings = static_cast<int>(random() % 4);
        says.vetoes = random() % 20 == 0 ? 1 : 0;
        says.grade = says.findings > 2 ? "ordered" : "conform";
        put(inspections, line, reading, "inspector-" + std::to_string(random() % kInspectors));
    }
    finish(sites, writer.connection());
    finish(inspections, writer.connection());
    inspections.settle();
    writer.commit();
}

// Of the first pages the slowest and the one in the middle, in milliseconds.
struct Took {
    double worst = 0, median = 0;
};
Took pagesOf(World& world, const Author& reader, const std::string& query) {
    std::vector<double> took;
    std::string after;
    for (int page = 0; page < kPages; ++page) {
        const auto from = Steady::now();
        const auto answer = world.answered(world.get("/v1/query/reviews?" + query + after, &reader));
        took.push_back(std::chrono::duration<double, std::milli>(Steady::now() - from).count());
        after = answer.at("next").is_null() ? "" : "&after=" + std::string(answer.at("next").as_string());
    }
    std::sort(took.begin(), took.end());
    return {took.back(), took[took.size() / 2]};
}

Took measure(int records, bool tell) {
    World world;
    const auto reader = world.enrol(domain::Role::supervisor, {"62"});
    world.stop();
    {
        const auto store = openSqliteStore(world.folder().database()).value();
        fill(*store, records);
    }
    const auto from = Steady::now();
    world.restart();
    if (tell) {
        report("server.reviews.start", std::chrono::duration<double, std::milli>(Steady::now() - from).count(), "ms");
        const auto deep = "1-" + std::to_string(1'000 + kSites + records * 9 / 10);
        report("server.reviews.deep", pagesOf(world, reader, "after=" + deep).median, "ms");
        report("server.reviews.county", pagesOf(world, reader, "region=620303&findings=0").median, "ms");
        report("server.reviews.three", pagesOf(world, reader, "programme=示范区&veto=1&days=7").median, "ms");
    }
    (void)pagesOf(world, reader, "");  // the token, and the pages of the file
    return pagesOf(world, reader, "");
}

}  // namespace

int main(int argc, char** argv) {
    int records = 50'000;
    for (int i = 1; i < argc; ++i) records = std::strcmp(argv[i], "--quick") == 0 ? 5'000 : std::atoi(argv[i]);
    try {
        const auto limit = measure(500, false);
        const auto page = measure(records, true);
        report("limit.reviews.of_500", limit.median, "ms");
        report("server.reviews.page", page.median, "ms");
        report("server.reviews.slowest_page", page.worst, "ms");
        report("server.reviews.ratio", page.median / limit.median, "times_the_limit");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_reviews: %s\n", broken.what());
        return 1;
    }
    return 0;
}
