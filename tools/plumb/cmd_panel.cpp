// plumb panel ID: the sheets of a panel of experts and their result, made out by this device itself; plumb visit-code
// ID: the code by which the inspected party rates a visit.
#include <algorithm>

#include "shared/papers/tablet_papers.h"
#include "shared/records/panel/result.h"
#include "shared/records/planning/persons.h"
#include "shared/store/visit_code.h"
#include "shared/sync/panel_lines.h"
#include "tools/plumb/app.h"
#include "tools/plumb/link.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string id;
};

std::string pointsText(std::int64_t thousandths) {
    auto rest = std::to_string(1000 + thousandths % 1000).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return std::to_string(thousandths / 1000) + (rest.empty() ? "" : "." + rest);
}

std::string textOf(const sync::ProvedPanel& panel, const records::PanelResult& result, const domain::TrustBook& book) {
    const auto& row = panel.row;
    std::string out;
    for (const auto& expert : row.says.experts) {
        const auto* member = records::memberOf(book, expert);
        const auto* sheet = row.sheetOf(expert);
        const auto found = std::find_if(result.scores.begin(), result.scores.end(),
                                        [&](const auto& one) { return one.person == expert; });
        out += (member ? member->personName : expert) + "  " +
               (sheet          ? pointsText(sheet->says.total())
                : row.isOver() ? "-"
                               : "not handed in, or kept back") +
               (found != result.scores.end() && found->dropped ? "  left out" : "") + "\n";
    }
    if (!row.isOver()) return out + "the panel is not over: no result yet";
    out += result.points ? "result " + pointsText(*result.points)
                         : "no result: fewer than " + std::to_string(row.says.rule.least) + " handed in";
    out += ", range " + pointsText(result.range) + ", standard deviation " + pointsText(result.deviation);
    if (result.wide) out += "\nthe range is beyond the " + pointsText(*row.says.rule.limit) + " of the rule";
    if (panel.unbelieved > 0) out += "\n" + std::to_string(panel.unbelieved) + " lines are not believed";
    return out;
}

int showPanel(const Options& options) {
    const auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto link = loggedIn(**store);
    if (!link) return report(link.error(), options.json);
    const auto panel = sync::provedPanel(**store, **link, options.id);
    if (!panel) return report(panel.error(), options.json);
    const auto book = (*store)->trust();
    if (!book) return report(book.error(), options.json);
    const auto result = panel->row.isOver() ? records::resultOf(panel->row) : records::PanelResult();
    json::object out{
        {"panel", records::toJson(panel->row)}, {"over", panel->row.isOver()}, {"unbelieved", panel->unbelieved}};
    if (panel->row.isOver()) out["result"] = records::toJson(result);
    return print(out, textOf(*panel, result, *book), options.json);
}

int showCode(const Options& options) {
    const auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto row = (*store)->recordById(options.id);
    const auto payload = row ? (*store)->payload(row->hash)
                             : Result<record::Payload>(fail(ErrorKind::notFound, "no_record",
                                                            "the record " + options.id + " is not on this device"));
    if (!payload) return report(payload.error(), options.json);
    const auto code = store::visitCodeOf(**store, *payload);
    if (code.empty())
        return report({ErrorKind::notFound, "no_paper", "the code of this visit is on the device that signed it"},
                      options.json);
    // As on the tablet: what the server refused, or what no server knows, can be rated nowhere.
    const auto page = papers::ratePageOf(**store);
    if (page.empty() || row->state == store::RecordState::refused)
        return report({ErrorKind::refused, "no_paper",
                       page.empty() ? "this device has no server at which a visit could be rated"
                                    : "the server refused this record: there is nothing to rate"},
                      options.json);
    const auto address = page + "#" + code;
    return print({{"code", code}, {"address", address}}, address, options.json);
}

CLI::App* command(CLI::App& app, const char* name, const char* what, const std::shared_ptr<Options>& options) {
    auto* out = app.add_subcommand(name, what);
    addHome(*out, *options);
    return out;
}

}  // namespace

void addPanel(CLI::App& app, int& exit) {
    auto panel = std::make_shared<Options>();
    auto* shown =
        command(app, "panel", "A panel of experts: its sheets and their result, judged on this device", panel);
    shown->add_option("id", panel->id, "The panel's record")->required();
    shown->callback([panel, &exit] { exit = showPanel(*panel); });
    auto visit = std::make_shared<Options>();
    auto* code = command(app, "visit-code", "The address at which the inspected party rates a visit", visit);
    code->add_option("record", visit->id, "The inspection that this device signed")->required();
    code->callback([visit, &exit] { exit = showCode(*visit); });
}

}  // namespace plumb::cli
