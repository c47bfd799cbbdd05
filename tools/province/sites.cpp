#include "tools/province/sites.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "shared/domain/credit_code.h"
#include "shared/domain/regions.h"
#include "tools/province/kinds.h"
#include "tools/province/names.h"
#include "tools/province/places.h"

namespace plumb::province {
namespace {

constexpr double kMetresPerDegree = 111'320;  // of latitude
constexpr double kSquareMetresPerMu = 2000.0 / 3;

// `parts` of a whole: 1e5 gives five decimals, and the shortest text.
double rounded(double value, double parts) {
    return std::round(value * parts) / parts;
}

// A valid code of the county: GB 32100-2015.
std::string creditCode(std::string_view body, std::string_view county, Random& random) {
    static constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    std::string organisation = "MA";
    while (organisation.size() < 8) organisation.push_back(kAlphabet[random.below(kAlphabet.size())]);
    organisation.push_back(domain::bodyCheck(organisation));
    std::string code = std::string(body) + std::string(county) + organisation;
    code.push_back(domain::creditCheck(code));
    // A check character of an organisation that is not of the code's own alphabet: another serial number.
    return domain::parseCreditCode(code) ? code : creditCode(body, county, random);
}

// A polygon of about the site's area with a surveyor's corners, none of which fold back.
std::vector<std::pair<double, double>> outline(double latitude, double longitude, double squareMetres, Random& random) {
    const auto corners = static_cast<std::size_t>(random.between(6, 9));
    const double radius = std::sqrt(squareMetres / std::numbers::pi);
    const double narrow = std::cos(latitude * std::numbers::pi / 180);
    std::vector<std::pair<double, double>> out;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (static_cast<double>(i) + random.between(-0.25, 0.25)) /
                             static_cast<double>(corners);
        const double far = radius * random.between(0.82, 1.2) / kMetresPerDegree;
        out.emplace_back(rounded(latitude + far * std::sin(angle), 1e6),
                         rounded(longitude + far * std::cos(angle) / narrow, 1e6));
    }
    return out;
}

double squareMetresOf(const Kind& kind, double scale, Random& random) {
    if (kind.unit == "亩") return scale * kSquareMetresPerMu;
    if (kind.unit == "头（只）") return scale * random.between(12, 40);  // yards and pens, not pastures
    return random.between(6'000, 90'000);
}

void settle(SiteWorld& world, const Place& place, const Kind& kind, Random& random) {
    auto& site = world.site;
    const double angle = random.between(0, 2 * std::numbers::pi), far = random.between(2'500, 9'000) / kMetresPerDegree;
    site.latitude = rounded(place.latitude + far * std::sin(angle), 1e5);
    site.longitude =
        rounded(place.longitude + far * std::cos(angle) / std::cos(place.latitude * std::numbers::pi / 180), 1e5);
    world.altitude = place.altitude + static_cast<int>(random.between(-40, 120));
    world.scale =
        rounded(kind.least + (kind.most - kind.least) * random.bell() * random.unit(), kind.most > 2000 ? 50 : 5);
    world.boundary = outline(*site.latitude, *site.longitude,
                             squareMetresOf(kind, static_cast<double>(world.scale), random), random);
}

// Where the place lies that a licence names: an invented village of the county, or one of its districts.
std::string addressOf(const std::string& county, const Kind& kind, Random& random) {
    static constexpr std::string_view kTowns[] = {"新民", "红山", "柳树", "双桥", "永宁",
                                                  "西坝", "清泉", "古城", "北滩", "三合"};
    static constexpr std::string_view kVillages[] = {"上庄", "下河", "中寨", "东沟", "西沟", "大湾", "小坪", "马营"};
    if (kind.body == "93")
        return county + std::string(random.pick(kTowns)) + "镇" + std::string(random.pick(kVillages)) + "村";
    return county + std::string(random.pick(kTowns)) + "路 " + std::to_string(random.between(8, 260)) + " 号";
}

std::string bodyName(const Kind& kind) {
    if (kind.body == "93") return "农民专业合作社";
    return kind.body == "12" ? "事业单位" : "企业";
}

std::string programmeOf(const Kind& kind, std::string_view county) {
    const bool gansu = county.starts_with("62");
    if (kind.programme == "农业标准化示范区") return gansu ? "gs-agri-zones" : "qh-agri-safety";
    return kind.programme == "服务业标准化试点" && gansu ? "gs-service-pilots" : "";
}

std::string levelOf(const Kind& kind, Random& random) {
    if (kind.programme.find("示范区") == std::string_view::npos &&
        kind.programme.find("试点") == std::string_view::npos)
        return "";
    const double draw = random.unit();
    return draw < 0.35 ? "国家级" : draw < 0.85 ? "省级" : "市级";
}

}  // namespace

