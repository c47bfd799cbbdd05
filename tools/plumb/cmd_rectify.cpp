// plumb rectify …: the acts that put findings right, each a signed record of its own.
#include <algorithm>
#include <map>

#include "shared/store/act_sign.h"
#include "shared/store/durable_file.h"
#include "shared/store/folded_rows.h"
#include "tools/plumb/app.h"
#include "tools/plumb/filling.h"

namespace plumb::cli {
namespace {

using records::Act;
using records::ActKind;

struct Options : HomeOptions {
    std::string what;  // the inspection's id, an order's id or its number
    std::vector<std::string> items, days, requirements, late, files;
    std::string office, contact, remedies, how, name, witness, reason, tracking, signature, about, recheck, to, why,
        term;
};

std::optional<Day> dayFor(const std::map<std::string, Day>& days, const std::string& item) {
    for (const auto& name : {item, std::string()}) {
        if (const auto found = days.find(name); found != days.end()) return found->second;
    }
    return std::nullopt;
}

// DAY for all, or ITEM=DAY.
Result<std::map<std::string, Day>> daysOf(const std::vector<std::string>& options) {
    std::map<std::string, Day> out;
    for (const auto& option : options) {
        const auto equals = option.find('=');
        const std::string item = equals == std::string::npos ? "" : option.substr(0, equals);
        const auto day = parseDay(equals == std::string::npos ? option : option.substr(equals + 1));
        if (!day) return fail(ErrorKind::malformed, "bad_date", "a day is given as YYYY-MM-DD, not \"" + option + "\"");
        out[item] = *day;
    }
    return out;
}

Result<std::map<std::string, std::string>> textsOf(const char* option, const std::vector<std::string>& values) {
    std::map<std::string, std::string> out;
    for (const auto& value : values) {
        const auto named = itemAnd(option, value);
        if (!named) return fail(named.error());
        out[named->first] = named->second;
    }
    return out;
}

// "ITEM" or "ITEM=TEXT".
std::vector<std::pair<std::string, std::string>> itemsOf(const std::vector<std::string>& values) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& value : values) {
        const auto equals = value.find('=');
        out.emplace_back(value.substr(0, equals), equals == std::string::npos ? "" : value.substr(equals + 1));
    }
    return out;
}

Result<std::optional<records::Delivery>> deliveryOf(store::TabletStore& store, const Options& options) {
    if (options.how.empty()) return std::nullopt;
    records::Delivery out;
    bool known = false;
    for (const auto way : {records::DeliveryWay::inPerson, records::DeliveryWay::refused, records::DeliveryWay::post,
                           records::DeliveryWay::electronic}) {
        if (records::deliveryName(way) != options.how) continue;
        out.way = way;
        known = true;
    }
    if (!known)
        return fail(ErrorKind::malformed, "bad_value",
                    "--how takes in_person, refused, post or electronic, not \"" + options.how + "\"");
    out.name = options.name;
    out.witness = options.witness;
    out.reason = options.reason;
    out.tracking = options.tracking;
    if (!options.signature.empty()) {
        const auto content = store::readWhole(options.signature, store::kMaxFileBytes);
        if (!content) return fail(content.error());
        const auto file = store.importPicture(*content);
        if (!file) return fail(file.error().kind, file.error().code, options.signature + ": " + file.error().detail);
        out.signature = file->sha256;
    }
    return std::optional(std::move(out));
}

// The case of what was named, and the order: the one that is named, or the only one.
Result<std::pair<records::CaseRow, std::string>> caseNamed(const store::TabletStore& store, const std::string& what) {
    const auto unknown = [&] {
        return fail(ErrorKind::notFound, "no_record",
                    "no inspection and no order " + what + " is on this device; sync first");
    };
    auto row = store.recordById(what);
    if (!row) {  // by its number, as people call it
        store::RecordFilter filter;
        filter.type = records::typeOf(ActKind::ordered);
        for (auto& one : store.records(filter)) {
            const auto payload = store.payload(one.hash);
            if (payload && records::orderNumber(one.region, payload->at, one.kid, one.seq) == what)
                row = std::move(one);
        }
    }
    if (!row) return unknown();
    const bool isOrder = row->type == records::typeOf(ActKind::ordered);
    auto folded = store::caseOf(store, isOrder ? row->about : row->id);
    if (!folded) return unknown();
    std::string order = isOrder ? row->id : folded->orders.size() == 1 ? folded->orders.front().id : "";
    return std::pair(std::move(*folded), std::move(order));
}

