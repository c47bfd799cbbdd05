#include "tools/plumb/rectify.h"

#include <algorithm>
#include <map>

#include "shared/store/act_sign.h"
#include "shared/store/durable_file.h"
#include "shared/store/folded_rows.h"
#include "tools/plumb/filling.h"

namespace plumb::cli {

using records::Act;
using records::ActKind;

namespace {

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

// An order by its number, as people call it.
std::optional<store::RecordRow> orderNumbered(const store::TabletStore& store, const std::string& number) {
    store::RecordFilter filter;
    filter.type = records::typeOf(ActKind::ordered);
    for (auto& one : store.records(filter)) {
        const auto payload = store.payload(one.hash);
        if (payload && records::orderNumber(one.region, payload->at, one.kid, one.seq) == number) return std::move(one);
    }
    return std::nullopt;
}

}  // namespace

Result<std::optional<records::Delivery>> deliveryOf(store::TabletStore& store, const RectifyOptions& options) {
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

Result<NamedCase> caseNamed(const store::TabletStore& store, const std::string& what) {
    const auto unknown = [&] {
        return fail(ErrorKind::notFound, "no_record",
                    "no inspection and no order " + what + " is on this device; sync first");
    };
    auto row = store.recordById(what);
    if (!row) row = orderNumbered(store, what);
    // What a re-check found is said about the case of its order.
    if (row && records::isInspection(row->type)) {
        const auto payload = store.payload(row->hash);
        const auto order = payload ? textOr(payload->body, "order") : std::string();
        if (!order.empty()) row = store.recordById(order);
    }
    if (!row) return unknown();
    const bool isOrder = row->type == records::typeOf(ActKind::ordered);
    auto folded = store::caseOf(store, isOrder ? row->about : row->id);
    if (!folded) return unknown();
    std::string order = isOrder ? row->id : folded->orders.size() == 1 ? folded->orders.front().id : "";
    return NamedCase{std::move(*folded), std::move(order)};
}

Result<Act> composeOrder(store::TabletStore& store, const records::CaseRow& row, const RectifyOptions& options) {
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

Result<Act> composeLater(const NamedCase& of, ActKind kind, const RectifyOptions& options) {
    const auto& [row, order] = of;
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

}  // namespace plumb::cli
