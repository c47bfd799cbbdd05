#include "tools/province/deserving.h"

#include <cmath>

namespace plumb::province {
namespace {

// How seldom an item is missed, against an ordinary one.
double rarity(const checklist::Item& item) {
    if (item.veto && item.points == 0) return 0.03;
    if (item.veto || item.precondition != checklist::Precondition::none) return 0.16;
    if (item.level) return 0.35;  // control points have no middle way
    return item.key ? 0.4 : 1;
}

}  // namespace

Deserved deservedAt(const World& world, const SiteWorld& site, const std::string& checklist, const Random& visit) {
    const double goodness = goodnessAt(site, world.shareOfYear());
    return [&world, &site, checklist, goodness, random = visit](const checklist::Item& item) mutable {
        const auto spot = site.site.id + "/" + checklist + "/" + item.id;
        double weakness = world.random("spot " + spot).unit();
        if (random.chance(0.25)) weakness = random.unit();
        if (item.bonus) return weakness < 0.45 * goodness ? checklist::Verdict::pass : checklist::Verdict::fail;
        if (world.mended.contains(spot)) weakness = 0.5 + weakness / 2;
        const double rare = rarity(item);
        const double fails = (0.012 + 0.36 * std::pow(1 - goodness, 1.35)) * rare,
                     parts = (0.055 + 0.44 * (1 - goodness)) * rare;
        return weakness < fails           ? checklist::Verdict::fail
               : weakness < fails + parts ? checklist::Verdict::part
                                          : checklist::Verdict::pass;
    };
}

Deserved asTheyThink(Deserved found, const Random& own) {
    return [found = std::move(found), random = own](const checklist::Item& item) mutable {
        const auto verdict = found(item);
        const bool bad = verdict == checklist::Verdict::fail || verdict == checklist::Verdict::part;
        return bad && random.chance(0.45) ? checklist::Verdict::pass : verdict;
    };
}

}  // namespace plumb::province
