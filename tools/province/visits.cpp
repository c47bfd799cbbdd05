#include "tools/province/visits.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "shared/crypto/hash.h"
#include "tools/province/cases.h"
#include "tools/province/deserving.h"
#include "tools/province/reviews.h"
#include "tools/province/submission.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;

// Tasks are given that far ahead of what is seen of the world.
constexpr chrono::days kAhead{28};

// How much of a month's field work is done, against the mean.
constexpr double kSeason[12] = {0.4, 0.35, 0.8, 1.1, 1.2, 1.3, 1.1, 1.2, 1.3, 1.1, 1.0, 0.6};

struct Plan {
    const SiteWorld* site = nullptr;
    Day day{};
    std::string checklist, kind;
    int hour = 9;  // when it begins
    std::size_t number = 0;
};

std::string nameOf(const Plan& plan) {
    return plan.site->site.id + " " + std::to_string(plan.number);
}

Day seasonalDay(const World& world, const SiteWorld& site, Random& random) {
    const auto first = localDay(world.timeline.now()) + chrono::days(9), last = world.options.today + kAhead;
    const auto span = (last - first).count();
    for (;;) {
        const Day day = first + chrono::days(random.between(0, span - 1));
        const int month = monthOf(day);
        const bool winter = month <= 3 || month >= 11;
        const double weight = kSeason[month - 1] * (winter && site.altitude > 2900 ? 0.35 : 1);
        if (isOfficeDay(day) && random.chance(weight / 1.3)) return day;
    }
}

std::string checklistFor(const SiteWorld& site, std::set<std::string>& used, Random& random) {
    auto wanted = random.chance(0.64) ? site.checklists.front() : random.pick(site.checklists);
    // The whole zone is assessed once a year; between whiles the short checks go on.
    const bool yearly = wanted == "c1" || wanted == "c4";
    if (yearly && used.contains(wanted) && site.checklists.size() > 1) {
        for (const auto& other : site.checklists)
            if (other != wanted) {
                wanted = other;
                break;
            }
    }
    used.insert(wanted);
    return wanted;
}

std::string kindFor(const std::string& checklist, Random& random) {
    if (checklist == "c1" || checklist == "c2" || checklist == "c4") return "acceptance";
    return random.chance(0.72) ? "supervision" : "patrol";
}

std::vector<Plan> plansOf(const World& world, const SiteWorld& site) {
    auto random = world.random("plans " + site.site.id);
    const double whole = site.visits * static_cast<double>((chrono::days(365) + kAhead).count()) / 365;
    const auto count = static_cast<std::size_t>(std::max<long>(2, std::lround(whole + random.between(-0.6, 0.6))));
    std::vector<Day> days;
    for (int tries = 0; days.size() < count && tries < 400; ++tries) {
        const auto day = seasonalDay(world, site, random);
        const bool near = std::any_of(days.begin(), days.end(),
                                      [&](Day other) { return chrono::abs(day - other) < chrono::days(13); });
        if (!near) days.push_back(day);
    }
    std::sort(days.begin(), days.end());
    std::set<std::string> used;
    std::vector<Plan> out;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto checklist = checklistFor(site, used, random);
        out.push_back({&site, days[i], checklist, kindFor(checklist, random), random.chance(0.62) ? 9 : 14, i});
    }
    return out;
}

chrono::minutes durationOf(const std::string& checklist, const Person& inspector, Random& random) {
    const int usual = checklist == "c1"                        ? 130
                      : checklist == "c2" || checklist == "c3" ? 100
                      : checklist == "c4"                      ? 115
                                                               : 62;
    return chrono::minutes(static_cast<int>(usual * (0.75 + 0.5 * inspector.slow) * random.between(0.8, 1.2)));
}

records::Party partyOf(const Visit& visit, Random& random) {
    records::Party party;
    const auto& site = *visit.site;
    if (visit.book->document->id == "c5" && random.chance(0.4)) {
        party.absent = "桌面核查，企业未到场，结果书面告知";
        return party;
    }
    party.name = random.chance(0.8) ? site.quality : site.legalPerson;
    if (random.chance(0.04)) {
        static constexpr std::string_view kReasons[] = {"不认可第 2 项判定，拒绝签字", "负责人外出，授权人不愿签字"};
        static constexpr std::string_view kWitnesses[] = {"村委会见证人 马生财", "乡镇农技站 李万忠"};
        party.refusedReason = random.pick(kReasons);
        party.witness = random.pick(kWitnesses);
        return party;
    }
    party.role = party.name == site.quality ? "质量负责人" : "法定代表人";
    return party;
}

