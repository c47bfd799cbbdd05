#include "tools/province/founding.h"

#include <algorithm>

#include "shared/crypto/hash.h"
#include "shared/domain/complaint_rights.h"
#include "shared/domain/invitation.h"
#include "shared/domain/trust.h"
#include "shared/domain/trust_body.h"
#include "shared/records/reference/checklist_publication.h"
#include "tools/province/names.h"
#include "tools/province/programmes.h"
#include "tools/province/registers.h"
#include "tools/province/retention.h"

namespace plumb::province {
namespace {

namespace chrono = std::chrono;
using domain::Role;

constexpr chrono::hours kInvitationLife{24 * 30};

crypto::PrivateKey keyOf(const World& world, const std::string& name) {
    return crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, seedBytes(world.options.seed, name)).value();
}

Device newDevice(const World& world, const std::string& name, const std::string& purpose) {
    return {name, keyOf(world, purpose + " key"), world.random(purpose + " ids")};
}

// The body of key.enrolled (RECORDS.md). domain::enrolLine() draws the record's id; here it is to follow from the seed.
json::object enrolmentBody(const crypto::PrivateKey& inviteKey, const Device& device) {
    const auto proof = "plumb-enrol-v1\n" + inviteKey.kid() + "\n" + device.kid();
    return domain::toBody(domain::EnrolmentBody{device.key().publicKey(), device.name(),
                                                crypto::signDetached(device.key(), crypto::kEnrolTyp, proof)});
}

// Invites through `inviter`, whose line is sent, and enrols at once: `purpose` tells the keys apart.
Member& invite(World& world, Device& inviter, Person person, const std::string& deviceName, const std::string& purpose,
               bool byRoot = false) {
    auto& timeline = world.timeline;
    auto claimant = newDevice(world, "invitation of " + person.name, "invite " + purpose);
    auto device = newDevice(world, deviceName, "device " + purpose);
    const Instant expires{timeline.now() + kInvitationLife, kZone};
    const auto& root = world.deployment.root().publicKey();
    auto body = domain::inviteBody(claimant.key().publicKey(), person.id, person.name, person.grants, expires,
                                   byRoot ? &root : nullptr, byRoot ? world.deployment.logKey() : "");
    world.deployment.setTime(timeline.now());
    inviter.say(timeline.instant(), {"invite.issued", {}, {}, std::move(body)});
    world.deployment.sync(inviter);
    claimant.say(timeline.instant(), {"key.enrolled", {}, {}, enrolmentBody(claimant.key(), device)});
    world.deployment.sync(claimant);
    device.seen = claimant.seen;
    return world.members.emplace_back(Member{std::move(person), std::move(device), timeline.now()});
}

Person newPerson(World& world, std::string name, std::vector<domain::Grant> grants, const std::string& purpose) {
    auto random = world.random("person " + purpose);
    Person out{random.uuid7(world.timeline.now()), std::move(name), grants.front().role, std::move(grants)};
    out.strict = random.bell();
    out.slow = random.bell();
    return out;
}

struct Post {
    const char *name, *device;
    Role role;
    const char* regions;
};
// The app of the demo belongs to the first inspector, its console to the first supervisor.
constexpr Post kStaff[] = {
    {"马晓东", "平板 62-07-01", Role::inspector, "6207"},
    {"王海燕", "平板 62-01-01", Role::inspector, "6201 6204 6211"},
    {"李文斌", "平板 62-03-01", Role::inspector, "6203 6206"},
    {"张建平", "平板 62-09-01", Role::inspector, "6209 6202"},
    {"苏玉梅", "平板 62-05-01", Role::inspector, "6205 6212"},
    {"贾志强", "平板 62-10-01", Role::inspector, "6208 6210"},
    {"马永福", "平板 62-29-01", Role::inspector, "6229 6230"},
    {"郭丽娟", "平板 62-00-01", Role::inspector, "62"},
    {"祁成林", "平板 63-01-01", Role::inspector, "6301 6302"},
    {"韩才让", "平板 63-22-01", Role::inspector, "6322 6323 6325"},
    {"石尕藏", "平板 63-28-01", Role::inspector, "6326 6327 6328"},
    {"冶春霞", "平板 63-00-01", Role::inspector, "63"},
    {"赵秀兰", "审核工作站 1", Role::supervisor, "62 63"},
    {"刘国栋", "审核工作站 2", Role::supervisor, "6202 6203 6206 6207 6209"},
    {"陈桂花", "审核工作站 3", Role::supervisor, "6201 6204 6205 6208 6210 6211 6212 6229 6230"},
    {"白雪梅", "审核工作站 4", Role::supervisor, "6301 6302"},
    {"魏宏伟", "审核工作站 5", Role::supervisor, "6322 6323 6325 6326 6327 6328"},
    {"罗启明", "审计工作站", Role::auditor, "62 63"},
};

// The document names the programme that it was written for; it is used at sites of others too (an enterprise that
// declares its standards is also one of good practice), and is published for those as well.
std::vector<std::string> meantFor(std::vector<std::string> names, const std::string& checklist, const World& world,
                                  std::string records::Site::*member) {
    const auto holds = [](const std::vector<std::string>& all, const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    if (names.empty()) return names;
    for (const auto& site : world.sites) {
        if (holds(site.checklists, checklist) && !holds(names, site.site.*member)) names.push_back(site.site.*member);
    }
    return names;
}

void publishChecklists(World& world) {
    auto& admin = world.administrator();
    for (const auto& [id, book] : world.books) {
        const auto& document = *book.document;
        records::ChecklistPublication publication{document.id,
                                                  document.version,
                                                  document.title,
                                                  crypto::sha256(book.text),
                                                  meantFor(document.programmes, id, world, &records::Site::programme),
                                                  meantFor(document.sectors, id, world, &records::Site::sector)};
        Statement statement{"checklist.published", {}, {}, records::toBody(publication)};
        statement.files.push_back(admin.device.attach(book.text, "application/json", "checklist"));
        world.say(admin, std::move(statement));
    }
}

void publishSites(World& world) {
    auto& admin = world.administrator();
    const auto begun = localDay(world.timeline.now());
    for (const auto& site : world.sites) {
        auto random = world.random("begun " + site.site.id);
        world.say(admin, {"site.published", site.site.id, site.site.region,
                          siteBody(site, begun - chrono::days(random.between(60, 900)))});
    }
}

void inviteEnterprises(World& world) {
    const auto first = localDay(world.timeline.now());
    for (const auto& site : world.sites) {
        auto random = world.random("enterprise " + site.site.id);
        const int people = random.chance(0.3) ? 2 : 1;
        for (int i = 0; i < people; ++i) {
            const auto name = i == 0 ? site.quality : personName(random);
            const auto purpose = site.site.id + " " + std::to_string(i);
            world.timeline.plan(atTime(first + chrono::days(random.between(3, 40)),
                                       9 + static_cast<int>(random.below(8)), static_cast<int>(random.below(60))),
                                [&world, &site, name, purpose] {
                                    Person person = newPerson(
                                        world, name, {{Role::enterprise, {site.site.region}, {site.site.id}}}, purpose);
                                    // Two people of one name at two sites: the second is known by her site, too.
                                    for (const auto& member : world.members)
                                        if (member.person.name == name) person.name = name + "（" + site.site.id + "）";
                                    auto& member = invite(world, world.administrator().device, std::move(person),
                                                          "手机 " + site.site.id, purpose);
                                    world.enterprises[site.site.id].push_back(&member);
                                });
        }
    }
}

// A tablet is lost on the road: its key is revoked, and the inspector gets another.
void loseTablet(World& world) {
    auto* lost = &world.members[4];
    world.timeline.plan(atTime(localDay(world.timeline.now()) + chrono::days(168), 8, 40), [&world, lost] {
        world.send(*lost);  // the evening before there was a network
        auto& admin = world.administrator();
        world.say(admin, {"key.revoked",
                          {},
                          {},
                          domain::toBody(domain::RevocationBody{lost->device.kid(), "平板在酒泉至瓜州途中遗失"})});
        world.send(admin);
        lost->until.push_back(world.timeline.now());
        invite(world, admin.device, lost->person, "平板 62-09-02", "staff replacement");
    });
}

// What `plumbserver open-intake` does: complaints come in through it.
void openIntake(World& world, Device& root) {
    Person person;
    person.id = domain::kIntakePerson;
    person.name = "网上受理 (public page)";
    person.role = Role::auditor;
    person.grants = {{Role::auditor, {""}, {}}};
    auto& intake = invite(world, root, std::move(person), "plumbserver", "intake", true);
    world.deployment.keepIntake(intake.device.key());
    world.intake = &intake;
}

}  // namespace

void found(World& world) {
    auto root = Device("root", world.deployment.root(), world.random("root ids"));
    invite(world, root, newPerson(world, "系统管理员", {{Role::administrator, {""}, {}}}, "administrator"),
           "管理工作站", "administrator", true);
    auto& admin = world.administrator();
    publishProgrammes(world);
    publishRegisters(world);
    publishRetentions(world);
    publishChecklists(world);
    publishSites(world);
    world.send(admin);
    int number = 0;
    for (const auto& post : kStaff) {
        const auto purpose = "staff " + std::to_string(number++);
        invite(world, admin.device, newPerson(world, post.name, {{post.role, words(post.regions), {}}}, purpose),
               post.device, purpose);
    }
    openIntake(world, root);
    inviteEnterprises(world);
    loseTablet(world);
}

std::string inviteAgain(World& world, const Member& member) {
    const auto& deployment = world.deployment;
    const auto key = keyOf(world, "one more device of " + member.device.kid());
    const Instant expires{world.timeline.now() + chrono::years(10), kZone};
    auto& admin = world.administrator();
    const auto& person = member.person;
    world.say(
        admin,
        {"invite.issued", {}, {}, domain::inviteBody(key.publicKey(), person.id, person.name, person.grants, expires)});
    world.send(admin);
    return domain::formatInvitation(
        {deployment.url(), deployment.pin(), deployment.logKey(), deployment.root().kid(), key.suite(), key.secret()});
}

}  // namespace plumb::province
