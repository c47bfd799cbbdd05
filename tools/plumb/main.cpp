// plumb: the command line of Plumbline, on the same library as the app.
#include <iostream>

#include <algorithm>
#include <string>
#include <vector>

#include "tools/plumb/app.h"

namespace {

// One key's id in 64 begins with a minus (RFC 7638 thumbprints are base64url), and is no option all the same.
bool isKidWithMinus(std::string_view text) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return text.size() == 43 && text.front() == '-' && text.find_first_not_of(kLetters) == std::string_view::npos;
}

std::vector<std::string> withKidsBehind(const std::vector<std::string>& all) {
    std::vector<std::string> out, kids;
    for (const auto& one : all) {
        if (!isKidWithMinus(one))
            out.push_back(one);
        else if (!out.empty() && out.back() == "--root")
            out.back() += "=" + one;
        else
            kids.push_back(one);
    }
    if (kids.empty()) return out;
    out.emplace_back("--");
    out.insert(out.end(), kids.begin(), kids.end());
    return out;
}

// An expression may begin with a minus: `plumb form eval FILE EXPR` takes what is no option of its own as it is, by
// moving it behind
// "--".
std::vector<std::string> arguments(int argc, char** argv) {
    std::vector<std::string> all(argv + 1, argv + argc);
    if (std::find(all.begin(), all.end(), "--") != all.end()) return all;
    if (all.size() < 2 || all[0] != "form" || all[1] != "eval") return withKidsBehind(all);
    static constexpr std::string_view kTakeValue[] = {"--at", "--media", "--now", "--property", "--seed"};
    static constexpr std::string_view kFlags[] = {"--json", "--help", "-h"};
    std::vector<std::string> options{"form", "eval"}, positionals;
    for (std::size_t i = 2; i < all.size(); ++i) {
        const std::string_view name = std::string_view(all[i]).substr(0, all[i].find('='));
        const auto known = [&](const auto& names) {
            return std::find(std::begin(names), std::end(names), name) != std::end(names);
        };
        if (known(kTakeValue)) {
            options.push_back(all[i]);
            if (name.size() == all[i].size() && i + 1 < all.size()) options.push_back(all[++i]);
        } else {
            (known(kFlags) ? options : positionals).push_back(all[i]);
        }
    }
    options.emplace_back("--");
    options.insert(options.end(), positionals.begin(), positionals.end());
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace plumb::cli;
    CLI::App app("plumb: inspections, signed records, sync and proofs, without a screen", "plumb");
    app.set_version_flag("--version", "plumb " PLUMB_VERSION);
    app.require_subcommand(1);
    app.footer(
        "The PIN comes from PLUMB_PIN or a prompt. Exit codes: 0 done, 1 refused or not proved, 2 usage, 3 offline, 4 "
        "wrong PIN, 5 no space, 6 broken store or machine.");
    int exit = kDone;
    addEnrol(app, exit);
    addAdmin(app, exit);
    addChecklist(app, exit);
    addForm(app, exit);
    addInspect(app, exit);
    addCosign(app, exit);
    addDeliver(app, exit);
    addReview(app, exit);
    addRemark(app, exit);
    addAssess(app, exit);
    addRectify(app, exit);
    addCases(app, exit);
    addRecords(app, exit);
    addStatus(app, exit);
    addSync(app, exit);
    addPack(app, exit);
    addBundle(app, exit);
    addPrint(app, exit);
    addIssue(app, exit);
    addPdf(app, exit);
    addStandards(app, exit);
    addCheck(app, exit);
    addPlan(app, exit);
    addTask(app, exit);
    addPublishResult(app, exit);
    addDraw(app, exit);
    addPanel(app, exit);
    addHook(app, exit);
    addArchive(app, exit);
    addLog(app, exit);
    addWitness(app, exit);
    try {
        auto words = arguments(argc, argv);
        std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    } catch (const std::exception& error) {
        std::cerr
            << "plumb: the store or the machine failed (" << error.what()
            << "); what was said to be stored is there, this may not be. Look with plumb status, then try again\n";
        return kBroken;
    }
    return exit;
}
