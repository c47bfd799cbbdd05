// plumb archive take, verify: a box of archived cases as one file
#include "shared/records/rectification/case_json.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/sync/box.h"
#include "tools/plumb/app.h"
#include "tools/plumb/link.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string out, year, kind, term, region, title, box, root;
    std::vector<std::string> cases;
};

bool isAsked(const Options& options, const records::CaseRow& row) {
    return (options.cases.empty() ||
            std::find(options.cases.begin(), options.cases.end(), row.standing.id) != options.cases.end()) &&
           (options.year.empty() || dayText(dayOf(row.at)).starts_with(options.year)) &&
           (options.kind.empty() || options.kind == row.kind) && (options.term.empty() || options.term == row.archived);
}

// The oldest check first, as a box is filled.
std::vector<records::CaseRow> archivedCases(store::TabletStore& store, const Options& options) {
    const auto tables = store::DerivedTables::open(store);
    while (!tables->follow(store, 10'000)) {
    }
    store::CaseFilter filter;
    filter.state = records::CaseState::archived;
    filter.region = options.region;
    constexpr std::size_t kMost = 1'000'000;
    std::vector<records::CaseRow> out;
    for (const auto& one : tables->cases(filter, 0, kMost).rows) {
        if (isAsked(options, one.row)) out.push_back(one.row);
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.at.utc < b.at.utc; });
    return out;
}

int take(const Options& options) {
    const auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto rows = archivedCases(**store, options);
    for (const auto& id : options.cases) {
        if (std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return row.standing.id == id; }))
            return report({ErrorKind::notFound, "no_record", id + " is no archived case that this device knows"},
                          options.json);
    }
    if (rows.empty())
        return report({ErrorKind::notFound, "no_record", "no archived case is as asked; sync first"}, options.json);
    const auto link = loggedIn(**store);
    if (!link) return report(link.error(), options.json);
    const auto profile = (*store)->profile();
    const auto log = profile ? crypto::parseNoteKey(profile->logKey) : fail(profile.error());
    if (!log) return report(log.error(), options.json);
    sync::BoxWriter box(options.out, {log->name, options.title, systemNow()});
    json::array missing;
    std::string wanting;
    for (const auto& row : rows) {
        const auto bundle = sync::makeCaseBundle(**store, **link, row.standing.id);
        if (!bundle) return report(bundle.error(), options.json);
        for (const auto* files : {&bundle->files, &bundle->caseFiles}) {
            for (const auto& file : *files) {
                if (file.present) continue;
                missing.push_back(json::object{{"case", row.standing.id}, {"sha256", file.ref.sha256.hex()}});
                wanting += "\nnot there: a file of " + row.standing.id + " (" + file.ref.sha256.hex().substr(0, 12) +
                           "…); plumb archive verify says so";
            }
        }
        box.add({row.standing.id,
                 row.orders.empty() ? std::string() : row.orders.front().number,
                 row.site,
                 row.kind,
                 dayText(dayOf(row.at)),
                 row.archived,
                 {},
                 0},
                sync::formatBundle(*bundle));
    }
    box.finish();
    return print({{"box", options.out}, {"cases", rows.size()}, {"missing", std::move(missing)}},
                 "wrote " + options.out + ": " + std::to_string(rows.size()) + " cases" + wanting, options.json);
}

int verify(const Options& options) {
    json::array cases;
    std::string text;
    const auto verified = sync::verifyBox(options.box, options.root, [&](const sync::BoxedVerdict& one) {
        cases.push_back(json::object{{"case", one.id}, {"good", one.good}, {"detail", one.detail}});
        text += std::string(one.good ? "ok   " : "FAIL ") + one.id + ": " + one.detail + "\n";
    });
    if (!verified) {
        print({{"good", false}, {"reason", verified.error().detail}, {"cases", std::move(cases)}},
              text + "NOT PROVED: " + verified.error().detail, options.json);
        return kNo;
    }
    json::object out{{"good", verified->good},
                     {"log", verified->head.log},
                     {"title", verified->head.title},
                     {"made", formatInstant(verified->head.made)},
                     {"cases", std::move(cases)}};
    if (!verified->good) out["reason"] = verified->reason;
    text += verified->good ? "PROVED: " + std::to_string(verified->cases.size()) + " cases of the log " +
                                 verified->head.log + ", taken " + formatInstant(verified->head.made)
                           : "NOT PROVED: " + verified->reason;
    print(out, text, options.json);
    return verified->good ? kDone : kNo;
}

}  // namespace

void addArchive(CLI::App& app, int& exit) {
    auto* archive = app.add_subcommand("archive", "Boxes of archived cases");
    archive->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    auto* taking = archive->add_subcommand("take", "Write archived cases, and all that proves them, into one file");
    addHome(*taking, *options);
    taking->add_option("-o,--out", options->out, "The box")->required();
    taking->add_option("--title", options->title, "How people call it");
    taking->add_option("--year", options->year, "Of the check");
    taking->add_option("--kind", options->kind, "Of the check: supervision, enforcement, acceptance, patrol");
    taking->add_option("--term", options->term, "permanent, 30 or 10");
    taking->add_option("--region", options->region, "Region, and what lies in it");
    taking->add_option("--case", options->cases, "The inspection that opened it; may be given again");
    taking->callback([options, &exit] { exit = take(*options); });
    auto* verifying = archive->add_subcommand("verify", "Check a box with no server; exit 1 and the reason if not");
    verifying->add_option("BOX", options->box)->required();
    verifying->add_option("--root", options->root, "Thumbprint of the root key")->required();
    addJson(*verifying, options->json);
    verifying->callback([options, &exit] { exit = verify(*options); });
}

}  // namespace plumb::cli
