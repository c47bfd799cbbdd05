#include "shared/document/papers/order_facts.h"

#include "shared/document/papers/evidence.h"

namespace plumb::document {
namespace {

// "GB 2763-2026 5.2": what is cited; its force and status are words of the layout.
std::string clauseText(const json::object& clause) {
    std::string out;
    for (const auto* name : {"standard", "clause"}) {
        const auto text = textOr(clause, name);
        if (!text.empty()) out += (out.empty() ? "" : " ") + text;
    }
    return out;
}

}  // namespace

json::object deliveryFacts(const std::optional<records::Delivery>& delivery) {
    if (!delivery) return {};
    return {{std::string(records::deliveryName(delivery->way)), true},
            {"name", delivery->name},
            {"witness", delivery->witness},
            {"reason", delivery->reason},
            {"tracking", delivery->tracking}};
}

json::object orderFacts(const OrderSource& source) {
    const auto& act = source.act;
    json::array entries;
    for (const auto& entry : act.entries) {
        const auto* item = source.checklist.item(entry.item);
        entries.push_back(json::object{{"no", item && !item->no.empty() ? item->no : entry.item},
                                       {"facts", entry.text},
                                       {"requirement", entry.requirement},
                                       {"due", entry.day ? dayText(*entry.day) : std::string()},
                                       {"clause", clauseText(entry.clause)},
                                       {"force", textOr(entry.clause, "force")},
                                       {"status", textOr(entry.clause, "status")}});
    }
    const auto at = minuteText(source.record.payload.at);
    json::array signers{json::object{{"role", "office"}, {"name", source.record.author}, {"at", at}}};
    if (act.delivery && act.delivery->signature)
        signers.push_back(json::object{{"role", "receiver"},
                                       {"name", act.delivery->name},
                                       {"at", at},
                                       {"drawing", act.delivery->signature->hex()}});
    json::object out = recordFacts(source.record);
    if (out.at("office") == "") out["office"] = act.office;
    out["inspection"] = source.inspection;
    out["place"] = whereText(act.place);
    out["entries"] = std::move(entries);
    out["counted"] = domain::dayCountName(act.counted);
    out["contact"] = act.contact;
    out["remedies"] = act.remedies;
    out["delivery"] = deliveryFacts(act.delivery);
    out["signers"] = std::move(signers);
    return out;
}

}  // namespace plumb::document
