// plumb cases: what inspections opened, and where each finding stands.
#include "shared/records/rectification/case_json.h"
#include "shared/store/derived/derived_tables.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string state, site, region, due;
    bool findings = false;
    std::size_t limit = 1000;
};

Result<store::CaseFilter> filterOf(const Options& options) {
    store::CaseFilter out;
    out.site = options.site;
    out.region = options.region;
    out.withFindings = options.findings;
    if (!options.state.empty()) {
        out.state = records::caseStateNamed(options.state);
        if (!out.state)
            return fail(ErrorKind::malformed, "bad_value",
                        "--state takes submitted, returned, reviewed, ordered, closed or archived, not \"" +
                            options.state + "\"");
    }
    if (!options.due.empty()) {
        out.dueBefore = parseDay(options.due);
        if (!out.dueBefore)
            return fail(ErrorKind::malformed, "bad_date", "a day is given as YYYY-MM-DD, not \"" + options.due + "\"");
    }
    return out;
}

std::string findingLine(const records::FindingRow& finding, Day today) {
    std::string out = "    " + finding.item + "  " + std::string(records::stateName(finding.state));
    if (finding.due) out += "  due " + dayText(*finding.due);
    if (records::isOverdue(finding, today)) out += "  overdue";
    if (finding.asked) out += "  asks until " + dayText(*finding.asked);
    if (finding.late) out += "  reported late";
    if (finding.rounds > 0) out += "  failed again " + std::to_string(finding.rounds) + " times";
    return out + "  " + finding.text + "\n";
}

int list(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto filter = filterOf(options);
    if (!filter) return report(filter.error(), options.json);
    const auto tables = store::DerivedTables::open(**store);
    while (!tables->follow(**store, 10'000)) {
    }
    const auto page = tables->cases(*filter, 0, options.limit);
    const Day today = dayOf((*store)->now());
    json::array rows;
    std::string text;
    for (const auto& one : page.rows) {
        auto row = records::toJson(one.row);
        row["id"] = one.row.standing.id;
        row["site_name"] = one.siteName;
        if (one.due) row["due"] = dayText(*one.due);
        rows.push_back(std::move(row));
        text += one.row.standing.id + "  " + std::string(records::stateName(records::stateOf(one.row))) + "  " +
                one.row.site + "  " + one.siteName + "  " + formatInstant(one.row.at) + "\n";
        for (const auto& order : one.row.orders) text += "    order " + order.number + "\n";
        for (const auto& finding : one.row.findings) text += findingLine(finding, today);
        for (const auto& act : one.row.ignored)
            text += "    ignored " + act.hash.hex().substr(0, 16) + "…  " + act.why + "\n";
    }
    return print({{"cases", std::move(rows)}, {"total", page.total}}, text, options.json);
}

}  // namespace

void addCases(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("cases", "Cases and their findings, the newest inspection first");
    addHome(*command, *options);
    command->add_option("--state", options->state, "submitted, returned, reviewed, ordered, closed or archived");
    command->add_option("--due-before", options->due, "Something the enterprise has to do is due before this day");
    command->add_option("--site", options->site, "Site id");
    command->add_option("--region", options->region, "Region, and what lies in it");
    command->add_flag("--findings", options->findings, "Only those in which something was found");
    command->add_option("--limit", options->limit, "At most so many")->capture_default_str();
    command->callback([options, &exit] { exit = list(*options); });
}

}  // namespace plumb::cli
