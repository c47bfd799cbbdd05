#include "tools/province/publishing.h"

#include "shared/records/inspection/body.h"
#include "shared/records/publication/published.h"

namespace plumb::province {
namespace {

constexpr const char* kWhere = "本局网站“检查结果公示”栏";
constexpr std::string_view kCorrections[] = {"公示栏目变更", "补充公示位置"};
constexpr std::string_view kWithdrawals[] = {"公示期满，按规定撤回", "检查对象名称有误，核实后重新公示"};

records::Publication resultOf(const Visit& visit) {
    records::InspectedResult inspected;
    inspected.at = {visit.signedAt, kZone};
    inspected.says = records::summaryOf(visit.filled.body);
    inspected.siteName = visit.site->site.name;
    inspected.siteCode = visit.site->site.code;
    return {visit.id, visit.newest, records::publicationOf(inspected), kWhere, {}, {}};
}

Member& publisherOf(World& world, const Visit& visit) {
    return *world.staff(domain::Role::supervisor, visit.site->site.region).front();
}

Device::Said sign(World& world, const Visit& visit, std::string_view type, json::object body) {
    auto& publisher = publisherOf(world, visit);
    auto said =
        world.say(publisher, {std::string(type), visit.site->site.id, visit.site->site.region, std::move(body)});
    world.send(publisher);
    return said;
}

void goOn(World& world, Visit& visit, const Sha256& published) {
    auto random = world.random("after publication " + visit.id);
    const bool corrects = random.chance(0.06), withdraws = !corrects && random.chance(0.04);
    if (!corrects && !withdraws) return;
    world.onOfficeDay(
        static_cast<int>(random.between(3, 30)), "publication changed " + visit.id,
        [&world, &visit, published, corrects](Random& own) {
            if (!visit.accepted) return;
            if (corrects) {
                auto says = resultOf(visit);
                says.where = std::string(kWhere) + "（二）";
                says.previous = published;
                says.reason = own.pick(kCorrections);
                sign(world, visit, records::kPublicationCorrected, records::toBody(says));
            } else {
                const records::PublicationWithdrawn gone{visit.id, published, std::string(own.pick(kWithdrawals))};
                sign(world, visit, records::kPublicationWithdrawn, records::toBody(gone));
            }
        });
}

}  // namespace

void planPublication(World& world, Visit& visit) {
    auto random = world.random("publication " + visit.id);
    if (random.chance(0.08)) return;  // nobody thought of it
    world.onOfficeDay(static_cast<int>(random.between(1, 14)), "published " + visit.id, [&world, &visit](Random&) {
        if (!visit.accepted) return;
        const auto said = sign(world, visit, records::kPublicationMade, records::toBody(resultOf(visit)));
        goOn(world, visit, said.hash);
    });
}

}  // namespace plumb::province
