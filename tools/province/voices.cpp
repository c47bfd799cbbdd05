#include "tools/province/voices.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;

struct Feedback {
    const char *standard, *text;
};
constexpr Feedback kFeedback[] = {
    {"NY/T 3445", "档案的保存期限与地方要求不一致，养殖场问以哪个为准。"},
    {"GB/T 31600", "示范区小户多，体系表按环节列出后仍需一份户用简表。"},
    {"GB 5084-2021", "蓄水池取水点在标准中没有说明，各县做法不同。"},
    {"GB 13735-2017", "厚度按五点平均判定，现场千分尺读数差异较大，建议写明夹持力。"},
    {"GB/T 24421.2-2023", "小型试点的明细表模板偏大，建议给出简化格式。"},
    {"GB/T 20014.5-2013", "追溯演练时限未规定，建议明确。"},
    {"GB/T 35778-2017", "岗位标准与岗位说明书重复，企业希望合并编写。"},
    {"农药管理条例", "小包装标签字小，登记证号拍照后难以辨认。"},
};
struct Complaint {
    const char *text, *answer;
};
constexpr Complaint kComplaints[] = {
    {"示范区东侧渠边有露天堆放的废膜。", "已清运，回收点增设围挡，见检查记录。"},
    {"合作社门口公示牌的标准编号还是旧的。", "已更换公示牌，编号与现行标准一致。"},
    {"景区导览牌英文译写有错误。", "已按规范更正，三处标牌已换。"},
    {"养殖场粪污气味大，雨后有外溢。", "现场核查，贮存池已加高并清掏。"},
    {"市场的公平秤读数不准。", "已送检校准，合格证贴于秤上。"},
};

void giveFeedback(World& world, const SiteWorld& site, const Feedback& feedback, Random& random) {
    const auto inspectors = world.staff(domain::Role::inspector, site.site.region);
    const auto people = world.enterprises.find(site.site.id);
    auto& speaker =
        people != world.enterprises.end() && random.chance(0.5) ? *people->second.front() : *inspectors.front();
    world.say(speaker, {"standard.feedback",
                        site.site.id,
                        site.site.region,
                        {{"text", feedback.text}, {"standard", feedback.standard}}});
    world.send(speaker);
}

void complain(World& world, const SiteWorld& site, const Complaint& complaint, Random& random) {
    auto& clerk = *world.staff(domain::Role::inspector, site.site.region).front();
    const auto said =
        world.say(clerk, {"complaint.received", site.site.id, site.site.region, {{"text", complaint.text}}});
    world.send(clerk);
    const auto answered = officeDayAfter(localDay(world.timeline.now()), static_cast<int>(random.between(4, 14)));
    world.timeline.plan(atTime(answered, 16, 20), [&world, &site, &complaint, said] {
        auto& supervisor = *world.staff(domain::Role::supervisor, site.site.region).front();
        world.say(
            supervisor,
            {"complaint.answered", site.site.id, site.site.region, {{"of", said.id}, {"text", complaint.answer}}});
        world.send(supervisor);
    });
}

}  // namespace

void planVoices(World& world) {
    auto random = world.random("voices");
    int number = 0;
    for (const auto& feedback : kFeedback) {
        const auto& site = random.pick(world.sites);
        world.onOfficeDay(45 + number * 38, "feedback " + std::to_string(number),
                          [&world, &site, &feedback](Random& own) { giveFeedback(world, site, feedback, own); });
        ++number;
    }
    for (const auto& complaint : kComplaints) {
        const auto& site = random.pick(world.sites);
        world.onOfficeDay(30 + number * 22, "complaint " + std::to_string(number),
                          [&world, &site, &complaint](Random& own) { complain(world, site, complaint, own); });
        ++number;
    }
}

}  // namespace plumb::province
