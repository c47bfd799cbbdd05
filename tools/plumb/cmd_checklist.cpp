// plumb checklist check | import | export FILE; plumb checklist diff OLDER NEWER; plumb score --checklist F --answers F
#include "shared/base/civil_date.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/score.h"
#include "shared/store/durable_file.h"
#include "tools/plumb/app.h"
#include "tools/plumb/checklist_diff.h"
#include "tools/plumb/checklist_sheets.h"

namespace plumb::cli {
namespace {

std::string decimal(checklist::Points points) {
    const auto value = static_cast<std::int64_t>(points);
    std::string text = std::to_string(value / 1000);
    std::string rest = std::to_string(1000 + value % 1000).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? text : text + "." + rest;
}

int check(const std::string& file, bool json) {
    const auto content = store::readWhole(file, checklist::kMaxDocumentBytes + 1);
    if (!content) return report(content.error(), json);
    const auto loaded = checklist::readChecklist(asText(*content));
    json::array problems;
    std::string text;
    for (const auto& problem : loaded.problems) {
        problems.push_back({{"path", problem.path},
                            {"line", problem.line},
                            {"column", problem.column},
                            {"problem", problem.sentence}});
        text += file + ": " + problem.text() + "\n";
    }
    json::object out{{"good", loaded.checklist != nullptr}, {"problems", std::move(problems)}};
    if (loaded.checklist) {
        out["id"] = loaded.checklist->id;
        out["version"] = loaded.checklist->version;
        out["items"] = loaded.checklist->items.size();
        text = file + ": good: " + loaded.checklist->id + " version " + loaded.checklist->version + ", " +
               std::to_string(loaded.checklist->items.size()) + " items";
    }
    print(out, text, json);
    return loaded.checklist ? kDone : kNo;
}

int score(const std::string& checklistFile, const std::string& answersFile, const std::string& zone, bool json) {
    const auto document = store::readWhole(checklistFile, checklist::kMaxDocumentBytes + 1);
    if (!document) return report(document.error(), json);
    const auto loaded = checklist::loadChecklist(asText(*document));
    if (!loaded)
        return report({loaded.error().kind, loaded.error().code, checklistFile + ": " + loaded.error().detail}, json);
    const auto content = store::readWhole(answersFile, checklist::kMaxDocumentBytes);
    if (!content) return report(content.error(), json);
    const auto value = parseJson(asText(*content));
    if (!value || !value->is_object()) {
        return report({ErrorKind::malformed, "bad_answers",
                       answersFile + ": " + (value ? "must be a JSON object with \"answers\"" : value.error().detail)},
                      json);
    }
    auto answers = checklist::Answers::fromJson(value->get_object());
    if (!answers)
        return report({answers.error().kind, answers.error().code, answersFile + ": " + answers.error().detail}, json);
    // Answers of a record state their zone. Others are scored as a tablet would that is here now.
    if (!zone.empty()) {
        const auto read = checklist::parseZone(zone);
        if (!read) return report({read.error().kind, read.error().code, "--zone: " + read.error().detail}, json);
        answers->local = checklist::LocalDay{*read, answers->local ? answers->local->day : std::nullopt};
    } else if (!answers->local) {
        answers->local = checklist::LocalDay{systemNow().offset, {}};
    }
    if (!answers->local->day) answers->local->day = dayOf(checklist::inZone(systemNow(), answers->local->zone));
    const auto result = checklist::scoreAnswers(**loaded, *answers);
    if (!result)
        return report({result.error().kind, result.error().code, answersFile + ": " + result.error().detail}, json);
    std::string text = "score " + decimal(result->points) + " / " + decimal(result->max) + "  grade " +
                       (result->grade.empty() ? "-" : result->grade) + "  zone " +
                       checklist::zoneText(answers->local->zone) + "\n";
    for (const auto& item : result->items) {
        text += item.id + "\t" + std::string(checklist::verdictName(item.verdict)) + "\t" + decimal(item.points) +
                " / " + decimal(item.max) + "\t" + item.explanation.in("zh") + "\n";
    }
    auto out = checklist::toFullJson(*result);
    out["zone"] = checklist::zoneText(answers->local->zone);
    out["day"] = dayText(*answers->local->day);
    return print(out, text, json);
}

}  // namespace

void addChecklist(CLI::App& app, int& exit) {
    struct Options {
        std::string file, checklist, answers, output, zone;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* group = app.add_subcommand("checklist", "Checklist documents");
    group->require_subcommand(1);
    auto* checkCommand = group->add_subcommand("check", "Check a document; all problems at once");
    checkCommand->add_option("FILE", options->file)->required();
    addJson(*checkCommand, options->json);
    checkCommand->callback([options, &exit] { exit = check(options->file, options->json); });

    auto* importCommand =
        group->add_subcommand("import", "A workbook (.xlsx) of an author as a document; all problems at once");
    importCommand->add_option("FILE", options->file, "The workbook")->required();
    importCommand->add_option("-o,--output", options->output, "The document to write; - for standard output")
        ->required();
    addJson(*importCommand, options->json);
    importCommand->callback(
        [options, &exit] { exit = importChecklist(options->file, options->output, options->json); });

    auto* exportCommand =
        group->add_subcommand("export", "A document as a workbook (.xlsx) that imports to the same document");
    exportCommand->add_option("FILE", options->file, "The document")->required();
    exportCommand->add_option("-o,--output", options->output, "The workbook to write; - for standard output")
        ->required();
    addJson(*exportCommand, options->json);
    exportCommand->callback(
        [options, &exit] { exit = exportChecklist(options->file, options->output, options->json); });

    auto* diffCommand =
        group->add_subcommand("diff", "What a newer document has that an older one had not, or otherwise");
    diffCommand->add_option("OLDER", options->file)->required();
    diffCommand->add_option("NEWER", options->checklist)->required();
    addJson(*diffCommand, options->json);
    diffCommand->callback(
        [options, &exit] { exit = diffChecklists(options->file, options->checklist, options->json); });

    auto* scoreCommand =
        app.add_subcommand("score", "Score answers under a checklist, with an explanation for each item");
    scoreCommand->add_option("--checklist", options->checklist, "The document")->required();
    scoreCommand->add_option("--answers", options->answers, "The answers")->required();
    scoreCommand->add_option(
        "--zone", options->zone,
        "Where the answers hold, such as +08:00; what they state, or this machine's, where not given");
    addJson(*scoreCommand, options->json);
    scoreCommand->callback(
        [options, &exit] { exit = score(options->checklist, options->answers, options->zone, options->json); });
}

}  // namespace plumb::cli