TimePoint sendingTime(const SiteWorld& site, TimePoint signedAt, Random& random) {
    const auto day = localDay(signedAt);
    const bool farAway = site.altitude > 2900;
    if (random.chance(farAway ? 0.35 : 0.82))
        return std::max(signedAt + chrono::minutes(6), atTime(day, 17, 40) + chrono::seconds(random.between(0, 9600)));
    return atTime(day + chrono::days(random.between(1, farAway ? 6 : 3)), 8, 30) +
           chrono::seconds(random.between(0, 36'000));
}

void inspect(World& world, const Plan& plan, Member& inspector, const std::vector<std::string>& team) {
    auto random = world.random("visit " + plan.site->site.id + " " + std::to_string(plan.number));
    auto& visit = world.visits.emplace_back();
    visit.site = plan.site;
    visit.inspector = &inspector;
    visit.book = &world.book(plan.checklist);
    visit.team = team;
    // Whoever was sent; another one who goes in her place ends no task.
    if (const auto task = world.assigned.find(nameOf(plan)); task != world.assigned.end()) {
        const auto& persons = task->second.persons;
        if (std::ranges::find(persons, json::value(inspector.person.id)) != persons.end())
            visit.task = task->second.task;
    }
    auto& request = visit.request;
    request.book = visit.book;
    request.sha256 = crypto::sha256(visit.book->text).hex();
    request.kind = plan.kind;
    request.county = plan.site->site.region;
    request.end = world.timeline.now();
    request.begin = request.end - durationOf(plan.checklist, inspector.person, random);
    request.latitude = plan.site->site.latitude.value();
    request.longitude = plan.site->site.longitude.value();
    request.deserved = deservedAt(world, *plan.site, plan.checklist, random);
    request.facts = {{"target", std::vector<std::string>{"A", "AA", "AAA", "AAAA"}[random.below(4)]}};
    request.talkative = inspector.person.strict;
    request.takePicture = [&](const std::string& item) { return photograph(world, visit, item, random).sha256.hex(); };
    visit.filled = fill(request, random);
    visit.party = partyOf(visit, random);
    for (const auto& [item, count] : visit.filled.photos)
        for (int i = 0; i < count; ++i) photograph(world, visit, item, random);
    correctOnTheSpot(world, visit, random);
    signSubmission(world, visit, random);
    orderOnTheSpot(world, visit);
    const auto sent = sendingTime(*plan.site, visit.signedAt, random);
    world.sendAt(sent, inspector);
    planReview(world, visit, sent);
}

struct Crew {
    Member* leader = nullptr;
    std::vector<std::string> team;  // names
    json::array persons = {};       // their ids
};

// Two go, from the staff of the place; the leader's tablet signs.
Crew crewOf(World& world, const Plan& plan) {
    auto random = world.random("crew " + plan.site->site.id + " " + std::to_string(plan.number));
    auto staff = world.staff(domain::Role::inspector, plan.site->site.region);
    if (staff.empty()) throw std::logic_error("no inspector covers " + plan.site->site.region);
    const std::size_t first = staff.size() > 1 && random.chance(0.13) ? 1 : 0;
    Crew out{staff[first], {staff[first]->person.name}, json::array{staff[first]->person.id}};
    if (staff.size() > 1) {
        out.team.push_back(staff[1 - first]->person.name);
        out.persons.emplace_back(staff[1 - first]->person.id);
    }
    return out;
}

void assign(World& world, const Plan& plan) {
    auto random = world.random("task " + plan.site->site.id + " " + std::to_string(plan.number));
    const auto given = officeDayAfter(plan.day - chrono::days(random.between(9, 16)), 1);
    world.timeline.plan(atTime(given, 9 + static_cast<int>(random.below(8)), static_cast<int>(random.below(60)),
                               static_cast<int>(random.below(60))),
                        [&world, plan] {
                            // Beyond the cap of the yearly plan nobody is sent without a check that says why.
                            auto& burden = world.burden[{plan.site->site.id, yearOf(plan.day)}];
                            if (burden >= kMostVisits) return;
                            ++burden;
                            auto staff = world.staff(domain::Role::supervisor, plan.site->site.region);
                            auto& supervisor = *staff.front();
                            const auto crew = crewOf(world, plan);
                            json::object body{{"kind", "routine"},
                                              {"checklist", plan.checklist},
                                              {"team", crew.persons},
                                              {"due", dayText(plan.day)},
                                              {"avoidance", {{"asked", dayText(localDay(world.timeline.now()))}}}};
                            const auto said = world.say(supervisor, {"task.assigned", plan.site->site.id,
                                                                     plan.site->site.region, std::move(body)});
                            world.assigned[nameOf(plan)] = {said.id, crew.persons};
                            world.send(supervisor);
                        });
}

void schedule(World& world, const Plan& plan) {
    auto random = world.random("hour " + plan.site->site.id + dayText(plan.day));
    const auto end = atTime(plan.day, plan.hour + 2, static_cast<int>(random.between(0, 59)),
                            static_cast<int>(random.between(0, 59)));
    world.timeline.plan(end + chrono::milliseconds(random.between(0, 999)), [&world, plan] {
        const auto crew = crewOf(world, plan);
        // Nobody is at two places at once: who is on another site this half-day comes on the next office day.
        const auto slot = crew.leader->device.kid() + dayText(plan.day) + (plan.hour < 12 ? "a" : "p");
        if (world.taken.insert(slot).second) return inspect(world, plan, *crew.leader, crew.team);
        auto later = plan;
        later.day = officeDayAfter(plan.day, 1);
        schedule(world, later);
    });
}

}  // namespace

void planVisits(World& world) {
    for (const auto& site : world.sites) {
        for (const auto& plan : plansOf(world, site)) {
            // Some come without notice.
            auto random = world.random("notice " + site.site.id + " " + std::to_string(plan.number));
            if (plan.kind != "patrol" || random.chance(0.5)) assign(world, plan);
            schedule(world, plan);
        }
    }
}

}  // namespace plumb::province
