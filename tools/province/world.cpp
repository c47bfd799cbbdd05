#include "tools/province/world.h"

#include <algorithm>

#include "tools/province/assessments.h"
#include "tools/province/founding.h"
#include "tools/province/panels.h"
#include "tools/province/plans.h"
#include "tools/province/visits.h"
#include "tools/province/voices.h"

namespace plumb::province {
namespace {

constexpr std::chrono::days kYear{365};
constexpr std::size_t kPicturesOfScene = 8;

std::size_t digitsOf(const Member& member) {
    std::size_t out = 0;
    for (const auto& grant : member.person.grants)
        for (const auto& region : grant.regions) out = std::max(out, region.size());
    return out;
}

}  // namespace

World::World(WorldOptions given)
    : options(std::move(given)),
      timeline(atTime(options.today - kYear, 9, 0), atTime(options.today, 0, 0)),
      deployment(options.server, timeline.now()),
      roll(options.seed, kPicturesOfScene),
      sites(makeSites(options.seed, options.sites)) {
    for (const char* checklist : {"6a", "6b", "c1", "c2", "c3", "c4", "c5"})
        books[checklist] = loadAnswerBook(checklist);
}

double World::shareOfYear() const {
    return std::chrono::duration<double>(timeline.now() - (timeline.end() - kYear)).count() /
           std::chrono::duration<double>(kYear).count();
}

void World::send(Member& member) {
    deployment.setTime(timeline.now());
    deployment.sync(member.device);
}

void World::onOfficeDay(int days, const std::string& name, const std::function<void(Random&)>& event) {
    auto chance = random(name);
    const auto at = atTime(officeDayAfter(localDay(timeline.now()) + std::chrono::days(days), 1),
                           9 + static_cast<int>(chance.below(8)), static_cast<int>(chance.below(60)),
                           static_cast<int>(chance.below(60)));
    timeline.plan(at, [event, chance]() mutable { event(chance); });
}

void World::sendAt(TimePoint at, Member& member) {
    timeline.plan(at, [this, &member] { send(member); });
}

std::vector<Member*> World::staff(domain::Role role, const std::string& region) {
    std::vector<Member*> out;
    for (auto& member : members) {
        const bool fits =
            std::any_of(member.person.grants.begin(), member.person.grants.end(),
                        [&](const domain::Grant& grant) { return grant.role == role && grant.covers(region); });
        const auto now = timeline.now();
        const bool there = member.since <= now && std::none_of(member.until.begin(), member.until.end(),
                                                               [&](TimePoint end) { return end <= now; });
        if (fits && there) out.push_back(&member);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Member* a, const Member* b) { return digitsOf(*a) > digitsOf(*b); });
    return out;
}

std::string spotOf(const Visit& visit, const std::string& item) {
    return visit.site->site.id + "/" + visit.book->document->id + "/" + item;
}

void live(World& world) {
    found(world);
    planVisits(world);
    planAssessments(world);
    planVoices(world);
    planPanels(world);
    planPlans(world);
    world.timeline.run();
}

}  // namespace plumb::province
