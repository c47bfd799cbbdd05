// What all commands of `plumb` share: the home and whose it is, the PIN, how results and errors are printed.
//
// Exit codes: 0 done; 1 no (a check failed, the input was refused); 2 wrong use of the command line; 3 the server
// cannot be reached; 4 wrong PIN; 5 no space; 6 broken machinery; of `plumb log` also 7 the log shrank, 8 it signed two
// histories.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "shared/base/json.h"
#include "shared/store/tablet_store.h"
#include "shared/store/vault_store.h"

namespace plumb::cli {

constexpr int kDone = 0, kNo = 1, kUsage = 2, kOffline = 3, kWrongPin = 4, kFull = 5, kBroken = 6;

// Options that every command with a store has.
struct HomeOptions {
    std::string home;
    std::string person;  // name or kid, where a home has several
    bool json = false;
};
void addJson(CLI::App& command, bool& json);
void addHome(CLI::App& command, HomeOptions& options);

// From PLUMB_PIN, or a prompt without echo on a terminal.
Result<std::string> askPin(const char* prompt = "PIN: ");

// The enrolled people of a home that the options name.
std::vector<store::Person> peopleAsked(const HomeOptions& options);
// "检查员甲 (inspector), device t1, key …, enrolled …, revoked … with 2 records and 5 files not sent".
std::string describePerson(const store::Person& person);
// Opens the one person's store of a home; of several keys, the one that was not revoked.
Result<std::unique_ptr<store::TabletStore>> openHome(const HomeOptions& options);

// Prints an error (a sentence, or {"error":{"code","detail"}}) to stderr and gives the exit code.
int report(const Error& error, bool json);
// Prints `object` as JSON, or `text` for people.
int print(const json::object& object, const std::string& text, bool json);

// "2 of 15 photos are not at the server", and "" where all are; `thing` is "photo" or "file".
std::string notThereSentence(const store::FileTally& files, const std::string& thing);
// "this device's clock is 3 days ahead …", and "" where it counts as right.
std::string clockSentence(const store::ClockState& clock);
json::object clockObject(const store::ClockState& clock);

// Each adds its commands to the program; the chosen one's callback sets `exit`.
void addEnrol(CLI::App& app, int& exit);
void addAdmin(CLI::App& app, int& exit);
void addChecklist(CLI::App& app, int& exit);
void addForm(CLI::App& app, int& exit);
void addInspect(CLI::App& app, int& exit);
void addCosign(CLI::App& app, int& exit);
void addDeliver(CLI::App& app, int& exit);
void addRemark(CLI::App& app, int& exit);
void addReview(CLI::App& app, int& exit);
void addRecords(CLI::App& app, int& exit);
void addStatus(CLI::App& app, int& exit);
void addSync(CLI::App& app, int& exit);
void addAssess(CLI::App& app, int& exit);
void addPack(CLI::App& app, int& exit);
void addIssue(CLI::App& app, int& exit);
void addPdf(CLI::App& app, int& exit);
void addPrint(CLI::App& app, int& exit);
void addRectify(CLI::App& app, int& exit);
void addCases(CLI::App& app, int& exit);
void addBundle(CLI::App& app, int& exit);
void addStandards(CLI::App& app, int& exit);
void addCheck(CLI::App& app, int& exit);
void addPlan(CLI::App& app, int& exit);
void addPublishResult(CLI::App& app, int& exit);
void addTask(CLI::App& app, int& exit);
void addDraw(CLI::App& app, int& exit);
void addPanel(CLI::App& app, int& exit);
void addHook(CLI::App& app, int& exit);
void addArchive(CLI::App& app, int& exit);
void addLog(CLI::App& app, int& exit);
void addWitness(CLI::App& app, int& exit);

}  // namespace plumb::cli
