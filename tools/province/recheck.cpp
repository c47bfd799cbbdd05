#include "tools/province/recheck.h"

#include <algorithm>

#include "tools/province/reviews.h"
#include "tools/province/submission.h"

namespace plumb::province {

bool mayCheckAgain(const World& world, const Matter& matter) {
    const auto& visit = *matter.visit;
    for (const auto& finding : visit.filled.body.findings) {
        const bool asked = std::find(matter.items.begin(), matter.items.end(), finding.item) != matter.items.end();
        if (!asked && !finding.corrected && !world.mended.contains(spotOf(visit, finding.item))) return false;
    }
    return true;
}

std::string checkAgain(World& world, const Matter& matter, Random& random) {
    const auto& before = *matter.visit;
    auto& visit = world.visits.emplace_back();
    visit.site = before.site;
    visit.inspector = before.inspector;
    visit.book = before.book;
    visit.team = before.team;
    auto& request = visit.request;
    request = before.request;
    request.kind = "recheck";
    request.end = world.timeline.now();
    request.begin = request.end - std::chrono::minutes(random.between(15, 45));
    request.deserved = [](const checklist::Item&) { return checklist::Verdict::pass; };
    request.takePicture = [&](const std::string& item) { return photograph(world, visit, item, random).sha256.hex(); };
    visit.filled = fillRecheck(request, before.filled, random);
    visit.filled.body.order = matter.order;
    visit.party.name = visit.site->quality;
    visit.party.role = "质量负责人";
    const auto failed = failedItems(before.filled);
    for (const auto& file : before.files)
        if (file.role == "evidence" && !failed.contains(file.item)) visit.files.push_back(file);
    for (const auto& [item, count] : visit.filled.photos)
        for (int i = 0; failed.contains(item) && i < count; ++i) photograph(world, visit, item, random);
    signSubmission(world, visit, random);
    planReview(world, visit, world.timeline.now() + std::chrono::minutes(1));
    return visit.id;
}

}  // namespace plumb::province
