#include "tools/province/voices.h"

#include <utility>

#include "shared/crypto/hash.h"
#include "shared/records/voice/complaint.h"
#include "shared/records/voice/rating.h"

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
// How far one has come when the year ends.
enum class Fate { answered, accepted, waiting, refused };
struct Complaint {
    const char *text, *answer;
    records::ComplaintChannel channel = records::ComplaintChannel::page;
    records::ComplaintAbout about = records::ComplaintAbout::site;
    records::ComplaintClass as = records::ComplaintClass::other;
    records::ComplaintOutcome outcome = records::ComplaintOutcome::founded;
    Fate fate = Fate::answered;
};
using Channel = records::ComplaintChannel;
using About = records::ComplaintAbout;
using Class = records::ComplaintClass;
using Outcome = records::ComplaintOutcome;
constexpr Complaint kComplaints[] = {
    {"示范区东侧渠边有露天堆放的废膜。", "已清运，回收点增设围挡，见检查记录。", Channel::page, About::site,
     Class::environment},
    {"合作社门口公示牌的标准编号还是旧的。", "已更换公示牌，编号与现行标准一致。", Channel::visit, About::site,
     Class::standards},
    {"景区导览牌英文译写有错误。", "已按规范更正，三处标牌已换。", Channel::letter, About::site, Class::standards},
    {"养殖场粪污气味大，雨后有外溢。", "现场核查，贮存池已加高并清掏。", Channel::page, About::site, Class::environment,
     Outcome::partly},
    {"市场的公平秤读数不准。", "已送检校准，合格证贴于秤上。", Channel::phone, About::site, Class::quality},
    {"检查的人没有亮证，只看了一圈就走了。", "调取记录核对：当日亮证，检查用时四十分钟。", Channel::page, About::person,
     Class::conduct, Outcome::unfounded},
    {"县里的窗口两次都没有人。", "已调整值班表并公示。", Channel::page, About::office, Class::conduct},
    {"标识上写的等级和墙上的证书不一样。", "", Channel::page, About::site, Class::standards, Outcome::founded,
     Fate::accepted},
    {"冷库温度记录好像是补写的。", "", Channel::page, About::site, Class::process, Outcome::founded, Fate::waiting},
    {"邻居家盖房占了路。", "不属本机关职责，请向住房城乡建设部门反映。", Channel::phone, About::other, Class::other,
     Outcome::passedOn, Fate::refused},
};
struct RatedOffice {
    std::string region;
    int day;
    std::vector<std::string> said;
};
const std::vector<RatedOffice> kRated{
    {"620321", 200, {"讲得很清楚，问题当场教我们怎么改。", "希望提前一天说一声。"}},
    {"6203", 290, {"人很客气。", "一次查完几件事，省了工夫。"}},
    {"6301", 344, {"要求的材料有两份是重复的。"}},
};

// Working days to answer within.
constexpr int kTerm = 15;

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

// Whom it is about, and the region that answers it; "": nobody here does.
std::string address(World& world, const SiteWorld& site, const Complaint& complaint, records::Complaint& says) {
    const auto& region = site.site.region;
    if (complaint.about == About::person) {
        const auto& accused = world.staff(domain::Role::inspector, region).front()->person;
        says.person = accused.id;
        return domain::regionAbove(accused.grants.front().regions).value_or("");
    }
    if (complaint.about != About::office) return region;
    says.office = region;
    return domain::regionAbove({region}).value_or("");
}

void decide(World& world, Member& supervisor, const std::string& of, const std::string& site, const std::string& region,
            const Complaint& complaint) {
    const auto& me = supervisor.person.id;
    const bool accepted = complaint.fate != Fate::refused;
    world.say(supervisor,
              {std::string(domain::kComplaintClassified), site, region,
               records::toBody(records::ComplaintClassified{of, me, complaint.as, accepted,
                                                            accepted ? "" : complaint.answer, accepted ? kTerm : 0})});
    world.send(supervisor);
    if (complaint.fate != Fate::answered) return;
    const auto day = officeDayAfter(localDay(world.timeline.now()), 8);
    world.timeline.plan(atTime(day, 16, 20), [&world, &supervisor, of, me, site, region, &complaint] {
        world.say(supervisor,
                  {std::string(domain::kComplaintAnswered), site, region,
                   records::toBody(records::ComplaintAnswered{of, me, complaint.outcome, complaint.answer})});
        world.send(supervisor);
    });
}

void complain(World& world, const SiteWorld& place, const Complaint& complaint, Random& random) {
    records::Complaint says;
    says.channel = complaint.channel;
    says.received = localDay(world.timeline.now());
    says.about = complaint.about;
    says.text = complaint.text;
    const auto region = address(world, place, complaint, says);
    if (region.empty()) return;
    const bool page = complaint.channel == Channel::page;
    if (page) says.receipt = crypto::sha256("a code that nobody was given: " + says.text);
    auto& clerk = page ? *world.intake : *world.staff(domain::Role::inspector, place.site.region).front();
    const auto site = complaint.about == About::site ? place.site.id : std::string();
    const auto said = world.say(clerk, {std::string(domain::kComplaintReceived), site, region, records::toBody(says)});
    world.send(clerk);
    if (complaint.fate == Fate::waiting) return;
    const auto decided = officeDayAfter(localDay(world.timeline.now()), static_cast<int>(random.between(1, 5)));
    world.timeline.plan(atTime(decided, 10, 40), [&world, &complaint, id = said.id, site, region] {
        decide(world, *world.staff(domain::Role::supervisor, region).front(), id, site, region, complaint);
    });
}

// Ten visits and more of an office, as the intake counts them: mostly content. The words go to the office above.
void rate(World& world, const RatedOffice& office, Random& random) {
    records::RatingCounted counted;
    counted.quarter = quarterOf(localDay(world.timeline.now()));
    counted.ratings = random.whole(records::kLeastRatings, 2 * records::kLeastRatings);
    for (auto& answers : counted.answers) {
        for (std::int64_t i = 0; i < counted.ratings; ++i)
            ++answers[random.chance(0.6) ? 4 : random.chance(0.6) ? 3 : random.below(answers.size())];
    }
    world.say(*world.intake, {std::string(records::kRatingCounted), {}, office.region, records::toBody(counted)});
    const records::RatingSaid said{counted.quarter, office.region, {office.said.begin(), office.said.end()}};
    const auto above = domain::regionAbove({office.region});
    if (above) world.say(*world.intake, {std::string(records::kRatingSaid), {}, *above, records::toBody(said)});
    world.send(*world.intake);
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
    for (const auto& office : kRated)
        world.onOfficeDay(office.day, "rating " + office.region,
                          [&world, &office](Random& own) { rate(world, office, own); });
    int day = 30;
    for (const auto& complaint : kComplaints) {
        const auto& site = random.pick(world.sites);
        world.onOfficeDay(std::exchange(day, day + 36), "complaint " + std::to_string(number),
                          [&world, &site, &complaint](Random& own) { complain(world, site, complaint, own); });
        ++number;
    }
}

}  // namespace plumb::province
