#include "shared/records/rectification/act.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/crypto/hash.h"
#include "shared/records/body_reader.h"
#include "shared/records/evidence/signed_place.h"

namespace plumb::records {
namespace {

constexpr std::array<std::pair<ActKind, std::string_view>, 13> kTypes{
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
     {ActKind::ended, "rectification.ended"},
     {ActKind::archived, "rectification.archived"}}};
constexpr std::array<std::pair<DeliveryWay, std::string_view>, 4> kWays{{{DeliveryWay::inPerson, "in_person"},
                                                                         {DeliveryWay::refused, "refused"},
                                                                         {DeliveryWay::post, "post"},
                                                                         {DeliveryWay::electronic, "electronic"}}};

// What each act says of a finding, beside its item: the members that hold the text and the day; null: none.
struct Wanted {
    const char* text;
    bool textNeeded;
    const char* day;
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
        case ActKind::archived:
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

ActEntry entryFrom(BodyReader& read, ActKind kind) {
    ActEntry out;
    out.item = read.text("item");
    const auto wanted = wantedOf(kind);
    if (wanted.text) out.text = wanted.textNeeded ? read.text(wanted.text) : read.textIf(wanted.text);
    if (wanted.day && (wanted.dayNeeded || read.members().contains(wanted.day))) out.day = read.day(wanted.day);
    if (kind == ActKind::reported) out.late = read.textIf("late");
    if (kind != ActKind::ordered) return out;
    out.requirement = read.text("requirement");
    (void)read.objectIf("clause", [&](BodyReader& clause) { out.clause = clause.members(); });
    return out;
}

Delivery deliveryFrom(BodyReader& read) {
    Delivery out;
    const auto way = read.text("how");
    const auto known = std::find_if(kWays.begin(), kWays.end(), [&](const auto& one) { return one.second == way; });
    if (known == kWays.end())
        read.fault("how", "must be in_person, refused, post or electronic");
    else
        out.way = known->first;
    out.name = read.textIf("name");
    out.witness = read.textIf("witness");
    out.reason = read.textIf("reason");
    out.tracking = read.textIf("tracking");
    out.signature = read.hashIf("signature");
    if (out.way == DeliveryWay::inPerson && out.name.empty()) read.fault("name", "must say who took the order");
    if (out.way == DeliveryWay::inPerson && !out.signature)
        read.fault("signature", "must be the hash of what was drawn by who took the order");
    if (out.way == DeliveryWay::refused && out.witness.empty())
        read.fault("witness", "must say who saw that the order was not taken");
    if (out.way == DeliveryWay::refused && out.reason.empty())
        read.fault("reason", "must say why the order was not taken");
    return out;
}

json::object toJson(const Delivery& delivery) {
    json::object out{{"how", deliveryName(delivery.way)}};
    for (const auto& [name, text] :
         {std::pair{"name", &delivery.name}, std::pair{"witness", &delivery.witness},
          std::pair{"reason", &delivery.reason}, std::pair{"tracking", &delivery.tracking}}) {
        if (!text->empty()) out[name] = *text;
    }
    if (delivery.signature) out["signature"] = delivery.signature->hex();
    return out;
}

void readOrder(BodyReader& read, Act& act) {
    act.hash = read.hash("hash");
    const auto counted = domain::dayCountByName(read.text("count"));
    if (counted)
        act.counted = *counted;
    else
        read.fault("count", "must be working or calendar");
    act.office = read.text("office");
    act.contact = read.textIf("contact");
    act.remedies = read.textIf("remedies");
}

void readOwnMembers(BodyReader& read, Act& act) {
    const auto is = [&](std::initializer_list<ActKind> kinds) {
        return std::find(kinds.begin(), kinds.end(), act.kind) != kinds.end();
    };
    const auto idIf = [&](const char* name) {
        return read.members().contains(name) ? read.recordId(name) : std::string();
    };
    if (act.kind == ActKind::ordered)
        readOrder(read, act);
    else
        act.order = is({ActKind::ended, ActKind::archived}) ? idIf("order") : read.recordId("order");
    if (is({ActKind::ordered, ActKind::delivered}))
        (void)read.object("delivery", [&](BodyReader& delivery) { act.delivery = deliveryFrom(delivery); });
    act.about = is({ActKind::extended, ActKind::extensionRefused}) ? read.recordId("about") : idIf("about");
    act.inspection = idIf("inspection");
    if (act.kind == ActKind::handedOver) act.to = read.text("to");
    if (act.kind == ActKind::ended) {
        act.why = read.text("why");
        if (act.why != "closed_down" && act.why != "unreachable")
            read.fault("why", "must be closed_down or unreachable");
    }
    if (act.kind == ActKind::archived) {
        act.term = read.text("term");
        if (act.term != "permanent" && act.term != "30" && act.term != "10")
            read.fault("term", "must be permanent, 30 or 10");
    }
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
    BodyReader read(body);
    Act act;
    act.kind = kind;
    act.of = read.recordId("of");
    readOwnMembers(read, act);
    std::set<std::string> seen;
    (void)read.eachIf("findings", [&](BodyReader& finding) {
        act.entries.push_back(entryFrom(finding, kind));
        if (!seen.insert(act.entries.back().item).second) finding.fault("item", "names a finding a second time");
    });
    act.place = whereaboutsFrom(read, kPlaceMember);
    const bool whole = kind == ActKind::archived;
    if (act.entries.empty() != whole)
        read.fault("findings", whole ? "must not be there: a case is archived as a whole" : "must name one at least");
    if (auto good = read.done(); !good) return fail(good.error());
    return act;
}

json::object toBody(const Act& act) {
    json::object out{{"of", act.of}};
    if (act.hash) out["hash"] = act.hash->hex();
    for (const auto& [name, text] :
         {std::pair{"order", &act.order}, std::pair{"about", &act.about}, std::pair{"office", &act.office},
          std::pair{"contact", &act.contact}, std::pair{"remedies", &act.remedies},
          std::pair{"inspection", &act.inspection}, std::pair{"to", &act.to}, std::pair{"why", &act.why},
          std::pair{"term", &act.term}}) {
        if (!text->empty()) out[name] = *text;
    }
    if (act.kind == ActKind::ordered) out["count"] = domain::dayCountName(act.counted);
    if (act.delivery) out["delivery"] = toJson(*act.delivery);
    if (act.place) out[kPlaceMember] = domain::toJson(*act.place);
    if (act.kind == ActKind::archived) return out;
    const auto wanted = wantedOf(act.kind);
    json::array findings;
    for (const auto& entry : act.entries) {
        json::object one{{"item", entry.item}};
        if (wanted.text && !entry.text.empty()) one[wanted.text] = entry.text;
        if (!entry.requirement.empty()) one["requirement"] = entry.requirement;
        if (!entry.late.empty()) one["late"] = entry.late;
        if (wanted.day && entry.day) one[wanted.day] = dayText(*entry.day);
        if (!entry.clause.empty()) one["clause"] = entry.clause;
        findings.push_back(std::move(one));
    }
    out["findings"] = std::move(findings);
    return out;
}

Result<void> checkDoneDay(const record::Payload& payload) {
    if (payload.type != typeOf(ActKind::reported)) return {};
    const auto act = readAct(ActKind::reported, payload.body);
    if (!act) return fail(act.error());
    const Day latest = dayOf(Instant{record::correctedAt(payload) + record::kClocksDiffer, payload.at.offset});
    for (const auto& entry : act->entries) {
        if (!entry.day || *entry.day <= latest) continue;
        return fail(ErrorKind::malformed, "done_ahead",
                    "item " + entry.item + " was put right on " + dayText(*entry.day) + ", says a report of " +
                        dayText(dayOf(payload.at)) + ": what is not done yet is not reported");
    }
    return {};
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
