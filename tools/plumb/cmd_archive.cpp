// plumb archive take, verify: a box of archived cases as one file; due, propose, approve, refuse, disposals: what is
// disposed of when its term has passed
#include <fstream>

#include "shared/crypto/hash.h"
#include "shared/records/rectification/case_json.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/disposals.h"
#include "shared/sync/box.h"
#include "tools/plumb/app.h"
#include "tools/plumb/link.h"
#include "tools/plumb/sign_and_print.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string out, year, kind, term, region, title, box, root, today, reason, disputes, list;
    std::vector<std::string> cases, boxes;
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

// Archived cases whose term has passed on the day and that were not disposed of, nor wait for it.
int due(const Options& options) {
    const auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto today = options.today.empty() ? std::optional(dayOf(systemNow())) : parseDay(options.today);
    if (!today) return report({ErrorKind::malformed, "usage", "--today: a day like 2037-01-05"}, options.json);
    const auto lists = store::disposalsHere(**store);
    const auto isListed = [&](const std::string& id) {
        return std::any_of(lists.begin(), lists.end(), [&](const auto& list) {
            return records::stateOf(list) != records::DisposalState::refused && list.says.find(id);
        });
    };
    json::array items;
    std::string text;
    for (const auto& row : archivedCases(**store, options)) {
        const auto until = store::keptUntilHere(**store, row);
        if (!until || *today <= *until || isListed(row.standing.id)) continue;
        items.push_back(json::object{{"case", row.standing.id},
                                     {"site", row.site},
                                     {"region", row.region},
                                     {"kind", row.kind},
                                     {"term", row.archived},
                                     {"until", dayText(*until)}});
        text += row.standing.id + "  " + dayText(*until) + "  " + row.region + "  " + row.site + "\n";
    }
    return print({{"total", items.size()}, {"items", std::move(items)}}, text, options.json);
}

// A box by its bytes, as whoever finds it later can tell.
Result<records::DisposalBox> boxAt(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorKind::notFound, "file_unreadable", file + " cannot be read");
    crypto::Sha256Stream stream;
    std::vector<char> chunk(1 << 20);
    while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0)
        stream.add(asBytes({chunk.data(), static_cast<std::size_t>(in.gcount())}));
    // A folder, or a stick that was pulled out: what came so far is no box.
    if (in.bad()) return fail(ErrorKind::broken, "file_unreadable", file + " cannot be read to its end");
    return records::DisposalBox{stream.finish(), std::filesystem::path(file).filename().string()};
}

Result<record::Line> propose(store::TabletStore& store, const Options& options) {
    store::DisposalAsked asked{options.region, options.reason, options.disputes, options.cases};
    for (const auto& file : options.boxes) {
        auto box = boxAt(file);
        if (!box) return fail(box.error());
        asked.boxes.push_back(std::move(*box));
    }
    return store::proposeDisposal(store, asked);
}

int disposals(const Options& options) {
    const auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    json::array items;
    std::string text;
    for (const auto& row : store::disposalsHere(**store)) {
        text += std::string(records::disposalStateName(records::stateOf(row))) + "  " + row.id + "  " + row.region +
                "  " + std::to_string(row.says.cases.size()) + " cases, proposed " + dayText(dayOf(row.at)) +
                (row.decided ? ", decided " + dayText(dayOf(row.decided->at)) : "") + ": " + row.says.reason + "\n";
        for (const auto& one : row.says.cases)
            text += "    " + one.of + "  " + one.term + " years, until " + dayText(one.until) + "\n";
        auto told = records::toJson(row);
        told["state"] = records::disposalStateName(records::stateOf(row));
        items.push_back(std::move(told));
    }
    return print({{"total", items.size()}, {"items", std::move(items)}}, text, options.json);
}

void addDecision(CLI::App& archive, const char* name, const char* what, bool approved, int& exit) {
    const auto options = std::make_shared<Options>();
    auto* command = archive.add_subcommand(name, what);
    addHome(*command, *options);
    command->add_option("LIST", options->list, "The list's id")->required();
    auto* reason = command->add_option("--reason", options->reason, approved ? "What she adds" : "Why");
    if (!approved) reason->required();
    command->callback([options, approved, &exit] {
        exit = signAndPrint(
            *options,
            [&](auto& store) { return store::decideDisposal(store, options->list, approved, options->reason); }, "list",
            records::disposalOf);
    });
}

void addDisposal(CLI::App& archive, int& exit) {
    const auto options = std::make_shared<Options>();
    auto* listing = archive.add_subcommand("due", "Archived cases whose term has passed");
    addHome(*listing, *options);
    listing->add_option("--today", options->today, "The day by which it has; today");
    listing->add_option("--region", options->region, "Region, and what lies in it");
    listing->callback([options, &exit] { exit = due(*options); });

    const auto asked = std::make_shared<Options>();
    auto* proposing = archive.add_subcommand("propose", "Propose that cases whose term has passed are disposed of");
    addHome(*proposing, *asked);
    proposing->add_option("--case", asked->cases, "The inspection that opened it; may be given again")->required();
    proposing->add_option("--region", asked->region, "In which all of them lie")->required();
    proposing->add_option("--reason", asked->reason, "What the appraisal says")->required();
    proposing->add_option("--disputes", asked->disputes, "How it was made sure that no dispute about them runs")
        ->required();
    proposing->add_option("--box", asked->boxes,
                          "A box in which they were taken, to be disposed of, too; its SHA-256 is told");
    proposing->callback([asked, &exit] {
        exit = signAndPrint(
            *asked, [&](auto& store) { return propose(store, *asked); }, "list", records::disposalOf);
    });
    addDecision(archive, "approve", "Approve a list: the server removes the files of its cases alone", true, exit);
    addDecision(archive, "refuse", "Refuse a list", false, exit);

    const auto shown = std::make_shared<Options>();
    auto* all = archive.add_subcommand("disposals", "The lists of cases that were or are to be disposed of");
    addHome(*all, *shown);
    all->callback([shown, &exit] { exit = disposals(*shown); });
}

}  // namespace

void addArchive(CLI::App& app, int& exit) {
    auto* archive = app.add_subcommand("archive", "Archived cases: boxes, and what is disposed of");
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
    addDisposal(*archive, exit);
}

}  // namespace plumb::cli
