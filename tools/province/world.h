// The invented deployment while it is being made: its sites and people, their devices, the server, and the clock of a
// year. Emitters (founding.h, visits.h, …) plan events on the timeline; what they share stands here.
// Events hold references to members and visits: deques, so that none moves. One thread.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <set>

#include "tools/province/deployment.h"
#include "tools/province/filling.h"
#include "tools/province/photo_roll.h"
#include "tools/province/sites.h"
#include "tools/province/timeline.h"

namespace plumb::province {

struct WorldOptions {
    std::size_t sites = 64;
    std::uint64_t seed = 1;
    Day today{};  // the world ends as this day begins
    DeploymentOptions server;
};

// A person with her device; another device of the same person is another member.
struct Member {
    Person person;
    Device device;
    TimePoint since{};
    std::vector<TimePoint> until = {};  // revoked then
};

// An inspection, or a self-assessment: filled, signed, sent, reviewed, amended alike.
struct Visit {
    const SiteWorld* site = nullptr;
    Member* inspector = nullptr;  // of a self-assessment: who answers for it
    const AnswerBook* book = nullptr;
    FillRequest request;
    Filled filled;  // the newest version
    records::Party party = {};
    std::vector<std::string> team = {};
    std::vector<record::FileRef> files = {};  // of the newest version
    std::string id = {};                      // of the submission; "" before it is signed
    std::string task = {};                    // that it ends; "": none
    Sha256 newest = {};
    bool accepted = false;
    int rounds = 0;  // of review that were planned
    bool ordered = false;
    bool self = false;  // a self-assessment
    int open = 0;       // findings that are ordered and not settled
    TimePoint signedAt{};
};

inline int yearOf(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

// The cap that the yearly plans publish: visits of a site in a year.
inline constexpr int kMostVisits = 4;

struct AssignedVisit {
    std::string task;
    json::array persons;
};

// Findings of one order that go the same way.
struct Matter {
    Visit* visit = nullptr;
    std::string order;  // its record id
    std::string name;   // of its chance
    std::vector<std::string> items;
    Day due{};
    int round = 0;            // how often it was rejected
    bool askedTime = false;   // once is enough
    std::string report = {};  // the newest
};

struct World {
    explicit World(WorldOptions given);

    [[nodiscard]] Random random(const std::string& name) const { return {options.seed, name}; }
    [[nodiscard]] double shareOfYear() const;
    // The member's device signs now.
    Device::Said say(Member& member, Statement statement) {
        return member.device.say(timeline.instant(), std::move(statement));
    }
    // Some days from now, on an office day and in office hours; the chance is of this name.
    void onOfficeDay(int days, const std::string& name, const std::function<void(Random&)>& event);
    // Sends what waits on the device, at once or when `at` comes.
    void send(Member& member);
    void sendAt(TimePoint at, Member& member);

    // Staff of a role whose regions cover `region`; the one with the narrowest regions first.
    [[nodiscard]] std::vector<Member*> staff(domain::Role role, const std::string& region);
    [[nodiscard]] Member& administrator() { return members.front(); }
    [[nodiscard]] const AnswerBook& book(const std::string& checklist) const { return books.at(checklist); }

    WorldOptions options;
    Timeline timeline;
    Deployment deployment;
    PhotoRoll roll;
    std::map<std::string, AnswerBook> books;
    std::vector<SiteWorld> sites;
    std::deque<Member> members;                               // the administrator first
    Member* intake = nullptr;                                 // the server's, through which complaints come
    std::map<std::string, std::vector<Member*>> enterprises;  // by site
    std::deque<Visit> visits;
    std::deque<Matter> matters;
    std::set<std::string> mended;                       // "site/checklist/item": weak spots that were put right
    std::set<std::string> taken;                        // half-days of inspectors
    std::map<std::string, AssignedVisit> assigned;      // tasks, by site and number of the plan
    std::map<std::pair<std::string, int>, int> burden;  // of a site in a year: visits, and tasks that wait for one
};

// The name of a weak spot in World::mended.
std::string spotOf(const Visit& visit, const std::string& item);

// The whole year; returns when the last day has ended.
void live(World& world);

}  // namespace plumb::province
