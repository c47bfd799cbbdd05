#include "tools/province/assessments.h"

#include <algorithm>
#include <memory>

#include "shared/checklist/model/answer_key.h"
#include "shared/crypto/hash.h"
#include "shared/records/assessment/assignment.h"
#include "shared/records/assessment/contribution.h"
#include "shared/records/reference/round.h"
#include "tools/province/deserving.h"
#include "tools/province/reviews.h"
#include "tools/province/submission.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;

struct RoundPlan {
    const char *id, *zh, *en, *checklist, *region;
    int opened;  // days before the world's end
    int days;    // that it lasts
};
// The last two are under way when the year ends.
constexpr RoundPlan kRounds[] = {
    {"gs-zones-spring", "甘肃省示范区春季自评", "Gansu's zones: self-assessment in spring", "c1", "62", 235, 14},
    {"qh-zones-spring", "青海省示范区春季自评", "Qinghai's zones: self-assessment in spring", "c1", "63", 228, 14},
    {"gs-service", "甘肃省服务业试点自评", "Gansu's service pilots: self-assessment", "c2", "62", 120, 21},
    {"gs-zones-winter", "甘肃省示范区年终自评", "Gansu's zones: self-assessment at the end of the year", "c1", "62", 9,
     14},
    {"qh-zones-winter", "青海省示范区年终自评", "Qinghai's zones: self-assessment at the end of the year", "c1", "63",
     8, 14},
};

// One site's self-assessment in a round.
struct Self {
    std::shared_ptr<const records::Round> round;
    Visit* visit = nullptr;
    std::vector<Member*> people;  // the responsible one first
    std::vector<records::Contributor> contributors;
};

TimePoint someTime(Day day, Random& random) {
    return atTime(day, static_cast<int>(random.between(9, 20)), static_cast<int>(random.below(60)),
                  static_cast<int>(random.below(60)));
}

// What was answered, by item, in the document's order.
std::vector<std::pair<std::string, records::ItemAnswers>> byItem(const Visit& visit) {
    const auto& document = *visit.book->document;
    const auto& answers = visit.filled.body.answers;
    std::map<std::string, records::ItemAnswers> found;
    for (const auto& [name, value] : answers.values)
        found[document.items[document.questions[checklist::parseKey(document, name)->question].item].id].answers[name] =
            value;
    for (const auto& [item, reason] : answers.na) found[item].na = reason;
    for (const auto& [item, note] : answers.notes) found[item].note = note;
    std::vector<std::pair<std::string, records::ItemAnswers>> out;
    for (const auto& item : document.items)
        if (found.contains(item.id)) out.emplace_back(item.id, std::move(found[item.id]));
    return out;
}

using Part = std::vector<std::pair<std::string, records::ItemAnswers>>;

using SelfPtr = std::shared_ptr<Self>;

void contribute(World& world, Self& self, std::size_t who, const Part& part) {
    auto& visit = *self.visit;
    auto& member = *self.people[who];
    auto random = world.random("contribution " + self.round->id + visit.site->site.id + part.front().first);
    records::Contribution contribution{self.round->id, visit.filled.body.checklist, {}, {}};
    Statement statement{"assessment.contributed", visit.site->site.id, visit.site->site.region};
    for (const auto& [item, answers] : part) {
        contribution.items[item] = answers;
        self.contributors[who].items.push_back(item);
        const auto taken = visit.filled.photos.find(item);
        for (int i = 0; taken != visit.filled.photos.end() && i < taken->second; ++i)
            statement.files.push_back(photographBy(world, member, visit, item, random));
    }
    statement.body = records::toBody(contribution);
    visit.files.insert(visit.files.end(), statement.files.begin(), statement.files.end());
    world.say(member, std::move(statement));
    // Offline for a while, now and then.
    if (random.chance(0.75)) return world.send(member);
    world.sendAt(world.timeline.now() + chrono::hours(random.between(3, 30)), member);
}

void submit(World& world, Self& self) {
    auto& visit = *self.visit;
    auto random = world.random("submission " + self.round->id + visit.site->site.id);
    visit.request.begin = world.timeline.now() - chrono::minutes(12);
    visit.request.end = world.timeline.now();
    visit.filled = fillAgain(visit.request, visit.filled, {}, random);
    auto& body = visit.filled.body;
    body.round = self.round->id;
    body.findings.clear();
    body.contributors.clear();
    for (const auto& one : self.contributors)
        if (!one.items.empty()) body.contributors.push_back(one);
    // What the others sent was in the log before this.
    for (auto* member : self.people) world.send(*member);
    signSubmission(world, visit, random);
    world.send(*visit.inspector);
    planReview(world, visit, world.timeline.now());
}

