// How long a list of inspections needs to become a file: 30,000 lines of about 6 KB with all their answers, made as the
// server makes them, without the network (over TLS: bench_download). Beside it what the same lines cost that are only
// read off the disk, held against their hashes and parsed as JSON: no export of what was signed can be quicker than
// that. Usage: bench_export [--quick] [LINES]. Prints `bench <name> <value> <unit>`.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/export/open.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

namespace {

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kPadding = 3500;
constexpr int kAuthors = 20;
constexpr int kSites = 2000;
constexpr std::uint64_t kPart = 10'000;
const RebuildProgress kQuiet = [](const auto&, std::uint64_t, std::uint64_t) {};

double secondsSince(Steady::time_point from) {
    return std::chrono::duration<double>(Steady::now() - from).count();
}

void report(const char* name, double value, const char* unit) {
    std::printf("bench %s %.*f %s\n", name, value < 10 ? 3 : 0, value, unit);
    std::fflush(stdout);
}

double residentMegabytes() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t total = 0, resident = 0;
    statm >> total >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

// A log with a checklist, sites and inspections of them, in regions of Gansu.
void fill(Store& store, std::uint64_t inspections) {
    std::vector<Author> authors;
    for (int i = 0; i < kAuthors; ++i)
        authors.emplace_back(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
    const auto body = inspectionBody(kPadding);
    auto& writer = store.writer();
    std::uint64_t index = 0;
    const auto add = [&](const record::Line& line) {
        if (index % kPart == 0) writer.begin();
        writer.appendLine(index, TimePoint(std::chrono::milliseconds(1'790'000'000'000 + index)), line.text());
        if (++index % kPart == 0) writer.commit();
    };
    const auto siteId = [](int number) { return "site-" + std::to_string(number); };
    add(authors[0].say("checklist.published", checklistBody(checklistDocument()),
                       {{}, "62", {checklistFile(checklistDocument())}}));
    for (int i = 0; i < kSites; ++i)
        add(authors[0].say("site.published",
                           siteBody(siteId(i), "蔬菜基地 " + std::to_string(i) + "（示例）", "620321"),
                           {siteId(i), "620321"}));
    for (std::uint64_t i = 0; i < inspections; ++i)
        add(authors[i % authors.size()].say("inspection.submitted", body,
                                            {siteId(static_cast<int>(i % kSites)), "620321"}));
    if (index % kPart != 0) writer.commit();
    (void)rebuild(store, {}, kQuiet).value();
}

// Seconds; the lines of all inspections, as the export reads them.
double readLines(StoreReader& reader) {
    const auto from = Steady::now();
    std::vector<std::uint64_t> places;
    InspectionRows(reader).each(std::nullopt, [&](const records::InspectionRow& row) {
        places.push_back(*row.newest);
        return true;
    });
    std::size_t members = 0;
    for (const auto place : places) {
        const auto line = reader.line(place).value();
        const auto value = parseJson(std::string_view(line).substr(line.find(' ') + 1)).value();
        members += value.get_object().size();
    }
    if (members < places.size()) throw std::runtime_error("lines without members");
    return secondsSince(from);
}

struct Made {
    double seconds = 0;
    std::uint64_t bytes = 0;
    double megabytes = 0;  // the most that it added to what the process held
};

}  // namespace

int main(int argc, char** argv) {
    std::uint64_t inspections = 30'000;
    for (int i = 1; i < argc; ++i)
        inspections = std::strcmp(argv[i], "--quick") == 0 ? 3'000 : std::strtoull(argv[i], nullptr, 10);
    try {
        TempFolder folder;
        const auto store = openSqliteStore(folder.path / "log.db").value();
        fill(*store, inspections);
        FolderBlobs blobs(folder.path / "blobs");
        writeWholeFile(folder.path / "document", checklistDocument());
        blobs.adopt(folder.path / "document", crypto::sha256(checklistDocument()));
        Checklists checklists(blobs);
        const auto reader = store->openReader();
        checklists.reload(*reader);
        const Trust trust("root");
        ReviewDesk desk;
        const ExportRoom room(checklists, folder.path / "exports");
        const Principal caller{"kid", "person", "Supervisor", {{domain::Role::supervisor, {"62"}, {}}}};
        const auto size = reader->size();
        const auto make = [&](const char* name, bool answers) {
            std::map<std::string, std::string> query{{"zone", "Asia/Shanghai"}, {"answers", answers ? "1" : "0"}};
            if (answers) query["checklist"] = crypto::sha256(checklistDocument()).hex();
            const auto from = Steady::now();
            const ExportSources sources{*reader, trust, room, blobs, desk, "bench.log", size, systemNow()};
            auto opened = openExport(readExportAsk(name, query).value(), caller, sources).value();
            Made out;
            std::string piece;
            const double before = residentMegabytes();
            for (bool more = true; more;) {
                piece.clear();
                more = opened.run->advance(*reader, piece);
                out.bytes += piece.size();
                out.megabytes = std::max(out.megabytes, residentMegabytes() - before);
            }
            out.seconds = secondsSince(from);
            return out;
        };
        (void)readLines(*reader);  // what the machine remembers of the file is the same for all
        const double limit = readLines(*reader);
        const auto csv = make("inspections.csv", true);
        const double scale = 30'000.0 / static_cast<double>(inspections);
        report("server.export.csv_answers", csv.seconds * scale, "seconds_per_30000");
        report("server.export.limit_read", limit * scale, "seconds_per_30000");
        report("server.export.csv_answers.ratio", csv.seconds / limit, "of_limit");
        report("server.export.csv_answers.size", static_cast<double>(csv.bytes) / 1e6, "MB");
        report("server.export.csv_plain", make("inspections.csv", false).seconds * scale, "seconds_per_30000");
        report("server.export.geojson_answers", make("inspections.geojson", true).seconds * scale, "seconds_per_30000");
        const auto xlsx = make("inspections.xlsx", true);
        report("server.export.xlsx_answers", xlsx.seconds * scale, "seconds_per_30000");
        report("server.export.csv_answers.memory", csv.megabytes, "MB");
        report("server.export.xlsx_answers.memory", xlsx.megabytes, "MB");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "bench_export: %s\n", broken.what());
        return 1;
    }
    return 0;
}
