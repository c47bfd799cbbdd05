#include "tools/province/acts.h"

#include <algorithm>

#include "tools/province/submission.h"

namespace plumb::province {

Device::Said signAct(World& world, Member& member, const Visit& visit, records::Act act,
                     std::vector<record::FileRef> files) {
    const std::string type(records::typeOf(act.kind));
    act.of = visit.id;
    const auto said =
        world.say(member, {type, visit.site->site.id, visit.site->site.region, records::toBody(act), std::move(files)});
    world.send(member);
    return said;
}

records::Act actAbout(const Matter& matter, records::ActKind kind, const std::string& text, std::optional<Day> day) {
    records::Act act;
    act.kind = kind;
    act.order = matter.order;
    for (const auto& item : matter.items) {
        records::ActEntry entry;
        entry.item = item;
        entry.text = text;
        entry.day = day;
        act.entries.push_back(std::move(entry));
    }
    return act;
}

std::vector<record::FileRef> photosAfter(World& world, Member& member, const Matter& matter, Random& random) {
    const auto& visit = *matter.visit;
    std::vector<record::FileRef> out;
    for (const auto& item : matter.items) {
        const auto taken = world.timeline.now() - std::chrono::minutes(random.between(20, 1500));
        const auto content =
            world.roll.take(random.pick(scenesOf(visit, item)), {taken, kZone},
                            *visit.site->site.latitude + random.between(-0.001, 0.001),
                            *visit.site->site.longitude + random.between(-0.001, 0.001), visit.site->altitude, random);
        out.push_back(member.device.attach(content, "image/jpeg", "evidence", item));
    }
    return out;
}

Member& officerOf(World& world, const Visit& visit, bool supervisor) {
    if (!supervisor && visit.inspector->until.empty()) return *visit.inspector;
    return *world.staff(domain::Role::supervisor, visit.site->site.region).front();
}

TimePoint inOfficeDays(const World& world, int days, Random& random) {
    const auto day = officeDayAfter(localDay(world.timeline.now()), std::max(1, days));
    return atTime(day, static_cast<int>(random.between(9, 16)), static_cast<int>(random.below(60)),
                  static_cast<int>(random.below(60)));
}

}  // namespace plumb::province
