#include "shared/records/rectification/act.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/crypto/hash.h"

namespace plumb::records {
namespace {

constexpr std::array<std::pair<ActKind, std::string_view>, 12> kTypes{
    {{ActKind::ordered, "rectification.ordered"},
     {ActKind::delivered, "rectification.delivered"},
     {ActKind::reported, "rectification.reported"},
     {ActKind::objected, "rectification.objected"},
     {ActKind::extensionRequested, "rectification.extension_requested"},
     {ActKind::extended, "rectification.extended"},
     {ActKind::extensionRefused, "rectification.extension_refused"},
     {ActKind::verified, "rectification.verified"},
     {ActKind::rejected, "rectification.rejected"},
     {ActKind::withdrawn, "rectification.withdrawn"},
     {ActKind::handedOver, "rectification.handed_over"},
     {ActKind::ended, "rectification.ended"}}};
constexpr std::array<std::pair<DeliveryWay, std::string_view>, 4> kWays{{{DeliveryWay::inPerson, "in_person"},
                                                                         {DeliveryWay::refused, "refused"},
                                                                         {DeliveryWay::post, "post"},
                                                                         {DeliveryWay::electronic, "electronic"}}};

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

// What each act must say of a finding, beside its number.
struct Wanted {
    const char* text;  // the member that holds the text; null: none
    bool textNeeded;
    const char* day;  // the member that holds the day; null: none
    bool dayNeeded;
};

Wanted wantedOf(ActKind kind) {
    switch (kind) {
        case ActKind::ordered:
            return {"facts", true, "due", true};
        case ActKind::reported:
            return {"done", true, "day", false};
        case ActKind::extensionRequested:
            return {"reason", true, "until", true};
        case ActKind::extended:
            return {"remark", false, "until", true};
        case ActKind::rejected:
            return {"reason", true, "due", true};
        case ActKind::delivered:
        case ActKind::verified:
            return {"remark", false, nullptr, false};
        case ActKind::objected:
        case ActKind::extensionRefused:
        case ActKind::withdrawn:
        case ActKind::handedOver:
        case ActKind::ended:
            return {"reason", true, nullptr, false};
    }
    return {};
}

Result<std::string> textMember(const json::object& object, const char* name, bool needed, const std::string& where) {
    if (!needed && !object.contains(name)) return std::string();
    auto text = textAt(object, name, where);
    if (!text) return bad(text.error().detail);
    if (needed && text->empty()) return bad("\"" + where + "." + name + "\" must not be empty");
    return text;
}

Result<ActEntry> readEntry(ActKind kind, const json::value& value, const std::string& where) {
    if (!value.is_object()) return bad("\"" + where + "\" must be an object");
    const auto& object = value.get_object();
    ActEntry out;
    auto item = textMember(object, "item", true, where);
    if (!item) return fail(item.error());
    out.item = std::move(*item);
    const auto wanted = wantedOf(kind);
    if (wanted.text) {
        auto text = textMember(object, wanted.text, wanted.textNeeded, where);
        if (!text) return fail(text.error());
        out.text = std::move(*text);
    }
    if (wanted.day && (wanted.dayNeeded || object.contains(wanted.day))) {
        out.day = parseDay(textOr(object, wanted.day));
        if (!out.day) return bad("\"" + where + "." + wanted.day + "\" must be a day, as in 2026-11-29");
    }
    if (kind != ActKind::ordered) return out;
    auto requirement = textMember(object, "requirement", true, where);
    if (!requirement) return fail(requirement.error());
    out.requirement = std::move(*requirement);
    if (const auto* clause = object.if_contains("clause")) {
        if (!clause->is_object()) return bad("\"" + where + ".clause\" must be an object");
        out.clause = clause->get_object();
    }
    return out;
}

Result<Delivery> readDelivery(const json::object& body) {
    const auto object = objectAt(body, "delivery", "body");
    if (!object) return bad(object.error().detail);
    const auto way = textOr(**object, "how");
    const auto known = std::find_if(kWays.begin(), kWays.end(), [&](const auto& one) { return one.second == way; });
    if (known == kWays.end()) return bad("\"body.delivery.how\" must be in_person, refused, post or electronic");
    Delivery out;
    out.way = known->first;
    out.name = textOr(**object, "name");
    out.witness = textOr(**object, "witness");
    out.reason = textOr(**object, "reason");
    out.tracking = textOr(**object, "tracking");
    if ((*object)->contains("signature")) {
        const auto hash = Sha256::fromHex(textOr(**object, "signature"));
        if (!hash) return bad("\"body.delivery.signature\" must be the hash of the drawn image");
        out.signature = *hash;
    }
    if (out.way == DeliveryWay::inPerson && (out.name.empty() || !out.signature))
        return bad("an order that is given in person needs \"name\" and \"signature\" of who took it");
    if (out.way == DeliveryWay::refused && (out.witness.empty() || out.reason.empty()))
        return bad("an order that nobody would take needs \"witness\" and \"reason\"");
    return out;
}

json::object deliveryJson(const Delivery& delivery) {
    json::object out{{"how", deliveryName(delivery.way)}};
    for (const auto& [name, text] :
         {std::pair{"name", &delivery.name}, std::pair{"witness", &delivery.witness},
          std::pair{"reason", &delivery.reason}, std::pair{"tracking", &delivery.tracking}}) {
        if (!text->empty()) out[name] = *text;
    }
    if (delivery.signature) out["signature"] = delivery.signature->hex();
    return out;
}

Result<void> readOrder(const json::object& body, Act& act) {
    const auto hash = Sha256::fromHex(textOr(body, "hash"));
    if (!hash) return bad("\"body.hash\" must be the line hash of the version whose findings are ordered");
    act.hash = *hash;
    const auto counted = domain::dayCountByName(textOr(body, "count"));
    if (!counted) return bad("\"body.count\": " + counted.error().detail);
    act.counted = *counted;
    for (const auto& [name, to, needed] :
         {std::tuple{"office", &act.office, true}, std::tuple{"contact", &act.contact, false},
          std::tuple{"remedies", &act.remedies, false}}) {
        auto text = textMember(body, name, needed, "body");
        if (!text) return fail(text.error());
        *to = std::move(*text);
    }
    return {};
}

Result<void> readOwnMembers(const json::object& body, Act& act) {
    if (act.kind == ActKind::ordered) {
        if (auto good = readOrder(body, act); !good) return good;
    } else {
        auto order = textMember(body, "order", act.kind != ActKind::ended, "body");
        if (!order) return fail(order.error());
        act.order = std::move(*order);
    }
    if (act.kind == ActKind::ordered || act.kind == ActKind::delivered) {
        auto delivery = readDelivery(body);
        if (!delivery) return fail(delivery.error());
        act.delivery = std::move(*delivery);
    }
    for (const auto& [name, to, needed] :
         {std::tuple{"about", &act.about, act.kind == ActKind::extended || act.kind == ActKind::extensionRefused},
          std::tuple{"inspection", &act.inspection, false}, std::tuple{"to", &act.to, act.kind == ActKind::handedOver},
          std::tuple{"why", &act.why, false}}) {
        auto text = textMember(body, name, needed, "body");
        if (!text) return fail(text.error());
        *to = std::move(*text);
    }
    if (act.kind == ActKind::ended && act.why != "closed_down" && act.why != "unreachable")
        return bad("\"body.why\" must be closed_down or unreachable");
    return {};
}

}  // namespace

std::optional<ActKind> actKindOf(std::string_view type) {
    for (const auto& [kind, name] : kTypes) {
        if (name == type) return kind;
    }
    return std::nullopt;
}

std::string_view typeOf(ActKind kind) {
    return kTypes[static_cast<std::size_t>(kind)].second;
}

std::string_view deliveryName(DeliveryWay way) {
    return kWays[static_cast<std::size_t>(way)].second;
}

Result<Act> readAct(ActKind kind, const json::object& body) {
    Act act;
    act.kind = kind;
    auto of = textMember(body, "of", true, "body");
    if (!of) return fail(of.error());
    act.of = std::move(*of);
    if (auto good = readOwnMembers(body, act); !good) return fail(good.error());
    const auto findings = arrayAt(body, "findings", "body");
    if (!findings) return bad(findings.error().detail);
    if ((*findings)->empty()) return bad("\"body.findings\" must name one finding at least");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < (*findings)->size(); ++i) {
        const std::string where = "body.findings[" + std::to_string(i) + "]";
        auto entry = readEntry(kind, (**findings)[i], where);
        if (!entry) return fail(entry.error());
        if (!seen.insert(entry->item).second)
            return bad("\"" + where + "\" names item " + entry->item.substr(0, 80) + " a second time");
        act.entries.push_back(std::move(*entry));
    }
    return act;
}

