// How long the statistics of a year take with a million counted inspections, through the handlers: the page of a
// province, a prefecture, a county and a programme, and pages of the records behind a number. The records are made up
// and folded by the projection itself; no line stands in the log, so that none can be read. The limit is 300 ms at p95.
// Usage: bench_statistics [--quick] [INSPECTIONS]. Prints `bench <name> <value> <unit>`.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/projections/statistics/statistics_projection.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

namespace {

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr int kItems = 30, kTimes = 40, kPart = 20'000;
constexpr double kLimit = 300;  // milliseconds
const char* const kProgrammes[] = {"示范区", "服务业试点", "良好行为企业", "自我声明公开", "良好农业规范", "日常监督"};

void report(const char* name, double value, const char* unit) {
    std::printf("bench %s %.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

std::string countyOf(int site) {  // 14 prefectures of six counties each
    const int prefecture = site % 14, county = site / 14 % 6;
    char text[8];
    std::snprintf(text, sizeof text, "62%02d%02d", prefecture + 1, county + 1);
    return text;
}

void fill(Store& store, int inspections, const Sha256& document) {
    auto& writer = store.writer();
    StatisticsProjection projection(writer);
    std::mt19937 random(1);
    const int sites = std::max(14, inspections / 10);
    std::uint64_t index = 1'000'000'000;
    const auto put = [&](record::Payload& payload, const Reading& reading, const std::string& kid) {
        const auto number = std::to_string(index);
        const auto hash = crypto::sha256(number);
        projection.apply({index++, hash, kid, payload, reading});
    };
    writer.begin();
    for (int i = 0; i < sites; ++i) {
        record::Payload site;
        site.type = "site.published";
        site.id = "s" + std::to_string(i);
        site.site = "site-" + std::to_string(i);
        site.region = countyOf(i);
        site.body = {{"programme", kProgrammes[i % 6]},
                     {"sector", i % 3 == 0 ? "设施蔬菜" : "农业"},
                     {"programme_id", i % 6 == 0 ? "gs" : ""},
                     {"level", "省级"}};
        put(site, {}, "admin");
    }
    for (int i = 0; i < inspections; ++i) {
        if (i % kPart == kPart - 1) {
            projection.settle();
            writer.commit();
            writer.begin();
        }
        const int site = static_cast<int>(random() % static_cast<unsigned>(sites));
        record::Payload line;
        line.type = "inspection.submitted";
        line.id = "visit-" + std::to_string(i);
        line.site = "site-" + std::to_string(site);
        line.region = countyOf(site);
        const Day day = Day(std::chrono::days(20'089 + random() % 700));  // the years 2025 and 2026
        line.at = {TimePoint(day), std::chrono::hours(8)};
        line.body = {{"day", dayText(day)}};
        Reading reading;
        reading.summary.emplace();
        auto& says = *reading.summary;
        says.checklist = {site % 4 == 0 ? "c1" : "6a", "1", document};
        says.kind = random() % 5 == 0 ? "acceptance" : "supervision";
        says.points = static_cast<std::int64_t>(random() % 100'001);
        says.max = 100'000;
        const bool bad = random() % 7 == 0;
        says.grade = bad ? "ordered" : "conform";
        for (int item = 1; item <= kItems; ++item)
            reading.items.push_back(
                {std::to_string(item), bad && item % 9 == 1 ? checklist::Verdict::fail : checklist::Verdict::pass});
        put(line, reading, "inspector-" + std::to_string(random() % 200));
    }
    projection.settle();
    writer.commit();
    writer.begin();
    finish(projection, writer.connection());
    writer.commit();
}

double p95(World& world, const Author& reader, const std::string& target) {
    std::vector<double> took;
    for (int i = 0; i < kTimes; ++i) {
        const auto from = Steady::now();
        (void)world.answered(world.get(target, &reader));
        took.push_back(std::chrono::duration<double, std::milli>(Steady::now() - from).count());
    }
    std::sort(took.begin(), took.end());
    return took[took.size() * 95 / 100];
}

}  // namespace

int main(int argc, char** argv) {
    int inspections = 1'000'000;
    for (int i = 1; i < argc; ++i) inspections = std::strcmp(argv[i], "--quick") == 0 ? 20'000 : std::atoi(argv[i]);
    try {
        World world;
        world.publish();
        const auto reader = world.enrol(domain::Role::supervisor, {"62"});
        (void)world.answered(world.get("/v1/query/statistics?year=2026&today=2026-12-01", &reader));
        world.stop();
        const auto from = Steady::now();
        {
            const auto store = openSqliteStore(world.folder().database()).value();
            fill(*store, inspections, crypto::sha256(checklistDocument()));
        }
        const double seconds = std::chrono::duration<double>(Steady::now() - from).count();
        report("server.statistics.inspections", inspections, "inspections");
        report("server.statistics.fold", inspections / seconds, "inspections_per_second");
        world.restart();
        double worst = 0;
        const std::string page = "/v1/query/statistics?year=2026&today=2026-12-01",
                          records = "/v1/query/statistics/records?year=2026";
        const std::pair<const char*, std::string> calls[] = {
            {"server.statistics.province", page},
            {"server.statistics.prefecture", page + "&region=6203"},
            {"server.statistics.county", page + "&region=620303"},
            {"server.statistics.programme", page + "&programme=示范区"},
            {"server.statistics.records", records},
            {"server.statistics.records_of_county", records + "&region=620303&month=03"},
            {"server.statistics.records_failed_item", records + "&region=6203&checklist=6a&item=10&item_failed=yes"},
            {"server.statistics.records_of_nobody", records + "&person=nobody"},
        };
        for (const auto& [name, target] : calls) {
            const double took = p95(world, reader, target);
            report((std::string(name) + ".p95").c_str(), took, "ms");
            worst = std::max(worst, took);
        }
        report("limit.statistics.page", kLimit, "ms");
        report("server.statistics.ratio", worst / kLimit, "times_the_limit");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_statistics: %s\n", broken.what());
        return 1;
    }
    return 0;
}