// The findings of an order for which this act may come next, where nobody named any.
std::vector<std::pair<std::string, std::string>> allOf(const records::CaseRow& row, const std::string& order,
                                                       ActKind kind) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& finding : row.findings) {
        const bool wanted = kind == ActKind::delivered ? finding.state == records::FindingState::ordered
                                                       : records::isOpen(finding.state);
        if (wanted && (order.empty() || finding.order == order)) out.emplace_back(finding.item, "");
    }
    return out;
}

Result<Act> composeOrder(store::TabletStore& store, const records::CaseRow& row, const Options& options) {
    const auto given = itemsOf(options.items);
    std::vector<std::string> items;
    for (const auto& [item, text] : given) {
        if (!row.finding(item))
            return fail(ErrorKind::refused, "finding_unknown", "the inspection states no finding at item " + item);
        items.push_back(item);
    }
    const auto requirements = textsOf("--requirement", options.requirements);
    const auto days = daysOf(options.days);
    if (!requirements) return fail(requirements.error());
    if (!days) return fail(days.error());
    auto act = store::offeredOrder(store, row.standing.id, items);
    if (!act) return act;
    // One that was named and cannot be ordered is told by the rule, not left out.
    for (const auto& item : items) {
        const bool offered =
            std::any_of(act->entries.begin(), act->entries.end(), [&](const auto& one) { return one.item == item; });
        if (offered) continue;
        records::ActEntry entry;
        entry.item = item;
        entry.text = row.finding(item)->text;
        entry.requirement = "-";
        entry.day = dayOf(store.now());
        act->entries.push_back(std::move(entry));
    }
    for (auto& entry : act->entries) {
        for (const auto& [item, text] : given) {
            if (item == entry.item && !text.empty()) entry.text = text;
        }
        if (const auto found = requirements->find(entry.item); found != requirements->end())
            entry.requirement = found->second;
        if (const auto day = dayFor(*days, entry.item)) {
            entry.day = *day;
            act->counted = domain::DayCount::calendar;
        }
    }
    act->office = options.office;
    act->contact = options.contact;
    act->remedies = options.remedies;
    return act;
}

Result<Act> composeLater(const records::CaseRow& row, const std::string& order, ActKind kind, const Options& options) {
    Act act;
    act.kind = kind;
    act.of = row.standing.id;
    act.order = order;
    act.about = options.about;
    act.inspection = options.recheck;
    act.to = options.to;
    act.why = options.why;
    act.term = options.term;
    if (kind == ActKind::archived) return act;
    if (order.empty() && kind != ActKind::ended)
        return fail(
            ErrorKind::refused, "order_unknown",
            row.orders.empty() ? "no order was given for this inspection" : "say which order: there are several");
    const auto late = textsOf("--late", options.late);
    const auto days = daysOf(options.days);
    if (!late) return fail(late.error());
    if (!days) return fail(days.error());
    for (const auto& [item, text] : options.items.empty() ? allOf(row, order, kind) : itemsOf(options.items)) {
        records::ActEntry entry;
        entry.item = item;
        entry.text = text;
        entry.day = dayFor(*days, item);
        if (const auto found = late->find(item); found != late->end()) entry.late = found->second;
        const auto* finding = row.finding(item);
        const bool answers = kind == ActKind::extended || kind == ActKind::extensionRefused;
        if (answers && act.about.empty() && finding) act.about = finding->request;
        // As it was asked for, where nobody names another day.
        if (kind == ActKind::extended && !entry.day && finding) entry.day = finding->asked;
        act.entries.push_back(std::move(entry));
    }
    if ((kind == ActKind::extended || kind == ActKind::extensionRefused) && act.about.empty())
        return fail(ErrorKind::refused, "request_unknown", "nobody asked for more time for these findings");
    return act;
}

