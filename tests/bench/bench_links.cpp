// What a sync costs, and what bad links make of it: the fleet's tablets (tools/fleet) behind links by script, at a real
// plumbserver over TLS. Usage: bench_links [--quick]. Prints `bench <name> <value> <unit>`:
//   sync.bytes.up, .down     of one 40-item inspection in a batch of 20: all calls of the sync but those of files;
//                            sync.bytes.bare: of one that found nothing
//   sync.bytes.trail.up      of the trail of its answers, which goes as a file with those of the batch
//   sync.bytes.whole.up, .down  of both together, which is all of it but its photos
//   sync.quiet.up, .down     of a sync with nothing new, over a connection that is open
//   sync.lossy.ratio         bytes on the wire of 20 inspections and 40 photos over a link that dies every 300 KB, to a
//                            perfect link's
//   sync.2g.findings, .all   from the tap until the findings stand on a supervisor's tablet, until the photos are there
#include <cmath>
#include <cstdio>
#include <cstring>

#include "shared/checklist/load/loader.h"
#include "tests/bench/field_checklist.h"
#include "tests/unit/server/kit/process.h"
#include "tools/fleet/fleet.h"

namespace {

using namespace plumb;

// Whoever fills it writes down a measure where there is one, and what was seen where an item fails.
province::AnswerBook fortyItems() {
    province::AnswerBook out;
    out.text = bench::fieldChecklist("field", 40, 5);
    out.document = checklist::loadChecklist(out.text).value();
    for (const auto& item : out.document->items) {
        const auto number = item.id.substr(1);
        province::Variant pass{{"q" + number, "pass"}}, fail{{"q" + number, "fail"}};
        if (std::stoi(number) % 5 == 0) pass.emplace_back("m" + number, "{dec 3.5..40.5}");
        fail.emplace_back("w" + number, "东侧第{int 1..9}排货架下层，标签破损，有效期看不清，{day-60..-5} 入库。");
        auto& book = out.items[item.id];
        book.ways[checklist::Verdict::pass] = {std::move(pass)};
        book.ways[checklist::Verdict::fail] = {std::move(fail)};
    }
    return out;
}

// A server of its own, and a fleet at it.
fleet::FleetReport sent(std::size_t inspections, std::size_t photos, std::size_t photoBytes, const std::string& link) {
    server::kit::ServerProcess process;
    process.start();
    server::kit::TempFolder home;
    fleet::Books books;
    books.emplace("field", fortyItems());
    fleet::FleetOptions options;
    options.plan.devices = 1;
    options.plan.inspections = inspections;
    options.plan.photos = photos;
    options.plan.batch = inspections;
    options.plan.checklists = {"field"};
    options.links = {link};
    options.photoBytes = photoBytes;
    options.home = home.path;
    auto office = fleet::Office::enrolled(home.path / "office", process.invitation(), process.url());
    auto report = fleet::runFleet(office, books, options);
    for (const auto& one : report.compared.differences) std::fprintf(stderr, "bench_links: %s\n", one.c_str());
    if (!report.compared.differences.empty()) throw std::runtime_error("tablets and server differ (" + link + ")");
    if (process.stop() != 0) throw std::runtime_error("the server did not stop well");
    return report;
}

double known(const fleet::FleetReport& report, const std::string& name) {
    const auto value = report.value(name);
    return std::isnan(value) ? 0 : value;
}

// Of files that go each by itself, as photos do.
double alone(const fleet::FleetReport& report, const std::string& way) {
    return known(report, "calls.upload_begin." + way) + known(report, "calls.upload_ask." + way) +
           known(report, "calls.upload_send." + way);
}

double uploads(const fleet::FleetReport& report, const std::string& way) {
    return alone(report, way) + known(report, "calls.upload_together." + way);
}

void bytes() {
    constexpr std::size_t kBatch = 20;
    // One to three items of most fail, with what was seen; their photos go as files.
    const auto found = sent(kBatch, 2 * kBatch, 12'000, ""), report = sent(kBatch, 0, 0, "");
    for (const auto* way : {"up", "down"}) {
        const std::string name = way;
        std::printf("bench sync.bytes.%s %.0f bytes\n", way,
                    (known(found, "bytes." + name) - uploads(found, name)) / kBatch);
        std::printf("bench sync.bytes.bare.%s %.0f bytes\n", way,
                    (known(report, "bytes." + name) - uploads(report, name)) / kBatch);
        std::printf("bench sync.bytes.trail.%s %.0f bytes\n", way, uploads(report, name) / kBatch);
        std::printf("bench sync.bytes.whole.%s %.0f bytes\n", way,
                    (known(found, "bytes." + name) - alone(found, name)) / kBatch);
    }
    std::printf("bench sync.bytes.findings %.0f findings\n", known(found, "findings"));
    // Where they go, a call's heads and body together.
    for (const auto& one : report.measures) {
        if (one.name.starts_with("calls.") && (one.name.ends_with(".up") || one.name.ends_with(".down")))
            std::printf("bench sync.%s %.0f bytes\n", one.name.c_str(), one.value);
    }
    for (const auto* name : {"quiet.up", "quiet.down", "quiet.wire.up", "quiet.wire.down"})
        std::printf("bench sync.%s %.0f bytes\n", name, known(report, name));
    std::printf("bench sync.quiet.calls %.0f calls\n", known(report, "quiet.calls"));
}

void lossy(std::size_t photoBytes) {
    const auto wire = [](const fleet::FleetReport& report) {
        return known(report, "wire.up") + known(report, "wire.down");
    };
    const auto perfect = sent(20, 40, photoBytes, "");
    const auto dying = sent(20, 40, photoBytes, "profile dying");
    std::printf("bench sync.lossy.deaths %.0f deaths\n", known(dying, "links.faults"));
    std::printf("bench sync.lossy.ratio %.3f times\n", wire(dying) / wire(perfect));
    // What is under way when a faster link dies is lost with it.
    const auto fast = sent(20, 40, photoBytes, "rate 2500KB; delay 5ms; every 300KB cut");
    std::printf("bench sync.lossy.fast.ratio %.3f times\n", wire(fast) / wire(perfect));
}

void slow(std::size_t photoBytes) {
    const auto report = sent(1, 2, photoBytes, "profile 2g");
    std::printf("bench sync.2g.findings %.1f s\n", known(report, "seen.p99") / 1000);
    std::printf("bench sync.2g.in_log %.1f s\n", known(report, "in_log.p99") / 1000);
    std::printf("bench sync.2g.all %.1f s\n", known(report, "sync.p99") / 1000);
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    try {
        bytes();
        lossy(quick ? 50'000 : 200'000);
        slow(quick ? 20'000 : 100'000);
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_links: %s\n", broken.what());
        return 1;
    }
    return 0;
}
