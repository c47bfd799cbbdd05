#include <algorithm>

#include "shared/domain/regions.h"
#include "tools/province/acts.h"
#include "tools/province/cases.h"
#include "tools/province/submission.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;
using records::ActKind;
using records::DeliveryWay;

records::ActEntry entryFor(const World& world, const Visit& visit, const records::Finding& finding, int days) {
    const auto today = localDay(world.timeline.now());
    records::ActEntry entry;
    entry.item = finding.item;
    entry.text = finding.text;
    const auto& item = *visit.book->document->item(finding.item);
    entry.requirement = "改正，做到：" + std::string(item.text.in("zh")) + "。";
    entry.day = domain::builtinWorkingCalendar().deadline(today, days, domain::DayCount::working).day;
    if (!item.standards.empty()) {
        const auto& standard = item.standards.front();
        entry.clause = {{"standard", standard.ref},
                        {"force", standard.force == checklist::Force::mandatory ? "mandatory" : "recommended"}};
        if (!standard.clause.empty()) entry.clause["clause"] = standard.clause;
    }
    return entry;
}

// Within 5, 10 or 15 working days, by the gravest of them.
int daysFor(const std::vector<records::Finding>& findings) {
    const auto graver = [&](const char* severity) {
        return std::any_of(findings.begin(), findings.end(), [&](const auto& one) { return one.severity == severity; });
    };
    return graver("critical") ? 5 : graver("major") ? 10 : 15;
}

records::Delivery deliveryOf(World& world, Visit& visit, Member& officer, bool there, Random& random,
                             std::vector<record::FileRef>& files) {
    records::Delivery out;
    if (!there) {
        out.way = random.chance(0.55) ? DeliveryWay::electronic : DeliveryWay::post;
        if (out.way == DeliveryWay::post)
            out.tracking = "EMS 10" + std::to_string(random.between(10'000'000, 99'999'999)) + "CN";
        return out;
    }
    if (random.chance(0.05)) {
        out.way = DeliveryWay::refused;
        out.reason = "不认可期限，拒绝签收";
        out.witness = "村委会见证人 马生财";
        return out;
    }
    out.name = visit.site->quality;
    const auto drawn =
        officer.device.attach(PhotoRoll::signature(world.random("hand " + out.name)), "image/png", "signature");
    out.signature = drawn.sha256;
    files.push_back(drawn);
    return out;
}

// What was sent arrives some days later. By post the bureau has the receipt; electronically the enterprise acknowledges
// it.
void planDelivery(World& world, Visit& visit, const std::string& id, const records::Delivery& delivery) {
    auto random = world.random("delivery " + id);
    world.timeline.plan(
        inOfficeDays(world, static_cast<int>(random.between(2, 5)), random), [&world, &visit, id, delivery] {
            const auto people = world.enterprises.find(visit.site->site.id);
            const bool acknowledged = delivery.way == DeliveryWay::electronic && people != world.enterprises.end();
            auto& member = acknowledged ? *people->second.front() : officerOf(world, visit, true);
            Matter whole;
            whole.order = id;
            for (const auto& matter : world.matters)
                if (matter.order == id) whole.items.insert(whole.items.end(), matter.items.begin(), matter.items.end());
            auto act = actAbout(whole, ActKind::delivered);
            act.delivery = delivery;
            signAct(world, member, visit, std::move(act));
            for (auto& matter : world.matters)
                if (matter.order == id) planResponse(world, matter);
        });
}

