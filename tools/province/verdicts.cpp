// What the bureau answers: more time, objections, what was reported; and what it does where nothing comes.
#include <algorithm>

#include "tools/province/acts.h"
#include "tools/province/cases.h"
#include "tools/province/recheck.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;
using records::ActKind;

constexpr std::string_view kPassed[] = {"照片与台账核对，已改正。", "现场核对，记录齐全。", "材料齐全，通过。",
                                        "所附凭据与说明一致，通过。"};
constexpr std::string_view kRejected[] = {"照片仍看不到日期，请补拍全页。", "只改了一处，其余两处未改。",
                                          "培训签到与名册对不上。", "所附照片不是同一位置。"};
constexpr const char* kAuthority = "农业综合行政执法队（示例）";

Day newTerm(const World& world, int days) {
    return domain::builtinWorkingCalendar()
        .deadline(localDay(world.timeline.now()), days, domain::DayCount::working)
        .day;
}

void settle(World& world, Matter& matter, bool mended) {
    auto& visit = *matter.visit;
    visit.open -= static_cast<int>(matter.items.size());
    if (!mended) return;
    for (const auto& item : matter.items) world.mended.insert(spotOf(visit, item));
}

void pass(World& world, Matter& matter, Random& random) {
    auto& visit = *matter.visit;
    auto act = actAbout(matter, ActKind::verified, std::string(random.pick(kPassed)));
    auto* officer = &officerOf(world, visit, random.chance(0.35));
    if (officer == visit.inspector && random.chance(0.45) && mayCheckAgain(world, matter))
        act.inspection = checkAgain(world, matter, random);
    signAct(world, *officer, visit, std::move(act));
    settle(world, matter, true);
}

void judge(World& world, Matter& matter) {
    auto random = world.random("verdict " + matter.name + std::to_string(matter.round));
    const double goodness = goodnessAt(*matter.visit->site, world.shareOfYear());
    if (random.chance(0.66 + 0.3 * goodness)) return pass(world, matter, random);
    auto& officer = officerOf(world, *matter.visit, random.chance(0.5));
    if (matter.round >= 1 && random.chance(0.6)) {
        auto act = actAbout(matter, ActKind::handedOver, "两次报告后仍未改正，移送查处。");
        act.to = kAuthority;
        signAct(world, officer, *matter.visit, std::move(act));
        return settle(world, matter, false);
    }
    matter.due = newTerm(world, 7);
    ++matter.round;
    signAct(world, officer, *matter.visit,
            actAbout(matter, ActKind::rejected, std::string(random.pick(kRejected)), matter.due));
    planResponse(world, matter);
}

}  // namespace

void planVerdict(World& world, Matter& matter) {
    auto random = world.random("desk " + matter.report);
    world.timeline.plan(inOfficeDays(world, static_cast<int>(random.between(1, 11)), random),
                        [&world, &matter] { judge(world, matter); });
}

void planAnswerToRequest(World& world, Matter& matter, std::string request, Day asked) {
    auto random = world.random("answer " + request);
    world.timeline.plan(inOfficeDays(world, static_cast<int>(random.between(1, 3)), random), [&world, &matter, request,
                                                                                              asked, random]() mutable {
        auto& officer = officerOf(world, *matter.visit, random.chance(0.7));
        const bool granted = random.chance(0.68);
        // Holidays may have passed since it was asked for: nobody is given until a day that is over.
        if (granted)
            matter.due =
                std::max(newTerm(world, 2),
                         random.chance(0.7) ? asked : std::max(matter.due + chrono::days(3), asked - chrono::days(4)));
        auto act = granted ? actAbout(matter, ActKind::extended, "同意，不再延期。", matter.due)
                           : actAbout(matter, ActKind::extensionRefused, "可先采取临时措施，按原期限改正。");
        act.about = request;
        signAct(world, officer, *matter.visit, std::move(act));
        planResponse(world, matter);
    });
}

void planAnswerToObjection(World& world, Matter& matter) {
    auto random = world.random("hearing " + matter.report);
    world.timeline.plan(
        inOfficeDays(world, static_cast<int>(random.between(2, 7)), random), [&world, &matter, random]() mutable {
            auto& officer = officerOf(world, *matter.visit, true);
            if (random.chance(0.4)) {
                auto act = actAbout(matter, ActKind::withdrawn, "补交的材料属实，申辩成立。");
                act.about = matter.report;
                signAct(world, officer, *matter.visit, std::move(act));
                return settle(world, matter, false);
            }
            matter.due = newTerm(world, 10);
            ++matter.round;
            auto act = actAbout(matter, ActKind::rejected, "所附材料不足以改变判定，请按要求改正。", matter.due);
            act.about = matter.report;
            signAct(world, officer, *matter.visit, std::move(act));
            planResponse(world, matter);
        });
}

void planSilence(World& world, Matter& matter) {
    auto random = world.random("silence " + matter.name);
    // Most wake up long after; of some nobody is left.
    const bool gone = random.chance(0.25);
    const auto at = atTime(matter.due + chrono::days(random.between(28, 70)), 10, static_cast<int>(random.below(60)));
    world.timeline.plan(at, [&world, &matter, gone] {
        if (!gone) {
            ++matter.round;  // another throw of the dice
            return planResponse(world, matter);
        }
        auto act = actAbout(matter, ActKind::ended, "三次上门无人，电话停机，已函询属地。");
        act.why = "unreachable";
        act.order.clear();
        signAct(world, officerOf(world, *matter.visit, true), *matter.visit, std::move(act));
        settle(world, matter, false);
    });
}

}  // namespace plumb::province
