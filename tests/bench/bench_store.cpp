// One answer to a form of 1,000 items until it is on disk, its entry of the trail with it: scored, sealed, committed
// with fsync; the disk decides most of it, so the folder is the one that TMPDIR names. Usage: bench_store [--quick].
// Prints `bench <name> <value> <unit>`.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "shared/store/draft_saver.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using Steady = std::chrono::steady_clock;

namespace {

double msSince(Steady::time_point begun) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
}

// The limit on this machine: two pages written and brought to the disk, in a file beside the store's.
class BareDisk {
  public:
    explicit BareDisk(const std::filesystem::path& folder)
        : m_file(::open((folder / "bare").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {}
    ~BareDisk() { ::close(m_file); }
    BareDisk(const BareDisk&) = delete;
    BareDisk& operator=(const BareDisk&) = delete;

    // ms; below 0 where it failed.
    double write() {
        const auto begun = Steady::now();
        const bool written = ::pwrite(m_file, m_pages.data(), m_pages.size(), m_at) == kSize && ::fsync(m_file) == 0;
        m_at += kSize;
        return written ? msSince(begun) : -1;
    }

  private:
    static constexpr int kSize = 8192;

    int m_file;
    std::string m_pages = std::string(kSize, 'x');
    off_t m_at = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    constexpr int kItems = 1000;
    constexpr double kLimit = 15;  // ms, of p99
    test::Tablet tablet;
    tablet.publishChecklist(test::largeDocument(kItems));
    const auto row = store::beginInspection(*tablet.store, "yongchang", "small").value();
    const auto draft = store::openDraft(*tablet.store, row.id).value();
    checklist::Session session(
        store::loadDocument(*tablet.store, row.checklist).value(), [&] { return tablet.now; }, draft.answers);
    store::DraftSaver saver(session, draft);
    BareDisk disk(tablet.store->folder());
    std::vector<double> whole, made, bare;
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
        bare.push_back(disk.write());
        if (bare.back() < 0) return 1;
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
    say("limit.disk", bare);
    std::printf("bench app.answer.of_disk %.3f of_limit\n", whole[whole.size() / 2] / bare[bare.size() / 2]);
    std::printf("bench app.answer.of_limit %.3f of_limit\n", whole[whole.size() * 99 / 100] / kLimit);
    return 0;
}
