#include "shared/records/reference/proposal.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

constexpr std::array<const char*, 4> kTexts{"name", "code", "address", "contact"};
constexpr std::size_t kLongestText = 1'024, kLongestReason = 65'536;
constexpr std::string_view kPublished = "site.published";

std::optional<double> numberAt(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    const auto number = value->to_number<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

double rounded(double value, double grid) {
    return std::round(value * grid) / grid;
}

// As it is written where it is whole.
json::value numberJson(double value) {
    const double whole = std::trunc(value);
    return whole == value ? json::value(static_cast<std::int64_t>(whole)) : json::value(value);
}

json::value metresJson(double value) {
    return numberJson(rounded(std::max(0.1, value), 10));
}

std::string shortText(BodyReader& read, const char* name, std::size_t most) {
    auto out = read.text(name);
    if (out.size() > most) read.fault(name, "must have at most " + std::to_string(most) + " bytes");
    return out;
}

std::optional<GeoPoint> readPoint(BodyReader& read) {
    std::optional<GeoPoint> out;
    (void)read.objectIf("point", [&](BodyReader& point) {
        const auto lat = numberAt(point.members(), "lat"), lon = numberAt(point.members(), "lon");
        if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180)
            return point.fault("lat", "and lon must be degrees, −90…90 and −180…180");
        out = GeoPoint{*lat, *lon};
    });
    return out;
}

double metres(BodyReader& read, const char* name, double least) {
    const auto value = numberAt(read.members(), name);
    if (value && *value >= least && *value <= domain::kWorstAccuracy) return *value;
    read.fault(name, "must be metres");
    return 0;
}

std::int64_t count(BodyReader& read, const char* name, std::int64_t least) {
    const auto value = read.integer(name);
    if (value < least) read.fault(name, "must be at least " + std::to_string(least));
    return value;
}

WalkSummary readWalk(BodyReader& read) {
    WalkSummary out;
    const auto way = domain::walkWayNamed(read.text("way"));
    if (!way) read.fault("way", "must be corners or track");
    out.way = way.value_or(domain::WalkWay::corners);
    out.begun = read.instant("begun");
    out.finished = read.instant("finished");
    out.fixes = count(read, "fixes", 3);
    if (!read.object("left", [&](BodyReader& left) { out.left = {count(left, "inexact", 0), count(left, "jump", 0)}; }))
        return out;
    (void)read.object("accuracy", [&](BodyReader& accuracy) {
        out.best = metres(accuracy, "best", 0);
        out.median = metres(accuracy, "median", 0);
        out.worst = metres(accuracy, "worst", 0);
        if (accuracy.good() && (out.best <= 0 || out.best > out.median || out.median > out.worst))
            accuracy.fault("median", "must lie between best and worst, and best above 0");
    });
    out.tolerance = metres(read, "tolerance", 0);
    out.track = read.hash("track");
    out.mocked = read.flagIf("mocked");
    return out;
}

json::object walkJson(const WalkSummary& walk) {
    json::object out{
        {"way", domain::walkWayName(walk.way)},
        {"begun", formatInstant(walk.begun)},
        {"finished", formatInstant(walk.finished)},
        {"fixes", walk.fixes},
        {"left", {{"inexact", walk.left.inexact}, {"jump", walk.left.jump}}},
        {"accuracy",
         {{"best", metresJson(walk.best)}, {"median", metresJson(walk.median)}, {"worst", metresJson(walk.worst)}}},
        {"tolerance", numberJson(walk.tolerance)},
        {"track", walk.track.hex()}};
    if (walk.mocked) out["mocked"] = true;
    return out;
}

}  // namespace

