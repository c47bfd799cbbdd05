#include "tools/province/submission.h"

#include <algorithm>

#include "shared/store/draft_audit_trail.h"

namespace plumb::province {
namespace {

void say(World& world, Visit& visit, const char* what, const std::string& of, const std::string& reason) {
    const std::string type = std::string(visit.self ? "assessment." : "inspection.") + what;
    auto& device = visit.inspector->device;
    auto body = visit.filled.body;
    body.team = visit.team;
    body.party = visit.party;
    body.of = of;
    body.reason = reason;
    if (of.empty() && !visit.task.empty()) {
        body.task = visit.task;
        body.person = visit.inspector->person.id;
    } else if (of.empty() && !visit.self) {
        ++world.burden[{visit.site->site.id, yearOf(localDay(world.timeline.now()))}];
    }
    Statement statement{type, visit.site->site.id, visit.site->site.region, records::toBody(body), visit.files};
    statement.files.push_back(device.attach(visit.filled.trail.text(), store::kTrailType, store::kTrailRole));
    const auto said = world.say(*visit.inspector, std::move(statement));
    if (visit.id.empty()) visit.id = said.id;
    visit.newest = said.hash;
    visit.signedAt = world.timeline.now();
}

// What the form does not hold, and an amendment states as it was.
void carryOver(const records::InspectionBody& before, records::InspectionBody& after) {
    after.order = before.order;
    after.round = before.round;
    after.contributors = before.contributors;
    after.findings = before.findings;
}

}  // namespace

const std::vector<std::string>& scenesOf(const Visit& visit, const std::string& item) {
    const auto book = visit.book->items.find(item);
    const bool named = book != visit.book->items.end() && !book->second.scenes.empty();
    return named ? book->second.scenes : visit.site->scenes;
}

record::FileRef photographBy(World& world, Member& member, const Visit& visit, const std::string& item,
                             Random& random) {
    const auto taken = visit.request.begin +
                       std::chrono::milliseconds(random.between(0, (visit.request.end - visit.request.begin).count()));
    const auto content = world.roll.take(
        random.pick(scenesOf(visit, item)), {taken, kZone}, visit.request.latitude + random.between(-0.0012, 0.0012),
        visit.request.longitude + random.between(-0.0012, 0.0012), visit.site->altitude, random);
    return member.device.attach(content, "image/jpeg", "evidence", item);
}

const record::FileRef& photograph(World& world, Visit& visit, const std::string& item, Random& random) {
    visit.files.push_back(photographBy(world, *visit.inspector, visit, item, random));
    return visit.files.back();
}

void signSubmission(World& world, Visit& visit, Random& random) {
    if (visit.party.refusedReason.empty() && visit.party.absent.empty()) {
        const auto drawn = visit.inspector->device.attach(
            PhotoRoll::signature(world.random("hand " + visit.party.name + std::to_string(random.below(4)))),
            "image/png", "signature");
        visit.party.signature = drawn.sha256;
        visit.files.push_back(drawn);
    }
    say(world, visit, "submitted", {}, {});
}

void signAmendment(World& world, Visit& visit, const std::string& reason, const std::vector<std::string>& items,
                   Random& random) {
    auto& request = visit.request;
    request.end = world.timeline.now();
    request.begin = request.end - std::chrono::minutes(random.between(8, 25));
    auto again = fillAgain(request, visit.filled, items, random);
    carryOver(visit.filled.body, again.body);
    visit.filled = std::move(again);
    if (!items.empty()) photograph(world, visit, items.front(), random);
    say(world, visit, "amended", visit.id, reason);
}

}  // namespace plumb::province
