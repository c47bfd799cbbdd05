#include "sync-server/query/round_query.h"

#include <array>
#include <map>

#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

constexpr std::array<std::string_view, 5> kSteps{"not_begun", "filling", "submitted", "returned", "accepted"};

struct SiteOfRound {
    std::string site, name, region;
    std::optional<AssessmentProgress> progress;
    SiteStep step = SiteStep::notBegun;
    bool late = false;
};
// By county, then by the site's id: a county's sites stand together, and a site that is published meanwhile moves none.
using Sites = std::map<std::string, SiteOfRound>;

std::string keyOf(const std::string& region, const std::string& site) {
    return region + "." + site;
}

// As the round's newest line says whom it is for; a listed site need not be published.
Sites sitesOf(const PublishedRound& published, StoreReader& reader) {
    Sites out;
    SiteRows rows(reader);
    const auto add = [&](const KnownSite& site) {
        out[keyOf(site.region, site.site)] = {site.site, site.name, site.region, std::nullopt};
    };
    if (published.round.sites.empty()) {
        rows.publishedFrom(0, [&](const KnownSite& site) {
            if (published.round.isFor(site.site, site.region, published.region)) add(site);
        });
    }
    for (const auto& id : published.round.sites)
        add(rows.find(id).value_or(KnownSite{id, {}, published.region, {}, 0}));
    return out;
}

SiteStep stepOf(const AssessmentProgress& progress) {
    // A row may begin with who is to fill what: nothing is filled then.
    if (!progress.status) return progress.answered == 0 ? SiteStep::notBegun : SiteStep::filling;
    switch (*progress.status) {
        case records::InspectionStatus::submitted:
            return SiteStep::submitted;
        case records::InspectionStatus::returned:
            return SiteStep::returned;
        case records::InspectionStatus::accepted:
            return SiteStep::accepted;
        case records::InspectionStatus::incomplete:  // is of inspections alone
        case records::InspectionStatus::test:        // is of no round's progress
            break;
    }
    return SiteStep::filling;
}

// What was begun; also by a site that has left the round since.
void putProgress(const PublishedRound& published, Sites& sites, StoreReader& reader) {
    std::map<std::string, SiteOfRound*> bySite;
    for (auto& [key, site] : sites) bySite[site.site] = &site;
    for (auto& progress : AssessmentRows(reader).progress(published.round.id, published.round.checklist.id)) {
        auto known = bySite.find(progress.site);
        if (known == bySite.end()) {
            auto& site = sites[keyOf(progress.region, progress.site)];
            site = {progress.site, SiteRows(reader).name(progress.site), progress.region, std::nullopt};
            known = bySite.emplace(site.site, &site).first;
        }
        known->second->step = stepOf(progress);
        known->second->progress = std::move(progress);
    }
}

bool isLate(const SiteOfRound& site, Day closes, Day today) {
    const auto handedIn = site.progress ? site.progress->handedIn : std::nullopt;
    return handedIn.value_or(today) > closes;
}

json::object tell(const SiteOfRound& site) {
    json::object out{{"site", site.site},
                     {"site_name", site.name},
                     {"region", site.region},
                     {"step", kSteps[static_cast<std::size_t>(site.step)]}};
    if (site.late) out["late"] = true;
    if (!site.progress) return out;
    const auto& progress = *site.progress;
    out["index"] = progress.first;
    out["answered"] = progress.answered;
    if (!progress.submission.empty()) out["submission"] = {{"id", progress.submission}, {"version", progress.version}};
    if (progress.handedIn) out["handed_in"] = dayText(*progress.handedIn);
    return out;
}

}  // namespace

std::optional<SiteStep> siteStepNamed(std::string_view name) {
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        if (kSteps[i] == name) return static_cast<SiteStep>(i);
    }
    return std::nullopt;
}

Result<RoundSitesQuestion> readRoundSitesQuestion(const AskedWords& words) {
    RoundSitesQuestion out;
    out.late = askedText(words, "step") == "late";
    if (!out.late) {
        const auto step =
            askedNamed(words, "step", siteStepNamed, "not_begun, filling, submitted, returned, accepted or late");
        if (!step) return fail(step.error());
        out.step = *step;
    }
    const auto today = askedDay(words, "today");
    if (!today) return fail(today.error());
    out.today = *today;
    return out;
}

Result<json::object> listRoundSites(const RoundSitesQuestion& question, const Principal& caller,
                                    const QuerySources& sources) {
    const auto published = RoundRows(sources.reader).find(question.round);
    if (!published) return fail(ErrorKind::notFound, "not_found", "there is no such round");
    auto sites = sitesOf(*published, sources.reader);
    putProgress(*published, sites, sources.reader);
    std::array<std::uint64_t, kSteps.size()> counts{};
    std::uint64_t all = 0, late = 0;
    json::array items;
    json::object out{{"next", nullptr}};
    std::string last;
    for (auto& [key, site] : sites) {
        if (!mayReadVisit(caller, site.region, site.site, {})) continue;
        site.late = isLate(site, published->round.closes, question.today);
        ++counts[static_cast<std::size_t>(site.step)];
        ++all;
        late += site.late ? 1 : 0;
        const bool wanted =
            key > question.after && (!question.step || *question.step == site.step) && (!question.late || site.late);
        if (!wanted) continue;
        if (items.size() < question.limit) {
            items.push_back(tell(site));
            last = key;
        } else {
            out["next"] = last;
        }
    }
    json::object told{{"all", all}, {"late", late}};
    for (std::size_t i = 0; i < kSteps.size(); ++i) told[kSteps[i]] = counts[i];
    out["items"] = std::move(items);
    out["counts"] = std::move(told);
    return out;
}

}  // namespace plumb::server