std::vector<SiteWorld> makeSites(std::uint64_t seed, std::size_t count) {
    std::vector<SiteWorld> out;
    for (std::size_t i = 0; i < count; ++i) {
        Random random(seed, "site " + std::to_string(i));
        const auto& place = places()[i % places().size()];
        const auto& kind = kindOf(place.grows.front());
        const auto* region = domain::builtinRegions().find(place.county);
        if (!region) throw std::logic_error("no region " + std::string(place.county));
        SiteWorld world;
        auto& site = world.site;
        const auto brand = brands()[(i * 7 + i / brands().size() * 3) % brands().size()];
        // Districts of one name are told apart by their city.
        const auto* city = domain::builtinRegions().parent(*region);
        const bool district = region->name.ends_with("区") && city && city->name.ends_with("市");
        const std::string county = (district ? city->name : std::string()) + region->name;
        const auto suffix = random.pick(words(kind.suffixes));
        site.id = std::string(place.county) + "-" + std::string(1, static_cast<char>(kind.letter - 'A' + 'a')) +
                  std::to_string(i / places().size() + 1);
        site.name = county + std::string(brand) + suffix + "（示例）";
        site.region = place.county;
        site.code = creditCode(kind.body, place.county, random);
        site.programme = kind.programme;
        site.sector = kind.sector;
        site.address = addressOf(county, kind, random);
        world.kind = bodyName(kind);
        world.level = levelOf(kind, random);
        world.programmeId = programmeOf(kind, place.county);
        const auto products = words(place.known.empty() ? kind.products : place.known);
        world.products = {products[random.below(products.size())]};
        if (const auto more = random.pick(products); more != world.products.front()) world.products.push_back(more);
        world.checklists = words(kind.checklists);
        world.scenes = words(kind.scenes);
        world.scaleUnit = kind.unit;
        settle(world, place, kind, random);
        world.legalPerson = personName(random);
        world.quality = personName(random);
        site.contact = world.quality;
        // Most are run well, some are not, few badly.
        world.goodness = std::clamp(1 - 0.75 * std::pow(random.unit(), 1.9), 0.2, 0.99);
        world.drift = random.between(-0.18, 0.3);
        world.riskGrade = world.goodness > 0.88 ? 'A' : world.goodness > 0.7 ? 'B' : world.goodness > 0.36 ? 'C' : 'D';
        world.visits = 5.2 + 3.4 * (1 - world.goodness) + random.between(-0.8, 1.2);
        out.push_back(std::move(world));
    }
    return out;
}

double goodnessAt(const SiteWorld& site, double share) {
    return std::clamp(site.goodness + site.drift * share, 0.1, 0.995);
}

json::object siteBody(const SiteWorld& world, Day begun) {
    auto site = world.site;
    for (const auto& [latitude, longitude] : world.boundary) site.boundary.push_back({latitude, longitude});
    site.boundary.push_back(site.boundary.front());
    site.altitude = world.altitude;
    site.scale = records::SiteScale{static_cast<double>(world.scale), world.scaleUnit};
    site.products = world.products;
    site.riskGrade = std::string(1, world.riskGrade);
    site.level = world.level;
    site.programmeId = world.programmeId;
    auto body = records::toBody(site);
    // What no reader knows yet is kept with the line.
    body["kind"] = world.kind;
    body["legal_representative"] = world.legalPerson;
    body["status"] = "建设";
    body["start"] = dayText(begun);
    return body;
}

}  // namespace plumb::province
