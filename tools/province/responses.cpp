// What an enterprise does about an order: puts right and reports, in time or late; asks for more time; objects;
// nothing.
#include <algorithm>

#include "tools/province/acts.h"
#include "tools/province/cases.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;
using records::ActKind;

constexpr std::string_view kDone[] = {"已补齐缺项并由专人复核，照片为改正后现场。",
                                      "已清理并重新分区，标识已上墙，责任到人。",
                                      "已更换并登记台账，责任人签字。",
                                      "已组织培训并留存签到，制度张贴在显著位置。",
                                      "已与回收单位签订协议，首批已清运，凭据附后。",
                                      "已按标准要求重新编制，旧版收回。"};
constexpr std::string_view kLate[] = {"签字人外出，返回后补办。", "配件采购延误。", "连续降雪，道路封闭三天。",
                                      "合作社换届，交接耽搁。"};
constexpr std::string_view kMoreTime[] = {"设备配件需外地发货，请求延期。", "改造施工受低温影响，请求延期。",
                                          "检测机构排期较后，请求延期至报告出具。"};
constexpr std::string_view kObjections[] = {"记录在另一册，检查时未出示，现补交复印件。",
                                            "该批产品尚未上市，认为不应适用此项。"};

Member* reporterOf(World& world, const Matter& matter, Random& random) {
    const auto people = world.enterprises.find(matter.visit->site->site.id);
    return people == world.enterprises.end() ? nullptr : random.pick(people->second);
}

double goodnessNow(const World& world, const Matter& matter) {
    return goodnessAt(*matter.visit->site, world.shareOfYear());
}

void report(World& world, Matter& matter) {
    auto random = world.random("report " + matter.name + std::to_string(matter.round));
    auto* member = reporterOf(world, matter, random);
    if (!member) return;
    auto act = actAbout(matter, ActKind::reported, {}, localDay(world.timeline.now()));
    const bool late = localDay(world.timeline.now()) > matter.due;
    const std::string excuse(random.pick(kLate));
    for (auto& entry : act.entries) {
        entry.text = random.pick(kDone);
        if (late) entry.late = excuse;
    }
    auto photos = photosAfter(world, *member, matter, random);
    matter.report = signAct(world, *member, *matter.visit, std::move(act), std::move(photos)).id;
    planVerdict(world, matter);
}

void askForTime(World& world, Matter& matter, int days) {
    auto random = world.random("time " + matter.name);
    auto* member = reporterOf(world, matter, random);
    if (!member) return;
    const Day asked = matter.due + chrono::days(days);
    auto act = actAbout(matter, ActKind::extensionRequested, std::string(random.pick(kMoreTime)), asked);
    const auto said = signAct(world, *member, *matter.visit, std::move(act));
    planAnswerToRequest(world, matter, said.id, asked);
}

void object(World& world, Matter& matter) {
    auto random = world.random("objection " + matter.name);
    auto* member = reporterOf(world, matter, random);
    if (!member) return;
    matter.report = signAct(world, *member, *matter.visit,
                            actAbout(matter, ActKind::objected, std::string(random.pick(kObjections))))
                        .id;
    planAnswerToObjection(world, matter);
}

// The day and time at which something is done that is due: a share of the term, never in the past.
TimePoint within(const World& world, const Matter& matter, double share, Random& random) {
    const auto now = world.timeline.now();
    const auto term = std::max(atTime(matter.due, 18, 0) - now, TimePoint::duration(chrono::hours(30)));
    const auto at = now + chrono::duration_cast<chrono::milliseconds>(term * share);
    return std::max(now + chrono::hours(2),
                    atTime(localDay(at), static_cast<int>(random.between(8, 19)), static_cast<int>(random.below(60)),
                           static_cast<int>(random.below(60))));
}

}  // namespace

void planResponse(World& world, Matter& matter) {
    auto random =
        world.random("response " + matter.name + std::to_string(matter.round) + (matter.askedTime ? " again" : ""));
    auto& timeline = world.timeline;
    if (!world.enterprises.contains(matter.visit->site->site.id)) {
        // Nobody of it has come in yet.
        timeline.plan(timeline.now() + chrono::days(8), [&world, &matter] { planResponse(world, matter); });
        return;
    }
    const double goodness = goodnessNow(world, matter), draw = random.unit();
    const bool first = matter.round == 0 && !matter.askedTime;
    if (first && draw < 0.05) {
        timeline.plan(within(world, matter, random.between(0.1, 0.3), random),
                      [&world, &matter] { object(world, matter); });
        return;
    }
    if (first && draw < 0.17) {
        matter.askedTime = true;
        const int days = static_cast<int>(random.between(7, 24));
        timeline.plan(within(world, matter, random.between(0.5, 0.85), random),
                      [&world, &matter, days] { askForTime(world, matter, days); });
        return;
    }
    if (random.chance(0.02 + 0.3 * (1 - goodness) * (1 - goodness))) return planSilence(world, matter);
    const bool late = random.chance(0.08 + 0.3 * (1 - goodness));
    const auto at = late ? atTime(matter.due + chrono::days(random.between(1, 22)),
                                  static_cast<int>(random.between(9, 18)), static_cast<int>(random.below(60)))
                         : within(world, matter, random.between(0.3, 0.97), random);
    timeline.plan(at, [&world, &matter] { report(world, matter); });
}

}  // namespace plumb::province
