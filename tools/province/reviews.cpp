#include "tools/province/reviews.h"

#include <algorithm>

#include "shared/records/review/assignment.h"
#include "shared/records/review/body.h"
#include "tools/province/cases.h"
#include "tools/province/publishing.h"
#include "tools/province/submission.h"
#include "tools/province/threads.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;

constexpr std::string_view kWishes[] = {"照片只拍到半页，看不到日期，请补全页。", "请说明判定依据，并写明位置。",
                                        "数量与台账不一致，请核对后说明。", "请补一张全景照片。",
                                        "整改期限与情节不相称，请说明。"};
constexpr std::string_view kReturned[] = {"请按各项意见补充后重新提交。", "事实写得不够具体，请补充时间、地点、数量。",
                                          "证据不足以支持判定，请补充。"};
constexpr std::string_view kAccepted[] = {"同意。", "事实清楚，同意。", "同意，按期复查。", "材料齐全，同意。", "", "",
                                          ""};

// The items that a careful reader would ask about: those that failed, else those with photos.
std::vector<std::string> questionable(const Visit& visit) {
    std::vector<std::string> out;
    for (const auto& finding : visit.filled.body.findings) out.push_back(finding.item);
    if (out.empty())
        for (const auto& [item, count] : visit.filled.photos) out.push_back(item);
    return out;
}

void goOnAccepted(World& world, Visit& visit);
void planSecond(World& world, Visit& visit, Member& first, int round);

void planAmendment(World& world, Visit& visit, std::vector<std::string> items, int round) {
    auto random = world.random("amend " + visit.id + " " + std::to_string(round));
    const auto day = officeDayAfter(localDay(world.timeline.now()), static_cast<int>(random.between(1, 7)));
    world.timeline.plan(atTime(day, 17, 10) + chrono::seconds(random.between(0, 5400)), [&world, &visit, items, round] {
        auto fresh = world.random("amendment " + visit.id + " " + std::to_string(round));
        // A key that was lost with its tablet amends nothing; its record stays returned.
        if (!visit.inspector->until.empty()) return;
        static constexpr std::string_view kReasons[] = {"按审核意见补拍全页照片并说明", "补充判定依据",
                                                        "补充位置与数量"};
        signAmendment(world, visit, std::string(fresh.pick(kReasons)), items, fresh);
        world.send(*visit.inspector);
        planReview(world, visit, world.timeline.now());
    });
}

void review(World& world, Visit& visit, Member& supervisor, int round) {
    auto random = world.random("review " + visit.id + " " + std::to_string(round));
    auto items = questionable(visit);
    const double returns =
        round > 0 ? 0.07 : 0.06 + 0.14 * supervisor.person.strict + (visit.filled.body.findings.size() > 3 ? 0.06 : 0);
    records::ReviewBody body{visit.id, visit.newest, {}, {}, {}, supervisor.person.id};
    const bool returned = !items.empty() && random.chance(returns);
    if (returned) {
        while (items.size() > 3 || (items.size() > 1 && random.chance(0.4)))
            items.erase(items.begin() + static_cast<long>(random.below(items.size())));
        body.comment = random.pick(kReturned);
        for (const auto& item : items) body.items.push_back({item, std::string(random.pick(kWishes))});
    } else {
        body.comment = random.pick(kAccepted);
    }
    world.say(supervisor, {returned ? "review.returned" : "review.accepted", visit.site->site.id,
                           visit.site->site.region, records::toBody(body)});
    world.send(supervisor);
    if (returned) return planAmendment(world, visit, std::move(items), round);
    if (!visit.filled.body.score.vetoes.empty()) return planSecond(world, visit, supervisor, round);
    goOnAccepted(world, visit);
}

void goOnAccepted(World& world, Visit& visit) {
    visit.accepted = true;
    if (!visit.self) planPublication(world, visit);
    // A re-check opens no case: nothing is ordered of it, and it is filed with the inspection that was ordered.
    const bool opensCase = !visit.self && visit.filled.body.order.empty();
    if (opensCase) goOnAfterAcceptance(world, visit);
}

// An item with a veto failed: another supervisor reads it, too, on one of the next days, and mostly agrees.
void planSecond(World& world, Visit& visit, Member& first, int round) {
    auto random = world.random("second " + visit.id + " " + std::to_string(round));
    const auto day = officeDayAfter(localDay(world.timeline.now()), static_cast<int>(random.between(1, 3)));
    const bool agrees = random.chance(0.9);
    static constexpr std::string_view kWords[] = {"复核无误，同意。", "否决项事实清楚，同意。", ""};
    const auto words = std::string(random.pick(kWords));
    world.timeline.plan(atTime(day, 10, 0) + chrono::milliseconds(random.between(0, 5'000'000)),
                        [&world, &visit, &first, agrees, words, round] {
                            for (auto* second : world.staff(domain::Role::supervisor, visit.site->site.region)) {
                                if (second == &first) continue;
                                records::ReviewBody body{visit.id, visit.newest, words, {}, {}, second->person.id};
                                auto items = questionable(visit);
                                if (!agrees) {
                                    body.comment = kReturned[0];
                                    items.resize(std::min<std::size_t>(items.size(), 1));
                                    for (const auto& item : items)
                                        body.items.push_back({item, std::string(kWishes[1])});
                                }
                                world.say(*second, {agrees ? "review.accepted" : "review.returned", visit.site->site.id,
                                                    visit.site->site.region, records::toBody(body)});
                                world.send(*second);
                                return agrees ? goOnAccepted(world, visit)
                                              : planAmendment(world, visit, std::move(items), round);
                            }
                        });
}

// Some of what comes in is given to who is to review it, the morning before anybody does.
void planAssignment(World& world, Visit& visit, Member& giver, Member& reviewer) {
    auto random = world.random("given " + visit.id);
    if (!random.chance(0.3)) return;
    static constexpr std::string_view kNotes[] = {"", "", "请重点看否决项和照片。", "与上次检查对照着看。"};
    const auto note = std::string(random.pick(kNotes));
    const auto day = officeDayAfter(localDay(world.timeline.now()), 1);
    world.timeline.plan(
        atTime(day, 8, 20) + chrono::milliseconds(random.between(0, 1'200'000)),
        [&world, &visit, &giver, &reviewer, note] {
            world.say(giver, {std::string(records::kReviewAssigned), visit.site->site.id, visit.site->site.region,
                              records::toBody(records::ReviewAssignment{visit.id, reviewer.person.id, note})});
            world.send(giver);
        });
}

}  // namespace

void planReview(World& world, Visit& visit, TimePoint sent) {
    const int round = visit.rounds++;
    auto random = world.random("desk " + visit.id + " " + std::to_string(round));
    world.timeline.plan(sent + chrono::seconds(1), [&world, &visit, round, random]() mutable {
        const auto desks = world.staff(domain::Role::supervisor, visit.site->site.region);
        auto& supervisor = *desks[desks.size() > 1 && random.chance(0.2) ? 1 : 0];
        if (round == 0) planAssignment(world, visit, *desks.front(), supervisor);
        if (round == 0 && !visit.self) planThread(world, visit, supervisor);
        const double slow = 0.5 + supervisor.person.slow;
        const auto day = officeDayAfter(localDay(world.timeline.now()),
                                        std::max(1, static_cast<int>(16 * slow * random.unit() * random.unit() + 0.6)));
        world.timeline.plan(
            atTime(day, random.chance(0.55) ? 9 : 15, 0) + chrono::milliseconds(random.between(0, 8'000'000)),
            [&world, &visit, &supervisor, round] { review(world, visit, supervisor, round); });
    });
}

}  // namespace plumb::province
