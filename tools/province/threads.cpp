#include "tools/province/threads.h"

#include "shared/records/review/remark.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;

struct Exchange {
    std::string_view asks, answers, closes;
};
constexpr Exchange kExchanges[] = {
    {"照片里看不清日期，记录是哪一天的？", "是检查当天的，纸面反光。台账第 6 页有同一天的记录。", "清楚了。"},
    {"这一处是在库房还是在棚内？", "在 2 号棚东侧的操作间，照片左边能看到棚号。", ""},
    {"判为不符合的依据，请对照条文说明一下。", "标签上的安全间隔期是 7 天，记录上第 5 天就采收了。", "同意判定。"},
    {"台账上的数量与现场点到的差多少？", "台账 40 袋，现场 37 袋，负责人说 3 袋已领用未登记。", ""},
    {"上次检查也有这一条，是同一处吗？", "不是，上次在冷库，这次在分拣间。", "好，按新发现处理。"},
};

std::string say(World& world, Visit& visit, Member& by, std::string_view text, const std::string& item,
                const std::string& answers, bool resolved) {
    const records::Remark said{visit.id, item, std::string(text), by.person.id, answers, resolved};
    auto line = world.say(
        by, {std::string(records::kRemarkAdded), visit.site->site.id, visit.site->site.region, records::toBody(said)});
    world.send(by);
    return line.id;
}

TimePoint within(World& world, Random& random, int days, int hour) {
    return atTime(officeDayAfter(localDay(world.timeline.now()), days), hour, 0) +
           chrono::milliseconds(random.between(0, 3'600'000));
}

}  // namespace

void planThread(World& world, Visit& visit, Member& reviewer) {
    auto random = world.random("thread " + visit.id);
    const auto& findings = visit.filled.body.findings;
    if (findings.empty() || !random.chance(0.12)) return;
    const auto& exchange = kExchanges[random.below(std::size(kExchanges))];
    const auto item = findings[random.below(findings.size())].item;
    world.timeline.plan(within(world, random, 1, 8), [&world, &visit, &reviewer, &exchange, item, random]() mutable {
        if (visit.accepted) return;
        const auto id = say(world, visit, reviewer, exchange.asks, item, {}, false);
        // Some wait for their answer.
        if (random.chance(0.2)) return;
        world.timeline.plan(within(world, random, static_cast<int>(random.between(0, 2)) + 1, 17),
                            [&world, &visit, &reviewer, &exchange, item, id, random]() mutable {
                                if (!visit.inspector->until.empty()) return;
                                say(world, visit, *visit.inspector, exchange.answers, item, id, false);
                                if (random.chance(0.3)) return;
                                world.timeline.plan(within(world, random, 1, 8),
                                                    [&world, &visit, &reviewer, &exchange, item, id] {
                                                        say(world, visit, reviewer, exchange.closes, item, id, true);
                                                    });
                            });
    });
}

}  // namespace plumb::province