// Who answers what: whole sections, to one person each; a day's work is some of them.
std::vector<std::pair<std::size_t, Part>> shared(const Self& self, Random& random) {
    const auto& document = *self.visit->book->document;
    std::vector<std::pair<std::size_t, Part>> out;
    std::size_t section = 0, left = 0;
    for (auto& [item, answers] : byItem(*self.visit)) {
        const auto now = document.item(item)->section;
        if (out.empty() || now != section || left == 0) {
            out.emplace_back(now % self.people.size(), Part{});
            left = static_cast<std::size_t>(random.between(4, 8));
        }
        section = now;
        --left;
        out.back().second.emplace_back(item, std::move(answers));
    }
    return out;
}

// In half of the sites the responsible person says at the start who is to fill what: as shared() lets them do it.
void assign(World& world, const Self& self) {
    const auto& visit = *self.visit;
    auto random = world.random("assignment " + self.round->id + visit.site->site.id);
    if (self.people.size() < 2 || random.chance(0.5)) return;
    const auto& sections = visit.book->document->sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].parent) continue;
        const auto& person = self.people[i % self.people.size()]->person;
        const records::Assignment said{self.round->id, visit.filled.body.checklist, sections[i].id, person.id};
        Statement statement{"assessment.assigned", visit.site->site.id, visit.site->site.region};
        statement.body = records::toBody(said);
        world.say(*self.people.front(), std::move(statement));
    }
    world.send(*self.people.front());
}

void planWork(World& world, const SelfPtr& self, Random& random) {
    auto day = localDay(world.timeline.now());
    for (auto& [who, part] : shared(*self, random)) {
        world.timeline.plan(someTime(day, random),
                            [&world, self, who = who, part = part] { contribute(world, *self, who, part); });
        if (random.chance(0.7)) day += chrono::days(random.between(1, 2));
    }
    // Some submit once all is answered, most as the round ends, some late, and a few never.
    const double draw = random.unit();
    if (draw > 0.93) return;
    auto last = draw < 0.4 ? day + chrono::days(1) : self->round->closes - chrono::days(random.between(0, 3));
    if (draw > 0.86) last = self->round->closes + chrono::days(random.between(1, 5));
    world.timeline.plan(atTime(std::max(last, day + chrono::days(2)), 21, static_cast<int>(random.below(60))),
                        [&world, self] { submit(world, *self); });
}

void begin(World& world, const std::shared_ptr<const records::Round>& round, const SiteWorld& site) {
    const auto people = world.enterprises.find(site.site.id);
    if (people == world.enterprises.end()) return;
    auto random = world.random("self " + round->id + site.site.id);
    auto& visit = world.visits.emplace_back();
    visit.self = true;
    visit.site = &site;
    visit.inspector = people->second.front();
    visit.book = &world.book(round->checklist.id);
    visit.party.absent = "自评";
    const auto self = std::make_shared<Self>(Self{round, &visit, people->second, {}});
    for (const auto* member : self->people) {
        visit.team.push_back(member->person.name);
        self->contributors.push_back({member->device.kid(), member->person.name, {}});
    }
    auto& request = visit.request;
    request.book = visit.book;
    request.sha256 = round->checklist.sha256.hex();
    request.kind = records::kSelfKind;
    request.county = site.site.region;
    request.end = world.timeline.now();
    request.begin = request.end - chrono::hours(2);
    request.latitude = *site.site.latitude;
    request.longitude = *site.site.longitude;
    request.deserved = asTheyThink(deservedAt(world, site, round->checklist.id, random),
                                   world.random("eyes " + round->id + site.site.id));
    visit.filled = fill(request, random);
    assign(world, *self);
    planWork(world, self, random);
}

void open(World& world, const RoundPlan& plan) {
    const auto today = localDay(world.timeline.now());
    const auto& book = world.book(plan.checklist);
    records::Round round;
    round.id = std::string(plan.id) + "-" + dayText(today).substr(0, 4);
    round.title = {plan.zh, plan.en};
    round.checklist = {book.document->id, book.document->version, crypto::sha256(book.text)};
    round.opens = today;
    round.closes = today + chrono::days(plan.days);
    std::vector<const SiteWorld*> sites;
    for (const auto& site : world.sites) {
        const bool fits =
            std::find(site.checklists.begin(), site.checklists.end(), plan.checklist) != site.checklists.end();
        if (fits && site.site.region.starts_with(plan.region)) sites.push_back(&site);
    }
    if (sites.empty()) return;
    for (const auto* site : sites) round.sites.push_back(site->site.id);
    auto& admin = world.administrator();
    world.say(admin, {"round.published", {}, plan.region, records::toBody(round)});
    world.send(admin);
    const auto published = std::make_shared<const records::Round>(std::move(round));
    for (const auto* site : sites) {
        auto random = world.random("start " + published->id + site->site.id);
        world.timeline.plan(someTime(today + chrono::days(random.between(0, 5)), random),
                            [&world, published, site] { begin(world, published, *site); });
    }
}

}  // namespace

void planAssessments(World& world) {
    for (const auto& plan : kRounds)
        world.timeline.plan(atTime(world.options.today - chrono::days(plan.opened), 9, 30),
                            [&world, &plan] { open(world, plan); });
}

}  // namespace plumb::province