// One order for all of `findings`; they go their ways in up to three groups.
void order(World& world, Visit& visit, Member& officer, const std::vector<records::Finding>& findings, bool there) {
    auto random = world.random("order " + visit.id);
    std::vector<record::FileRef> files;
    records::Act act;
    act.kind = ActKind::ordered;
    act.hash = visit.newest;
    act.counted = domain::DayCount::working;
    const auto& regions = domain::builtinRegions();
    act.office = regions.fullName(visit.site->site.region) + "市场监督管理局（示例）";
    act.contact = officer.person.name + "，0930-0000000";
    act.remedies = "可在六十日内申请行政复议，或在六个月内提起行政诉讼。";
    const int days = daysFor(findings);
    const auto counted =
        domain::builtinWorkingCalendar().deadline(localDay(world.timeline.now()), days, domain::DayCount::working);
    act.counted = counted.counted;
    for (const auto& finding : findings) act.entries.push_back(entryFor(world, visit, finding, days));
    act.delivery = deliveryOf(world, visit, officer, there, random, files);
    const auto delivery = *act.delivery;
    const auto said = signAct(world, officer, visit, std::move(act), std::move(files));
    visit.ordered = true;
    const std::size_t groups = findings.size() < 3 ? 1 : random.chance(0.55) ? 2 : 3;
    for (std::size_t group = 0; group < groups; ++group) {
        auto& matter = world.matters.emplace_back();
        matter.visit = &visit;
        matter.order = said.id;
        matter.name = said.id + " " + std::to_string(group);
        matter.due = counted.day;
        for (std::size_t i = group; i < findings.size(); i += groups) matter.items.push_back(findings[i].item);
        visit.open += static_cast<int>(matter.items.size());
        if (delivery.atOnce()) planResponse(world, matter);
    }
    if (!delivery.atOnce()) planDelivery(world, visit, said.id, delivery);
}

std::vector<records::Finding> withoutOrder(const Visit& visit) {
    std::vector<records::Finding> out;
    for (const auto& finding : visit.filled.body.findings)
        if (!finding.corrected) out.push_back(finding);
    return out;
}

void planArchiving(World& world, Visit& visit) {
    auto random = world.random("archive " + visit.id);
    world.timeline.plan(inOfficeDays(world, static_cast<int>(random.between(25, 70)), random), [&world, &visit] {
        // Later, when something is still open.
        if (visit.open > 0) return planArchiving(world, visit);
        records::Act act;
        act.kind = ActKind::archived;
        act.term = visit.ordered ? "30" : "10";
        signAct(world, officerOf(world, visit, true), visit, std::move(act));
    });
}

}  // namespace

void correctOnTheSpot(World& world, Visit& visit, Random& random) {
    static constexpr std::string_view kDone[] = {"当场补齐并由负责人签字确认", "当场清理，分类存放",
                                                 "当场更换标签并登记", "当场上锁，钥匙交专人保管"};
    for (auto& finding : visit.filled.body.findings) {
        if (finding.severity != "minor" || !random.chance(0.3)) continue;
        const auto before = photograph(world, visit, finding.item, random).sha256;
        const auto after = photograph(world, visit, finding.item, random).sha256;
        finding.corrected = records::Corrected{std::string(random.pick(kDone)), {before}, {after}};
        finding.due.clear();
    }
}

void orderOnTheSpot(World& world, Visit& visit) {
    auto random = world.random("on the spot " + visit.id);
    const auto findings = withoutOrder(visit);
    if (findings.empty() || !random.chance(0.3)) return;
    world.timeline.plan(world.timeline.now() + chrono::minutes(9), [&world, &visit] {
        if (!visit.ordered && visit.inspector->until.empty())
            order(world, visit, *visit.inspector, withoutOrder(visit), true);
    });
}

void goOnAfterAcceptance(World& world, Visit& visit) {
    auto random = world.random("after acceptance " + visit.id);
    planArchiving(world, visit);
    const auto findings = withoutOrder(visit);
    if (visit.ordered || findings.empty()) return;
    visit.open += 1;  // nothing is filed away before there was an order
    world.timeline.plan(inOfficeDays(world, static_cast<int>(random.between(1, 5)), random), [&world, &visit, findings,
                                                                                              random]() mutable {
        visit.open -= 1;
        order(world, visit, officerOf(world, visit, random.chance(0.6)), findings, random.chance(0.35));
    });
}

}  // namespace plumb::province
