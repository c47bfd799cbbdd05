#include "sync-server/query/referrals_query.h"

#include <array>

#include "shared/domain/record_types.h"
#include "sync-server/projections/referrals/referral_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

constexpr std::size_t kStates = 4;

json::object told(const PlacedReferral& found, const QuerySources& sources) {
    const auto& row = found.row;
    json::array answers;
    for (const auto& one : row.answers) {
        auto answer = records::toBody(one.says);
        answer["id"] = one.id;
        answer["by"] = authorName(sources, one.kid);
        answer["at"] = formatInstant(one.at);
        answers.push_back(std::move(answer));
    }
    auto out = records::toBody(row.says);
    out["id"] = row.id;
    out["index"] = found.index;
    out["site"] = row.site;
    out["site_name"] = SiteRows(sources.reader).name(row.site);
    out["region"] = row.region;
    out["state"] = records::referralStateName(records::stateOf(row));
    out["by"] = authorName(sources, row.kid);
    out["at"] = formatInstant(row.at);
    out["answers"] = std::move(answers);
    return out;
}

bool mayReadReferral(const Principal& caller, const std::string& region, const std::string& site, bool own) {
    return domain::mayRead(caller.grants, records::kFindingReferred, region, site, own);
}

json::object countsOf(const ReferralsQuestion& question, const Principal& caller, StoreReader& reader) {
    std::array<std::array<std::uint64_t, kStates>, domain::kSupervisions> papers{};
    std::array<std::uint64_t, domain::kSupervisions> items{};
    for (const auto& tally : ReferralRows(reader).tallies()) {
        const bool asked = tally.region.starts_with(question.region) &&
                           (question.site.empty() || question.site == tally.site) &&
                           (question.year.empty() || question.year == tally.year) &&
                           mayReadReferral(caller, tally.region, tally.site, false);
        if (!asked) continue;
        const auto kind = static_cast<std::size_t>(tally.kind);
        papers[kind][static_cast<std::size_t>(tally.state)] += tally.count;
        items[kind] += tally.items;
    }
    json::object out;
    for (std::size_t kind = 0; kind < domain::kSupervisions; ++kind) {
        json::object one{{"items", items[kind]}};
        for (std::size_t state = 0; state < kStates; ++state)
            one[records::referralStateName(static_cast<records::ReferralState>(state))] = papers[kind][state];
        out[domain::supervisionName(static_cast<domain::Supervision>(kind))] = std::move(one);
    }
    return out;
}

}  // namespace

json::object listReferrals(const ReferralsQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    ReferralRows(sources.reader).each(question.page.before(), [&](const PlacedReferral& found) {
        const auto& row = found.row;
        const auto state = records::stateOf(row);
        const bool wanted = mayReadReferral(caller, row.region, row.site, row.kid == caller.kid) &&
                            row.region.starts_with(question.region) &&
                            (question.site.empty() || question.site == row.site) &&
                            (question.of.empty() || question.of == row.says.of) &&
                            (question.year.empty() || dayText(row.says.day).starts_with(question.year)) &&
                            (!question.kind || question.kind == row.says.kind) &&
                            (!question.state || question.state == state) && (!question.open || records::isOpen(state));
        return page.take(wanted, std::to_string(found.index), [&] { return told(found, sources); });
    });
    auto out = std::move(page).answer();
    out["counts"] = countsOf(question, caller, sources.reader);
    return out;
}

}  // namespace plumb::server