json::object toBody(const Act& act) {
    json::object out{{"of", act.of}};
    if (act.hash) out["hash"] = act.hash->hex();
    for (const auto& [name, text] :
         {std::pair{"order", &act.order}, std::pair{"about", &act.about}, std::pair{"office", &act.office},
          std::pair{"contact", &act.contact}, std::pair{"remedies", &act.remedies},
          std::pair{"inspection", &act.inspection}, std::pair{"to", &act.to}, std::pair{"why", &act.why}}) {
        if (!text->empty()) out[name] = *text;
    }
    if (act.kind == ActKind::ordered) out["count"] = domain::dayCountName(act.counted);
    if (act.delivery) out["delivery"] = deliveryJson(*act.delivery);
    const auto wanted = wantedOf(act.kind);
    json::array findings;
    for (const auto& entry : act.entries) {
        json::object one{{"item", entry.item}};
        if (wanted.text && !entry.text.empty()) one[wanted.text] = entry.text;
        if (!entry.requirement.empty()) one["requirement"] = entry.requirement;
        if (wanted.day && entry.day) one[wanted.day] = dayText(*entry.day);
        if (!entry.clause.empty()) one["clause"] = entry.clause;
        findings.push_back(std::move(one));
    }
    out["findings"] = std::move(findings);
    return out;
}

std::string orderNumber(std::string_view region, const Instant& at, std::string_view kid, std::uint64_t seq) {
    static constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's 32
    const auto hash = crypto::sha256(kid);
    std::uint32_t bits = 0;
    for (int i = 0; i < 4; ++i) bits = bits << 8 | hash.bytes[static_cast<std::size_t>(i)];
    std::string code;
    for (int i = 0; i < 6; ++i) code += kLetters[bits >> (27 - 5 * i) & 31U];
    return std::string(region) + "-" + dayText(dayOf(at)).substr(0, 4) + "-" + code + "-" + std::to_string(seq);
}

}  // namespace plumb::records
