#include "tools/province/panels.h"

#include <algorithm>
#include <memory>

#include "shared/records/panel/panel.h"

namespace plumb::province {
namespace {

constexpr int kExperts = 3;
constexpr std::int64_t kThousandths = 1000;

struct Criterion {
    const char *id, *zh, *en;
    std::int64_t points;
};
constexpr Criterion kCriteria[] = {{"results", "建设成效", "Results", 40},
                                   {"system", "标准体系", "System of standards", 35},
                                   {"files", "档案资料", "Files", 25}};
constexpr const char* kOpinions[] = {"标准体系完整，示范面积达到要求。", "档案齐全，带动农户的数据还要补充。",
                                     "建设成效明显，个别标准未及时更新。"};

// Who may score it: staff of the place, each once, neither who made the inspection nor who asks.
std::vector<Member*> expertsFor(World& world, const Visit& visit, const Member& head) {
    std::vector<Member*> out;
    for (const auto role : {domain::Role::auditor, domain::Role::supervisor, domain::Role::inspector}) {
        for (auto* member : world.staff(role, visit.site->site.region)) {
            const auto& id = member->person.id;
            if (member == world.intake) continue;  // a key of the server, and nobody
            const bool known =
                std::any_of(out.begin(), out.end(), [&](const auto* other) { return other->person.id == id; });
            if (!known && id != visit.inspector->person.id && id != head.person.id &&
                static_cast<int>(out.size()) < kExperts)
                out.push_back(member);
        }
    }
    return out;
}

// The next accepted inspection of a site that counts for a programme.
const Visit* nextVisit(const World& world, std::size_t& from) {
    while (from < world.visits.size()) {
        const auto& visit = world.visits[from++];
        if (!visit.self && visit.accepted && !visit.site->programmeId.empty()) return &visit;
    }
    return nullptr;
}

void score(World& world, Member& expert, const std::string& panel, const Visit& visit, Random& random) {
    records::PanelScored sheet{panel, expert.person.id, {}, random.pick(kOpinions)};
    for (const auto& one : kCriteria)
        sheet.points.push_back({one.id, random.whole(one.points * 7 / 10 * 2, one.points * 2) * kThousandths / 2});
    world.say(expert, {std::string(records::kPanelScored), visit.site->site.id, visit.site->site.region,
                       records::toBody(sheet)});
    world.send(expert);
}

// `handIn`: how many of them do. False: there are not enough of them for this place.
bool convene(World& world, const Visit& visit, int handIn, Random& random) {
    const auto heads = world.staff(domain::Role::supervisor, visit.site->site.region);
    if (heads.empty()) return false;
    auto& head = *heads.front();
    const auto experts = expertsFor(world, visit, head);
    if (static_cast<int>(experts.size()) < kExperts) return false;
    records::Panel panel;
    panel.of = visit.id;
    panel.programme = visit.site->programmeId;
    panel.rule = panelRule();
    for (const auto* expert : experts) panel.experts.push_back(expert->person.id);
    panel.until = localDay(world.timeline.now()) + std::chrono::days(20);
    panel.person = head.person.id;
    const auto said = world.say(head, {std::string(records::kPanelAssigned), visit.site->site.id,
                                       visit.site->site.region, records::toBody(panel)});
    world.send(head);
    for (int i = 0; i < handIn; ++i) score(world, *experts[static_cast<std::size_t>(i)], said.id, visit, random);
    return true;
}

}  // namespace

records::PanelRule panelRule() {
    records::PanelRule out;
    out.experts = kExperts;
    out.least = 2;
    out.dropHighest = out.dropLowest = 1;
    out.dropFrom = kExperts;
    out.limit = 15 * kThousandths;
    for (const auto& one : kCriteria) {
        checklist::LocalText title;
        title.add("zh", one.zh);
        title.add("en", one.en);
        out.criteria.push_back({one.id, std::move(title), one.points * kThousandths});
    }
    return out;
}

void planPanels(World& world) {
    const auto from = std::make_shared<std::size_t>(0);
    const std::pair<int, int> kPanels[] = {{330, kExperts}, {340, kExperts}, {350, 1}};
    for (const auto& [day, handIn] : kPanels) {
        world.onOfficeDay(day, "panel " + std::to_string(day), [&world, from, handIn = handIn](Random& own) {
            const auto* visit = nextVisit(world, *from);
            while (visit && !convene(world, *visit, handIn, own)) visit = nextVisit(world, *from);
        });
    }
}

}  // namespace plumb::province
