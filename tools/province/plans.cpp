#include "tools/province/plans.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "shared/crypto/hash.h"
#include "shared/records/planning/plan.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;

constexpr const char* kBatch = "双随机监督抽查";
const std::map<std::string, int> kRatios{{"A", 50}, {"B", 100}, {"C", 200}, {"D", 500}};

// Ids of published plans, by region and year.
using Published = std::map<std::pair<std::string, int>, std::string>;

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

records::AnnualPlan planFor(World& world, const std::string& region, int year, const std::string& person) {
    const Day first = std::max(Day(chrono::year(year) / 1 / 1), localDay(world.timeline.now()));
    const Day last = chrono::year(year) / 12 / 31;
    const std::string programme = region.starts_with("62") ? "gs-agri-zones" : "qh-agri-safety";
    records::AnnualPlan out;
    out.title = std::to_string(year) + "年度行政检查计划";
    out.basis = "国办发〔2024〕54号";
    out.year = year;
    out.person = person;
    out.most = kMostVisits;
    records::PlanBatch random{kBatch, records::TaskKind::routine, "", programme, first, last, 12, 2, {}};
    for (const auto& [stratum, ids] : poolOf(world, region).sites)
        random.strata.push_back({stratum, kRatios.at(stratum)});
    out.batches.push_back(std::move(random));
    out.batches.push_back({"农业投入品专项检查", records::TaskKind::special, "6a", "", first, last, 8, 2, {}});
    return out;
}

// Proposed by the administrator, approved and published by the supervisor of the region some days later.
void proposePlan(World& world, const std::string& province, int year, const std::shared_ptr<Published>& plans) {
    const auto region = regionOfDraw(world, province);
    if (region.empty() || plans->contains({region, year})) return;
    auto& proposer = world.administrator();
    auto& head = *world.staff(domain::Role::supervisor, region).front();
    const auto plan = planFor(world, region, year, proposer.person.id);
    if (plan.batches.front().strata.empty() || head.person.id == proposer.person.id) return;
    const auto said = world.say(proposer, {std::string(records::kPlanProposed), {}, region, records::toBody(plan)});
    world.send(proposer);
    const auto approved = officeDayAfter(localDay(world.timeline.now()), 3);
    world.timeline.plan(atTime(approved, 15, 5), [&world, &head, region, said] {
        const records::PlanDecision decision{said.id, said.hash, head.person.id, true, ""};
        world.say(head, {std::string(records::kPlanApproved), {}, region, records::toBody(decision)});
        world.send(head);
    });
    world.timeline.plan(atTime(officeDayAfter(approved, 2), 9, 40), [&world, &head, region, said, year, plans] {
        const records::PlanPublished published{said.id, said.hash, "市场监管局门户网站"};
        world.say(head, {std::string(records::kPlanPublished), {}, region, records::toBody(published)});
        world.send(head);
        plans->emplace(std::pair{region, year}, said.id);
    });
}

// 双随机: the pool is frozen by its hash; what decides it is written by somebody else afterwards. It is of the yearly
// plan's batch where one was published.
void draw(World& world, const std::string& province, const Published& plans) {
    const auto region = regionOfDraw(world, province);
    const auto pool = region.empty() ? records::DrawPool() : poolOf(world, region);
    if (pool.sites.empty() || pool.inspectors.size() < 2) return;
    auto& supervisor = *world.staff(domain::Role::supervisor, region).front();
    const auto text = records::poolText(pool);
    records::DrawCommitted says;
    says.title = "监督抽查";
    says.pool = crypto::sha256(text);
    says.inspectors = static_cast<std::int64_t>(pool.inspectors.size());
    says.excluded.emplace();  // nobody was known to be away when the pool was frozen
    for (const auto& [stratum, ids] : pool.sites)
        says.strata.push_back({stratum, static_cast<std::int64_t>(ids.size()), kRatios.at(stratum)});
    if (const auto plan = plans.find({region, yearOf(localDay(world.timeline.now()))}); plan != plans.end())
        says.plan = records::DrawPlan{plan->second, kBatch};
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
            if (!std::binary_search(now.begin(), now.end(), person))
                reveal.excluded.push_back({person, "已调离", localDay(world.timeline.now())});
        auto result = records::drawAgain(says, pool, *checkpoint, reveal.excluded);
        if (!result) return;
        reveal.result = std::move(*result);
        world.say(supervisor, {std::string(records::kDrawRevealed), {}, region, records::toBody(reveal)});
        world.send(supervisor);
    });
}

}  // namespace

void planPlans(World& world) {
    const auto plans = std::make_shared<Published>();
    const Day begun = localDay(world.timeline.now());
    // A year of which little is left is not planned any more.
    const int first = yearOf(begun + chrono::days(60));
    const Day december = chrono::year(first) / 12 / 10;
    for (const std::string province : {"62", "63"}) {
        for (const auto& [days, year] :
             {std::pair{6, first}, {static_cast<int>((december - begun).count()), first + 1}})
            world.onOfficeDay(days, "plan " + province + std::to_string(year),
                              [&world, province, plans, year](Random&) { proposePlan(world, province, year, plans); });
    }
    for (const int day : {60, 150, 240, 330})
        for (const std::string province : {"62", "63"})
            world.onOfficeDay(day, "draw " + province + std::to_string(day),
                              [&world, province, plans](Random&) { draw(world, province, *plans); });
}

}  // namespace plumb::province