Result<SiteProposal> readProposal(const json::object& body) {
    BodyReader read(body);
    SiteProposal out;
    out.base = read.hash("base");
    out.reason = shortText(read, "reason", kLongestReason);
    (void)read.object("changes", [&](BodyReader& changes) {
        for (const auto* name : kTexts) {
            if (changes.members().contains(name)) out.texts[name] = shortText(changes, name, kLongestText);
        }
        out.point = readPoint(changes);
        if (const auto* boundary = changes.members().if_contains("boundary")) {
            auto ring = readBoundary(*boundary);
            if (ring)
                out.boundary = std::move(*ring);
            else
                changes.fault("boundary", ring.error().detail);
        }
        if (changes.good() && out.texts.empty() && !out.point && out.boundary.empty())
            changes.fault("", "must say what is otherwise: name, code, address, contact, point or boundary");
    });
    const bool measured = read.objectIf("measured", [&](BodyReader& place) {
        const auto where = domain::readWhereabouts(place.members());
        if (!where || !std::holds_alternative<domain::Place>(*where)) return place.fault("", "must be a place");
        out.measured = std::get<domain::Place>(*where);
    });
    if (measured && !out.point) read.fault("measured", "stands beside \"changes.point\" only");
    const bool walked = read.objectIf("walk", [&](BodyReader& walk) { out.walk = readWalk(walk); });
    if (walked && out.boundary.empty()) read.fault("walk", "stands beside \"changes.boundary\" only");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const SiteProposal& proposal) {
    json::object changes;
    for (const auto& [name, text] : proposal.texts) changes[name] = text;
    if (proposal.point)
        changes["point"] = {{"lat", rounded(proposal.point->latitude, 1e7)},
                            {"lon", rounded(proposal.point->longitude, 1e7)}};
    if (!proposal.boundary.empty()) {
        Ring ring = proposal.boundary;
        for (auto& corner : ring) corner = {rounded(corner.latitude, 1e7), rounded(corner.longitude, 1e7)};
        changes["boundary"] = boundaryJson(ring);
    }
    json::object out{{"base", proposal.base.hex()}, {"changes", std::move(changes)}, {"reason", proposal.reason}};
    if (proposal.measured) out["measured"] = domain::toJson(*proposal.measured);
    if (proposal.walk) out["walk"] = walkJson(*proposal.walk);
    return out;
}

Result<ProposalDeclined> readDeclined(const json::object& body) {
    BodyReader read(body);
    ProposalDeclined out{read.recordId("of"), shortText(read, "reason", kLongestReason)};
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const ProposalDeclined& declined) {
    return {{"of", declined.of}, {"reason", declined.reason}};
}

bool speaksOfProposals(const record::Payload& payload) {
    return !proposalOf(payload).empty();
}

std::string proposalOf(const record::Payload& payload) {
    if (payload.type == kSiteProposed) return payload.id;
    if (payload.type == kSiteDeclined) return textOr(payload.body, "of");
    if (payload.type == kPublished) return textOr(payload.body, "proposal");
    return {};
}

bool foldProposal(std::optional<ProposalRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (payload.type == kSiteProposed) {
        if (row) return false;
        auto says = readProposal(payload.body);
        if (!says) return false;
        row.emplace();
        row->id = payload.id;
        row->site = payload.site;
        row->region = payload.region;
        row->kid = line.kid;
        row->at = payload.at;
        row->says = std::move(*says);
        row->place = line.place;
        return true;
    }
    if (!mayAnswer(row, payload)) return false;
    row->state = payload.type == kSiteDeclined ? ProposalState::declined : ProposalState::accepted;
    row->answer = payload.id;
    row->answeredBy = line.kid;
    row->answeredAt = payload.at;
    if (row->state == ProposalState::declined) row->reason = textOr(payload.body, "reason");
    return true;
}

Result<void> mayAnswer(const std::optional<ProposalRow>& row, const record::Payload& payload) {
    const auto of = proposalOf(payload);
    if (payload.type == kSiteProposed || !row || of != row->id || payload.site != row->site)
        return fail(ErrorKind::refused, "proposal_unknown",
                    "no proposal " + of.substr(0, 40) + " about this site is in this log; send it first");
    if (row->state != ProposalState::open)
        return fail(ErrorKind::refused, "proposal_answered",
                    "proposal " + of.substr(0, 40) + " was " +
                        (row->state == ProposalState::accepted ? "taken up" : "declined") + " by record " +
                        row->answer.substr(0, 40) + " already");
    return {};
}

}  // namespace plumb::records
