#include "shared/records/planning/plan.h"

#include <algorithm>
#include <array>

#include "shared/records/body_reader.h"
#include "shared/records/json_parts.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 4> kStates{"proposed", "approved", "refused", "published"};

tl::unexpected<Error> refusedBecause(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

tl::unexpected<Error> unknownPlan(const std::string& of) {
    return refusedBecause("plan_unknown", "no plan " + of.substr(0, 40) +
                                              " of this region, with this as its newest version, is in this log");
}

bool isDecision(std::string_view type) {
    return type == kPlanApproved || type == kPlanRefused;
}

Result<PlanDecision> readDecided(const record::Payload& payload) {
    return payload.type == kPlanApproved ? readPlanApproval(payload.body) : readPlanRefusal(payload.body);
}

// A new version of a plan whose newest one was decided about.
Result<void> mayCorrect(const PlanRow& row, const AnnualPlan& says) {
    const auto& newest = row.versions.back();
    if (says.before->version != newest.hash) return unknownPlan(row.id);
    if (stateOf(newest) == PlanState::proposed)
        return refusedBecause("plan_waits", "the newest version of plan " + row.id + " is not decided about yet");
    return {};
}

Result<void> mayDecide(const PlanRow& row, const record::Payload& payload) {
    const auto said = readDecided(payload);
    if (!said) return fail(said.error());
    const auto& newest = row.versions.back();
    if (said->version != newest.hash) return unknownPlan(row.id);
    if (newest.decided)
        return refusedBecause("plan_decided",
                              "plan " + row.id + " was " + std::string(planStateName(stateOf(newest))) + " already");
    if (said->person == newest.says.person)
        return fail(ErrorKind::forbidden, "plan_own",
                    "who proposed a plan does not decide about it; somebody else has to");
    return {};
}

Result<void> mayPublish(const PlanRow& row, const record::Payload& payload) {
    const auto said = readPlanPublished(payload.body);
    if (!said) return fail(said.error());
    const auto& newest = row.versions.back();
    if (said->version != newest.hash) return unknownPlan(row.id);
    switch (stateOf(newest)) {
        case PlanState::approved:
            return {};
        case PlanState::published:
            return refusedBecause("plan_published", "plan " + row.id + " is published already");
        case PlanState::proposed:
        case PlanState::refused:
            break;
    }
    return refusedBecause("plan_unapproved", "plan " + row.id + " is not approved, so that it is not published");
}

}  // namespace

std::string_view planStateName(PlanState state) {
    return kStates[static_cast<std::size_t>(state)];
}
std::optional<PlanState> planStateNamed(std::string_view name) {
    const auto found = std::find(kStates.begin(), kStates.end(), name);
    if (found == kStates.end()) return std::nullopt;
    return static_cast<PlanState>(found - kStates.begin());
}

PlanState stateOf(const PlanVersion& version) {
    if (version.published) return PlanState::published;
    if (!version.decided) return PlanState::proposed;
    return version.decided->says.approved ? PlanState::approved : PlanState::refused;
}
PlanState stateOf(const PlanRow& row) {
    return stateOf(row.versions.back());
}

const PlanVersion* inForce(const PlanRow& row) {
    const auto found = std::find_if(row.versions.rbegin(), row.versions.rend(),
                                    [](const auto& one) { return one.published.has_value(); });
    return found == row.versions.rend() ? nullptr : &*found;
}

std::string planOf(const record::Payload& payload) {
    if (isDecision(payload.type) || payload.type == kPlanPublished) return textOr(payload.body, "of");
    if (payload.type != kPlanProposed) return {};
    const auto* before = payload.body.if_contains("before");
    return before && before->is_object() ? textOr(before->get_object(), "of") : payload.id;
}

Result<void> mayChangePlan(const std::optional<PlanRow>& row, const record::Payload& payload) {
    const auto of = planOf(payload);
    if (payload.type == kPlanProposed) {
        const auto says = readPlan(payload.body);
        if (!says) return fail(says.error());
        if (!says->before)
            return row ? refusedBecause("plan_decided", "plan " + of.substr(0, 40) + " was proposed already")
                       : Result<void>();
        if (!row || row->id != of || row->region != payload.region) return unknownPlan(of);
        return mayCorrect(*row, *says);
    }
    if (!row || row->id != of || row->region != payload.region) return unknownPlan(of);
    return isDecision(payload.type) ? mayDecide(*row, payload) : mayPublish(*row, payload);
}

bool foldPlan(std::optional<PlanRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (planOf(payload).empty() || !mayChangePlan(row, payload)) return false;
    if (payload.type == kPlanProposed) {
        if (!row) row = PlanRow{payload.id, payload.region, {}};
        row->versions.push_back({payload.id, readPlan(payload.body).value(), line.hash, std::string(line.kid),
                                 payload.at, std::nullopt, std::nullopt});
        return true;
    }
    auto& newest = row->versions.back();
    if (isDecision(payload.type))
        newest.decided =
            PlanDecided{payload.id, std::string(line.kid), readDecided(payload).value(), payload.at, line.place};
    else
        newest.published = PlanShown{payload.id, std::string(line.kid), readPlanPublished(payload.body).value(),
                                     payload.at, line.place};
    return true;
}

Result<void> mayDrawFor(const std::optional<PlanRow>& row, const DrawCommitted& draw, std::string_view region) {
    if (!draw.plan) return {};
    if (!row || row->id != draw.plan->of || !region.starts_with(row->region)) return unknownPlan(draw.plan->of);
    const auto* stands = inForce(*row);
    if (!stands)
        return refusedBecause("plan_unapproved", "plan " + row->id + " is not published, so that nothing is drawn");
    const auto* batch = stands->says.batch(draw.plan->batch);
    const bool same = batch && batch->teamSize == draw.teamSize &&
                      std::equal(batch->strata.begin(), batch->strata.end(), draw.strata.begin(), draw.strata.end(),
                                 [](const auto& planned, const auto& drawn) {
                                     return planned.name == drawn.name && planned.permille == drawn.permille;
                                 });
    if (same) return {};
    return refusedBecause("plan_differs", "the published plan has no batch \"" + draw.plan->batch.substr(0, 80) +
                                              "\" with these strata, shares and team");
}

}  // namespace plumb::records
