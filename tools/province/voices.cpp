#include "tools/province/voices.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/crypto/hash.h"
#include "shared/records/planning/draw_lines.h"

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

void plan(World& world, int day, const std::string& name, const std::function<void(Random&)>& event) {
    auto random = world.random(name);
    const auto at = atTime(officeDayAfter(localDay(world.timeline.now()) + chrono::days(day), 1),
                           9 + static_cast<int>(random.below(8)), static_cast<int>(random.below(60)),
                           static_cast<int>(random.below(60)));
    world.timeline.plan(at, [event, random]() mutable { event(random); });
}

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

// Whose inspectors a draw can send all over: the province, or the first of its prefectures that has enough.
std::string regionOfDraw(World& world, const std::string& province) {
    std::set<std::string> regions{province};
    for (const auto& site : world.sites)
        if (site.site.region.starts_with(province)) regions.insert(site.site.region.substr(0, 4));
    for (const auto& region : regions) {
        const bool led = !world.staff(domain::Role::supervisor, region).empty();
        if (led && world.staff(domain::Role::inspector, region).size() > 1) return region;
    }
    return {};
}

records::DrawPool poolOf(World& world, const std::string& region) {
    records::DrawPool out;
    for (const auto& site : world.sites)
        if (site.site.region.starts_with(region)) out.sites[std::string(1, site.riskGrade)].push_back(site.site.id);
    for (const auto* member : world.staff(domain::Role::inspector, region)) out.inspectors.push_back(member->person.id);
    for (auto& [stratum, ids] : out.sites) std::sort(ids.begin(), ids.end());
    std::sort(out.inspectors.begin(), out.inspectors.end());
    out.inspectors.erase(std::unique(out.inspectors.begin(), out.inspectors.end()), out.inspectors.end());
    return out;
}

// 双随机: the pool is frozen by its hash; what decides it is written by somebody else afterwards.
void draw(World& world, const std::string& province) {
    const auto region = regionOfDraw(world, province);
    const auto pool = region.empty() ? records::DrawPool() : poolOf(world, region);
    if (pool.sites.empty() || pool.inspectors.size() < 2) return;
    auto& supervisor = *world.staff(domain::Role::supervisor, region).front();
    const auto text = records::poolText(pool);
    records::DrawCommitted says;
    says.title = "监督抽查";
    says.pool = crypto::sha256(text);
    says.inspectors = static_cast<std::int64_t>(pool.inspectors.size());
    const std::map<std::string, int> ratios{{"A", 50}, {"B", 100}, {"C", 200}, {"D", 500}};
    for (const auto& [stratum, ids] : pool.sites)
        says.strata.push_back({stratum, static_cast<std::int64_t>(ids.size()), ratios.at(stratum)});
    Statement statement{std::string(records::kDrawCommitted), {}, region, records::toBody(says)};
    statement.files.push_back(supervisor.device.attach(text, "text/plain", std::string(records::kPoolRole)));
    const auto said = world.say(supervisor, std::move(statement));
    world.send(supervisor);
    world.timeline.plan(atTime(officeDayAfter(localDay(world.timeline.now()), 2), 10, 0), [&world, &supervisor, said,
                                                                                           region, pool, says] {
        const auto checkpoint = world.deployment.deciding(said.id);
        if (!checkpoint) return;
        records::DrawRevealed reveal{said.id, *checkpoint, {}, {}};
        const auto now = poolOf(world, region).inspectors;
        for (const auto& person : pool.inspectors)
            if (!std::binary_search(now.begin(), now.end(), person)) reveal.excluded.push_back({person, "已调离"});
        auto result = records::drawAgain(says, pool, *checkpoint, reveal.excluded);
        if (!result) return;
        reveal.result = std::move(*result);
        world.say(supervisor, {std::string(records::kDrawRevealed), {}, region, records::toBody(reveal)});
        world.send(supervisor);
    });
}

}  // namespace

void planVoices(World& world) {
    auto random = world.random("voices");
    int number = 0;
    for (const auto& feedback : kFeedback) {
        const auto& site = random.pick(world.sites);
        plan(world, 45 + number * 38, "feedback " + std::to_string(number),
             [&world, &site, &feedback](Random& own) { giveFeedback(world, site, feedback, own); });
        ++number;
    }
    for (const auto& complaint : kComplaints) {
        const auto& site = random.pick(world.sites);
        plan(world, 30 + number * 22, "complaint " + std::to_string(number),
             [&world, &site, &complaint](Random& own) { complain(world, site, complaint, own); });
        ++number;
    }
    for (const int day : {60, 150, 240, 330})
        for (const std::string province : {"62", "63"})
            plan(world, day, "draw " + province + std::to_string(day),
                 [&world, province](Random&) { draw(world, province); });
}

}  // namespace plumb::province
