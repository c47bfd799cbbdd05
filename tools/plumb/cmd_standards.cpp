// plumb standards check FILE… [--on DAY] [--catalogue FILE]: whether checklists cite what is in force on a day.
// Described in shared/domain/STANDARDS.md.
#include <set>

#include "shared/checklist/load/loader.h"
#include "shared/domain/standards.h"
#include "shared/store/durable_file.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options {
    std::vector<std::string> files;
    std::string on, catalogue;
    bool json = false;
};

struct Warning {
    std::string code;  // upcoming, partly_replaced, replaced, withdrawn, unknown, bad_number, not_mandatory
    std::string sentence;
};

std::string namesOf(const std::vector<const domain::CatalogueEntry*>& entries) {
    std::string out;
    for (const auto* entry : entries) out += (out.empty() ? "" : ", ") + entry->name;
    return out;
}

// What is wrong with citing `ref` on `day`; nothing where it is in force.
std::vector<Warning> warningsOf(const domain::StandardsCatalogue& catalogue, const checklist::StandardRef& ref,
                                Day day) {
    std::vector<Warning> out;
    const auto citation = catalogue.judge(ref.ref, day);
    const auto number = domain::parseStandardNumber(ref.ref);
    const std::string when = " on " + dayText(day);
    switch (citation.status) {
        case StandardStatus::inForce:
            break;
        case StandardStatus::unknown:
            if (const auto meant = domain::suggestStandardNumber(ref.ref); !number && !meant.empty()) {
                out.push_back({"bad_number", "is no number of a standard; did you mean \"" + meant + "\"?"});
            } else {
                out.push_back({"unknown", "is not in the catalogue"});
            }
            break;
        case StandardStatus::upcoming:
            out.push_back({"upcoming", "is not yet in force" + when +
                                           (citation.entry->from ? "; it will be from " + dayText(*citation.entry->from)
                                                                 : std::string())});
            break;
        case StandardStatus::partlyReplaced:
            out.push_back({"partly_replaced", "is replaced in part" + when});
            break;
        case StandardStatus::replaced:
            out.push_back({"replaced", "is replaced" + when +
                                           (citation.entry->until ? " (since " + dayText(*citation.entry->until) + ")"
                                                                  : std::string()) +
                                           " by " + namesOf(citation.successors)});
            break;
        case StandardStatus::withdrawn:
            out.push_back({"withdrawn", "is withdrawn" + when});
            break;
    }
    if (number && ref.force == checklist::Force::mandatory && !number->mayBeMandatory())
        out.push_back({"not_mandatory", "is cited as mandatory, but its number is that of a recommended standard"});
    return out;
}

// Adds the warnings of one checklist; items that cite the same stand in one warning.
Result<void> checkFile(const std::string& file, const domain::StandardsCatalogue& catalogue, Day day,
                       json::array& warnings, std::string& text, std::set<std::string>& cited) {
    const auto content = store::readWhole(file, checklist::kMaxDocumentBytes + 1);
    if (!content) return fail(content.error());
    const auto loaded = checklist::loadChecklist(asText(*content));
    if (!loaded) return fail(loaded.error().kind, loaded.error().code, file + ": " + loaded.error().detail);
    struct Cited {
        const checklist::StandardRef* ref;
        std::vector<std::string> items;
    };
    std::vector<Cited> all;
    for (const auto& item : (*loaded)->items) {
        for (const auto& ref : item.standards) {
            cited.insert(ref.ref);
            auto found = std::find_if(all.begin(), all.end(), [&](const Cited& one) {
                return one.ref->ref == ref.ref && one.ref->force == ref.force;
            });
            if (found == all.end()) found = all.insert(all.end(), Cited{&ref, {}});
            if (found->items.empty() || found->items.back() != item.id) found->items.push_back(item.id);
        }
    }
    for (const auto& one : all) {
        for (const auto& warning : warningsOf(catalogue, *one.ref, day)) {
            const auto citation = catalogue.judge(one.ref->ref, day);
            json::array successors;
            for (const auto* next : citation.successors) successors.emplace_back(next->name);
            std::string items;
            for (const auto& item : one.items) items += (items.empty() ? "" : ", ") + item;
            text += file + ": " + one.ref->ref + " " + warning.sentence + " (item " + items + ")\n";
            warnings.push_back({{"file", file},
                                {"standard", one.ref->ref},
                                {"items", json::array(one.items.begin(), one.items.end())},
                                {"code", warning.code},
                                {"status", domain::statusName(citation.status)},
                                {"certain", citation.certain},
                                {"successors", std::move(successors)},
                                {"problem", warning.sentence}});
        }
    }
    return {};
}

int check(const Options& options) {
    const auto day = options.on.empty() ? std::optional(dayOf(systemNow())) : parseDay(options.on);
    if (!day) {
        report(Error{ErrorKind::malformed, "bad_day",
                     "\"" + options.on.substr(0, 24) + "\" is no day; write it as 2026-11-22"},
               options.json);
        return kUsage;
    }
    std::optional<domain::StandardsCatalogue> given;
    if (!options.catalogue.empty()) {
        const auto content = store::readWhole(options.catalogue);
        if (!content) return report(content.error(), options.json);
        auto read = domain::StandardsCatalogue::parse(asText(*content));
        if (!read)
            return report({read.error().kind, read.error().code, options.catalogue + ": " + read.error().detail},
                          options.json);
        given = std::move(*read);
    }
    const auto& catalogue = given ? *given : domain::builtinStandards();
    json::array warnings;
    std::string text;
    std::set<std::string> cited;
    for (const auto& file : options.files) {
        if (const auto done = checkFile(file, catalogue, *day, warnings, text, cited); !done)
            return report(done.error(), options.json);
    }
    const bool good = warnings.empty();
    text += std::to_string(cited.size()) + " cited, " + std::to_string(warnings.size()) + " warnings on " +
            dayText(*day) + " (catalogue of " + dayText(catalogue.asOf()) + ")";
    print({{"good", good},
           {"on", dayText(*day)},
           {"asOf", dayText(catalogue.asOf())},
           {"cited", cited.size()},
           {"warnings", std::move(warnings)}},
          text, options.json);
    return good ? kDone : kNo;
}

}  // namespace

void addStandards(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* group = app.add_subcommand("standards", "The standards catalogue");
    group->require_subcommand(1);
    auto* command = group->add_subcommand(
        "check",
        "Warn of checklists that cite what is replaced, withdrawn or unknown; exits 1 where there is a warning");
    command->add_option("FILE", options->files, "Checklists")->required();
    command->add_option("--on", options->on, "The day by which to judge, as 2026-11-22 (today where absent)");
    command->add_option("--catalogue", options->catalogue, "Another catalogue than the one built in");
    addJson(*command, options->json);
    command->callback([options, &exit] { exit = check(*options); });
}

}  // namespace plumb::cli