int act(ActKind kind, const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto named = caseNamed(**store, options.what);
    if (!named) return report(named.error(), options.json);
    auto said = kind == ActKind::ordered ? composeOrder(**store, named->first, options)
                                         : composeLater(named->first, named->second, kind, options);
    if (!said) return report(said.error(), options.json);
    auto delivery = deliveryOf(**store, options);
    if (!delivery) return report(delivery.error(), options.json);
    said->delivery = std::move(*delivery);
    std::vector<store::AttachedFile> files;
    for (const auto& file : options.files) {
        auto imported = importItemFile(**store, file);
        if (!imported) return report(imported.error(), options.json);
        files.push_back(std::move(*imported));
    }
    const auto line = store::signAct(**store, *said, files);
    if (!line) return report(line.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    json::object out{{"id", payload->id}, {"type", payload->type}, {"hash", line->hash().hex()}, {"case", said->of}};
    std::string text = payload->id;
    if (kind == ActKind::ordered) {
        const auto number = records::orderNumber(payload->region, payload->at, line->kid(), payload->seq);
        out["number"] = number;
        text += "  " + number;
    }
    json::object due;
    for (const auto& entry : said->entries) {
        if (entry.day) due[entry.item] = dayText(*entry.day);
    }
    if (!due.empty()) out["days"] = std::move(due);
    return print(out, text, options.json);
}

struct Command {
    const char* name;
    ActKind kind;
    const char* help;
};
constexpr Command kCommands[] = {
    {"order", ActKind::ordered, "Order findings to be put right; prints the order's id and number"},
    {"deliver", ActKind::delivered, "State how the order came to the enterprise"},
    {"report", ActKind::reported, "Report what was done (enterprises)"},
    {"object", ActKind::objected, "State and defend: the finding does not hold (enterprises)"},
    {"ask", ActKind::extensionRequested, "Ask for more time (enterprises)"},
    {"extend", ActKind::extended, "Grant more time"},
    {"refuse", ActKind::extensionRefused, "Refuse more time"},
    {"verify", ActKind::verified, "The findings are put right"},
    {"reject", ActKind::rejected, "They are not, or the objection does not hold: again, by another day"},
    {"withdraw", ActKind::withdrawn, "The order should not have been given"},
    {"hand-over", ActKind::handedOver, "To another authority"},
    {"end", ActKind::ended, "The site closed down, or cannot be reached"},
    {"archive", ActKind::archived, "File the closed case away (supervisors)"}};

void addOptions(CLI::App& command, ActKind kind, Options& options) {
    addHome(command, options);
    command.add_option("ID", options.what, "The inspection's id; an order's id or number")->required();
    const auto is = [&](std::initializer_list<ActKind> kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    if (kind != ActKind::archived)
        command.add_option("--item", options.items,
                           "A finding, by its item: ITEM, or ITEM=TEXT with what is said of it; may be given again");
    if (is({ActKind::ordered, ActKind::rejected}))
        command.add_option("--due", options.days, "The day that is due: DAY for all, or ITEM=DAY");
    if (is({ActKind::extensionRequested, ActKind::extended}))
        command.add_option("--until", options.days, "Until when: DAY for all, or ITEM=DAY");
    if (kind == ActKind::ordered) {
        command.add_option("--requirement", options.requirements, "What is to be done: ITEM=TEXT");
        command.add_option("--office", options.office, "Who orders")->required();
        command.add_option("--contact", options.contact, "Whom to ask");
        command.add_option("--remedies", options.remedies, "Where the enterprise may turn against it");
    }
    if (is({ActKind::ordered, ActKind::delivered})) {
        command.add_option("--how", options.how, "in_person, refused, post or electronic")->required();
        command.add_option("--name", options.name, "In person: who took it");
        command.add_option("--signature", options.signature, "In person: the image of the drawn signature");
        command.add_option("--witness", options.witness, "Refused: who saw it");
        command.add_option("--reason", options.reason, "Refused: why");
        command.add_option("--tracking", options.tracking, "Post: the letter's number");
    }
    if (kind == ActKind::reported) {
        command.add_option("--day", options.days, "When it was done: DAY for all, or ITEM=DAY");
        command.add_option("--late", options.late, "Why only after the day that was due: ITEM=TEXT");
    }
    if (is({ActKind::extended, ActKind::extensionRefused}))
        command.add_option("--about", options.about, "The request's id; the one that waits where none is named");
    if (is({ActKind::verified, ActKind::rejected})) {
        command.add_option("--recheck", options.recheck, "The re-check's id, where there was one");
        command.add_option("--about", options.about, "The report's or the objection's id");
    }
    if (kind == ActKind::handedOver) command.add_option("--to", options.to, "The authority")->required();
    if (kind == ActKind::ended) command.add_option("--why", options.why, "closed_down or unreachable")->required();
    if (kind == ActKind::archived)
        command.add_option("--term", options.term, "How long: permanent, 30 or 10 years")->required();
    else
        command.add_option("--file", options.files, "A photo or a document: ITEM=PATH; may be given again");
}

}  // namespace

void addRectify(CLI::App& app, int& exit) {
    auto* rectify = app.add_subcommand("rectify", "Orders, reports and what follows, finding by finding");
    rectify->require_subcommand(1);
    for (const auto& [name, kind, help] : kCommands) {
        auto options = std::make_shared<Options>();
        auto* command = rectify->add_subcommand(name, help);
        addOptions(*command, kind, *options);
        command->callback([options, kind = kind, &exit] { exit = act(kind, *options); });
    }
}

}  // namespace plumb::cli
