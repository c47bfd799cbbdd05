// Usage: bench_store [--quick]. Prints `bench <name> <value> <unit>`. Two parts: answering, and finding records.
//
// One answer to a form of 1,000 items until it is on disk, its entry of the trail with it: scored, sealed, committed
// with fsync; the disk decides most of it, so the folder is the one that TMPDIR names.
//
// A list of 100,000 records (5,000 with --quick), pulled: its first page, the index that is made after unlocking, and a
// search in it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "shared/base/uuid.h"
#include "shared/store/draft_saver.h"
#include "shared/store/record_search.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using Steady = std::chrono::steady_clock;

namespace {

double since(Steady::time_point begun) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
}

void fillWithRecords(test::Tablet& tablet, int count) {
    const auto key = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    std::vector<store::TabletStore::PulledLine> lines;
    std::string answers;
    for (int i = 0; i < 40; ++i) answers += "在场看过第 " + std::to_string(i) + " 项的记录，";
    for (int n = 0; n < count; ++n) {
        record::Payload payload;
        payload.at = tablet.now;
        payload.at.utc += std::chrono::seconds(n);
        payload.id = makeUuid7(payload.at.utc);
        payload.type = "inspection.submitted";
        payload.seq = 1;
        payload.site = "yongchang";
        payload.region = "620321";
        payload.body = {{"checklist", {{"id", "6a"}, {"version", "1"}}},
                        {"team", json::array{json::object{{"name", "检查员" + std::to_string(n % 50)}}}},
                        {"party", {{"name", "陪同人" + std::to_string(n)}}},
                        {"notes", {{"1", answers}}}};
        auto line = record::Line::sign(key, record::formatPayload(payload));
        lines.push_back({static_cast<std::uint64_t>(1000 + n), std::move(line), std::move(payload)});
        if (lines.size() < 1000 && n + 1 < count) continue;
        if (!tablet.store->takePulled(lines)) std::abort();
        lines.clear();
    }
}

void benchRecords(bool quick) {
    test::Tablet tablet;
    fillWithRecords(tablet, quick ? 5'000 : 100'000);
    store::RecordFilter filter;
    filter.type = "inspection.submitted";
    filter.limit = 30;
    auto begun = Steady::now();
    for (const auto& row : tablet.store->records(filter)) {
        (void)tablet.store->payload(row.hash).value();
        store::RecordFilter about;  // amendments and reviews of it
        about.about = row.id;
        if (!tablet.store->records(about).empty()) std::abort();
    }
    std::printf("bench app.records.first_page %.2f ms\n", since(begun));
    store::RecordSearch search;
    begun = Steady::now();
    double slice = 0;
    while (!search.complete()) {
        const auto turn = Steady::now();
        if (!search.update(*tablet.store, 50)) std::abort();
        slice = std::max(slice, since(turn));
    }
    std::printf("bench app.search.index %.0f ms\n", since(begun));
    std::printf("bench app.search.index_slice.max %.1f ms\n", slice);
    std::vector<double> all;
    for (const char* query : {"陪同人4711", "检查员7 永昌", "没有这个人", "a", "#1500", "6a 检查员49"}) {
        for (int i = 0; i < 5; ++i) {
            begun = Steady::now();
            const auto found = search.find(query, 0, 30);
            for (const auto& id : found.ids) {
                const auto row = tablet.store->recordById(id);
                if (row) (void)tablet.store->payload(row->hash).value();
            }
            all.push_back(since(begun));
        }
    }
    std::sort(all.begin(), all.end());
    std::printf("bench app.search %.2f ms\n", all.back());
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    benchRecords(quick);
    constexpr int kItems = 1000;
    test::Tablet tablet;
    tablet.publishChecklist(test::largeDocument(kItems));
    const auto row = store::beginInspection(*tablet.store, "yongchang", "small").value();
    const auto draft = store::openDraft(*tablet.store, row.id).value();
    checklist::Session session(
        store::loadDocument(*tablet.store, row.checklist).value(), [&] { return tablet.now; }, draft.answers);
    store::DraftSaver saver(session, draft);
    std::vector<double> whole, made;
    std::size_t rows = 0;
    for (int n = 0; n < (quick ? 200 : 2000); ++n) {
        const std::string question = "i" + std::to_string(n * 7 % kItems) + "_c";
        const auto begun = Steady::now();
        if (!session.setAnswer(question, n / kItems % 2 == 0 ? "pass" : "fail")) return 1;
        auto step = saver.step(session, draft);
        const auto ready = Steady::now();
        if (!tablet.store->putEntries(row.id, step.rows)) return 1;
        const auto done = Steady::now();
        rows += step.rows.size();
        saver.written(std::move(step.state));
        made.push_back(std::chrono::duration<double, std::milli>(ready - begun).count());
        whole.push_back(std::chrono::duration<double, std::milli>(done - begun).count());
    }
    const auto say = [](const char* name, std::vector<double>& all) {
        std::sort(all.begin(), all.end());
        std::printf("bench %s.p50 %.3f ms\n", name, all[all.size() / 2]);
        std::printf("bench %s.p99 %.3f ms\n", name, all[all.size() * 99 / 100]);
    };
    std::printf("bench app.answer.rows %.1f rows\n", static_cast<double>(rows) / static_cast<double>(whole.size()));
    say("app.answer.made", made);
    say("app.answer", whole);
    return 0;
}
