#include "shared/document/papers/act_facts.h"

#include <algorithm>

#include "shared/document/papers/order_facts.h"

namespace plumb::document {
namespace {

using records::ActKind;

const records::ActEntry* entryOf(const records::Act& act, const std::string& item) {
    const auto found =
        std::find_if(act.entries.begin(), act.entries.end(), [&](const auto& entry) { return entry.item == item; });
    return found == act.entries.end() ? nullptr : &*found;
}

std::string dayOf(const std::optional<Day>& day) {
    return day ? dayText(*day) : std::string();
}

// Of which kind its row is: what follows is the layout's to say.
std::string_view kindOf(const records::Act& act, const records::ActEntry& entry) {
    if (act.kind == ActKind::reported) return entry.late.empty() ? "reported" : "late";
    return act.kind == ActKind::verified ? "passed" : act.kind == ActKind::rejected ? "failed" : "named";
}

json::array entriesOf(const ActSource& source, const Evidence& evidence) {
    json::array out;
    for (const auto& entry : source.act.entries) {
        const auto* item = source.checklist.item(entry.item);
        const auto* demanded = entryOf(source.ordered, entry.item);
        out.push_back(json::object{{"kind", kindOf(source.act, entry)},
                                   {"no", item && !item->no.empty() ? item->no : entry.item},
                                   {"facts", demanded ? demanded->text : std::string()},
                                   {"requirement", demanded ? demanded->requirement : std::string()},
                                   {"due", demanded ? dayOf(demanded->day) : std::string()},
                                   {"said", entry.text},
                                   {"late", entry.late},
                                   {"day", dayOf(entry.day)},
                                   {"evidence", evidence.of(entry.item)}});
    }
    return out;
}

json::array signersOf(const ActSource& source) {
    const auto at = minuteText(source.record.payload.at);
    json::array out{json::object{{"role", "author"}, {"name", source.record.author}, {"at", at}}};
    const auto& delivery = source.act.delivery;
    if (delivery && delivery->signature)
        out.push_back(json::object{
            {"role", "receiver"}, {"name", delivery->name}, {"at", at}, {"drawing", delivery->signature->hex()}});
    return out;
}

}  // namespace

json::object actFacts(const ActSource& source) {
    const auto& act = source.act;
    const auto signature = act.delivery ? act.delivery->signature : std::nullopt;
    const Evidence evidence({source.record.payload.files, source.checklist, source.photo}, signature);
    json::object out = recordFacts(source.record);
    if (out.at("office") == "" && act.kind != ActKind::reported) out["office"] = source.ordered.office;
    out["inspection"] = source.inspection;
    out["order"] = json::object{{"number", source.order}, {"day", source.orderDay}};
    out["papers"] = json::array{json::object{{"kind", "order"}, {"number", source.order}, {"day", source.orderDay}}};
    out["at"] = minuteText(source.record.payload.at);
    out["place"] = whereText(act.place);
    out["entries"] = entriesOf(source, evidence);
    out["recheck"] = source.recheck;
    out["delivery"] = deliveryFacts(act.delivery);
    // By post or another way it was sent; that it came is another record's to prove.
    out["sent"] = act.kind == ActKind::ordered && act.delivery && !act.delivery->atOnce();
    out["photos"] = evidence.photos();
    out["files"] = evidence.files();
    out["photo_count"] = static_cast<std::int64_t>(evidence.photos().size());
    out["file_count"] = static_cast<std::int64_t>(evidence.files().size());
    out["signers"] = signersOf(source);
    out["delivered_by"] = out["signers"];
    return out;
}

}  // namespace plumb::document
