// A tablet with 20,000 sites and 100,000 records (a tenth of both with --quick), all pulled: folding them from nothing,
// unlocking beyond scrypt with the sealed image that is kept of that, a page of the list, a site, a search, and opening
// a draft of 500 items where there was a visit before. Usage: bench_derived [--quick]. Prints `bench <name> <value>
// <unit>`; where there are several figures of a kind, the worst.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "shared/checklist/session/session.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/previous_visit.h"
#include "shared/store/tuning.h"
#include "tests/bench/many_records.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using Steady = std::chrono::steady_clock;

namespace {

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

void listAndSearch(store::TabletStore& store, store::DerivedTables& tables, int sites) {
    double page = 0, search = 0, site = 0;
    const auto show = [&](const store::FoldedInspection& row) {
        if (!store.recordByHash(row.row.hash)) std::abort();
        (void)tables.site(row.row.site);
    };
    for (const std::size_t offset : {0, 1000, 5000, 9000}) {
        page = std::max(page, millisecondsOf([&] {
                            const auto rows =
                                tables.page(store::DerivedTables::Whose::all, offset, offset == 0 ? 30 : 100).rows;
                            if (rows.empty()) std::abort();
                            for (const auto& row : rows) show(row);
                        }));
    }
    report("app.list_page", page, "ms");
    for (const char* query : {"陪同人4711", "检查员7 永昌", "没有这个人", "人", "ycx", "a", "#1500", "6a 检查员49",
                              "93620321MA1000077", "2026-11-22", "示范区 蔬菜"}) {
        for (int i = 0; i < 5; ++i) {
            search = std::max(search, millisecondsOf([&] {
                                  const auto found = tables.find(store, query, 0, 30);
                                  for (const auto& row : tables.inspections(found.ids)) show(row);
                              }));
        }
    }
    report("app.search", search, "ms");
    search = 0;
    for (const char* query : {"ycx", "蔬菜 永昌", "1000077", "区"})
        search = std::max(search, millisecondsOf([&] { (void)tables.sites(query, 0, 30); }));
    report("app.search.sites", search, "ms");
    for (int n = 0; n < sites; n += sites / 50) {
        site = std::max(site, millisecondsOf([&] {
                            if (!store::siteById(store, bench::manySiteId(n))) std::abort();
                        }));
    }
    report("app.site_by_id", site, "ms");
}

void openDraft(test::Tablet& tablet, store::DerivedTables& tables) {
    const auto sha256 = tablet.publishChecklist(test::largeDocument(500));
    tablet.pullInspection(
        {{"checklist", {{"id", "small"}, {"version", "1"}, {"sha256", sha256.hex()}}}, {"answers", json::object()}});
    if (!tables.follow(*tablet.store, store::kFollowedAtOnce)) std::abort();
    const auto row = store::beginInspection(*tablet.store, "yongchang", "small").value();
    double open = 0;
    for (int i = 0; i < 5; ++i) {
        open = std::max(open, millisecondsOf([&] {
                            const auto draft = store::openDraft(*tablet.store, row.id).value();
                            const auto document = store::loadDocument(*tablet.store, row.checklist).value();
                            if (!store::siteById(*tablet.store, row.site)) std::abort();
                            const auto visits = tables.visits(row.site, document->id, store::kVisitsLookedAt);
                            if (!store::newestVisitOf(*tablet.store, visits, document->id).value()) std::abort();
                            const checklist::Session session(
                                document, [&] { return tablet.now; }, draft.answers);
                        }));
    }
    report("app.open_500", open, "ms");
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int sites = quick ? 2'000 : 20'000, records = quick ? 10'000 : 100'000;
    test::Tablet tablet;
    bench::pullMany(*tablet.store, tablet.now, sites, records);
    auto tables = store::DerivedTables::open(*tablet.store);
    double slice = 0;
    const double fold = millisecondsOf([&] {
        bool complete = false;
        while (!complete) {
            slice = std::max(
                slice, millisecondsOf([&] { complete = tables->follow(*tablet.store, store::kFollowedAtATime); }));
        }
    });
    report("fold.rate", (sites + records) / fold * 1000, "lines_per_second");
    report("fold.slice.max", slice, "ms");
    report("app.derived.size", static_cast<double>(tables->size()) / 1e6, "MB");
    const double keep = millisecondsOf([&] {
        if (!tables->keepImage(*tablet.store, 1)) std::abort();
    });
    report("app.derived.keep", keep, "ms");
    double unlock = 0;
    for (int i = 0; i < 5; ++i) {
        unlock = std::max(unlock, millisecondsOf([&] {
                              tablet.reopen();
                              if (!tablet.store->profile()) std::abort();
                              tables = store::DerivedTables::open(*tablet.store);
                              if (!tables->follow(*tablet.store, store::kFollowedAtOnce)) std::abort();
                              if (tables->page(store::DerivedTables::Whose::all, 0, 30).rows.empty()) std::abort();
                          }));
    }
    report("app.unlock", unlock, "ms");
    listAndSearch(*tablet.store, *tables, sites);
    openDraft(tablet, *tables);
    return 0;
}
