// plumb status: who is enrolled in a home, with which key on which device, and what is held here that the server lacks.
#include "shared/store/key_history.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

json::object personObject(const store::Person& person) {
    const auto history = store::keyHistory(person.folder);
    json::object out{{"name", person.name}, {"role", person.role}, {"device", history.device}, {"kid", person.kid}};
    if (history.enrolled) out["enrolled"] = formatInstant(*history.enrolled);
    if (history.revoked) {
        out["revoked"] = formatInstant(*history.revoked);
        out["unsent"] = {{"records", history.unsentRecords}, {"files", history.unsentFiles}};
    }
    return out;
}

// What only an opened store tells.
void addHeld(store::TabletStore& store, json::object& out, std::string& text) {
    json::array waiting;
    for (const auto& row : store.waiting()) {
        json::object entry{{"id", row.id}, {"type", row.type}};
        text += "\n  not sent: " + row.type + " " + row.id;
        if (!row.problem.empty()) {
            entry["problem"] = row.problem;
            text += " (" + row.problem.substr(0, row.problem.find(':')) + ")";
        }
        waiting.push_back(std::move(entry));
    }
    store::RecordFilter doubted;
    doubted.believed = false;
    json::array doubts;
    for (const auto& row : store.records(doubted)) {
        doubts.push_back({{"index", row.logIndex.value_or(0)}, {"type", row.type}, {"why", row.doubt}});
        text += "\n  not believed: line " + std::to_string(row.logIndex.value_or(0)) + " of the log, " + row.type +
                ": " + row.doubt;
    }
    out["not_believed"] = std::move(doubts);
    const auto files = store.tally();
    const auto clock = store.clock();
    out["waiting"] = std::move(waiting);
    out["files"] = {{"total", files.total}, {"missing", files.missing}};
    out["drafts"] = store.drafts().size();
    out["clock"] = clockObject(clock);
    if (const auto proved = store.provedTime()) {
        out["log_size"] = proved->logSize;
        text += "\n  the log had " + std::to_string(proved->logSize) + " entries, " + formatInstant(proved->time);
    }
    if (const auto missing = notThereSentence(files, "file"); !missing.empty()) text += "\n  " + missing;
    if (const auto off = clockSentence(clock); !off.empty()) text += "\n  " + off;
}

int run(const HomeOptions& options) {
    const auto people = peopleAsked(options);
    if (people.empty())
        return report({ErrorKind::notFound, "not_enrolled", "nobody is enrolled in " + options.home}, options.json);
    json::array out;
    std::string text;
    for (const auto& person : people) {
        auto object = personObject(person);
        std::string lines = describePerson(person);
        // A PIN opens one of them; trying it at the others would count as wrong there.
        if (people.size() == 1) {
            auto store = openHome(options);
            if (!store) return report(store.error(), options.json);
            addHeld(**store, object, lines);
        }
        out.push_back(std::move(object));
        text += lines + "\n";
    }
    return print({{"people", std::move(out)}}, text, options.json);
}

}  // namespace

void addStatus(CLI::App& app, int& exit) {
    auto options = std::make_shared<HomeOptions>();
    auto* command = app.add_subcommand(
        "status", "Whose keys a home holds, since when, revoked when; of one of them (--person), what was not sent");
    addHome(*command, *options);
    command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace plumb::cli
