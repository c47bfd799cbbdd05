#include "shared/records/inspection/conduct.h"

#include <algorithm>

namespace plumb::records {
namespace {

CredentialShown shownFrom(BodyReader& read) {
    CredentialShown out;
    if (read.members().contains("none")) {
        out.none = read.text("none");
        if (read.members().contains("at") || read.members().contains("place"))
            read.fault("none", "must stand alone: a credential was shown, or it was not");
        return out;
    }
    out.at = read.instant("at");
    (void)read.objectIf("place", [&](BodyReader& place) {
        auto where = domain::readWhereabouts(place.members());
        if (!where) return place.fault(where.error());
        out.place = *where;
    });
    if (read.good() && out.place && domain::asOf(*out.place, *out.at) != *out.place)
        read.fault("place", "must be of that moment: no fix that is more than 60 seconds away from it stands for it");
    return out;
}

}  // namespace

std::optional<CredentialShown> credentialFrom(BodyReader& body, const Instant& started, const Instant& finished) {
    std::optional<CredentialShown> out;
    (void)body.objectIf("credential", [&](BodyReader& read) {
        out = shownFrom(read);
        if (!read.good() || !out->at) return;
        // A clock that was put right meanwhile may have left "started" after "finished".
        if (out->at->utc > finished.utc || std::min(started.utc, finished.utc) - out->at->utc > kCredentialHolds)
            read.fault("at", "must lie between a day before \"started\" and \"finished\"");
    });
    return out;
}

std::optional<ResultLeft> resultFrom(BodyReader& body, const Instant& started, const Instant& finished) {
    std::optional<ResultLeft> out;
    (void)body.objectIf("result", [&](BodyReader& read) {
        const auto way = resultWayNamed(read.text("way"));
        if (!way) read.fault("way", "must be paper, sent, refused or later");
        out = ResultLeft{way.value_or(ResultWay::paper), read.instant("at"), read.textIf("to")};
        if (!read.good()) return;
        if (out->at.utc < std::min(started.utc, finished.utc) || out->at.utc > finished.utc)
            read.fault("at", "must lie between \"started\" and \"finished\"");
        const bool named = std::ranges::find(kResultAddresses, out->to) != kResultAddresses.end();
        if (out->way == ResultWay::sent && !named) read.fault("to", "must be email, message, platform or other");
        if (out->way != ResultWay::sent && !out->to.empty()) read.fault("to", "must not be there: nothing was sent");
    });
    return out;
}

Result<CredentialShown> readCredential(const json::object& object) {
    BodyReader read(object);
    auto out = shownFrom(read);
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toJson(const CredentialShown& shown) {
    if (!shown.at) return {{"none", shown.none}};
    json::object out{{"at", formatInstant(*shown.at)}};
    if (shown.place) out["place"] = domain::toJson(*shown.place);
    return out;
}

json::object toJson(const ResultLeft& result) {
    json::object out{{"way", resultWayName(result.way)}, {"at", formatInstant(result.at)}};
    if (!result.to.empty()) out["to"] = result.to;
    return out;
}

std::string_view resultWayName(ResultWay way) {
    return kResultWays.at(static_cast<std::size_t>(way));
}

std::optional<ResultWay> resultWayNamed(std::string_view name) {
    const auto found = std::ranges::find(kResultWays, name);
    if (found == kResultWays.end()) return std::nullopt;
    return static_cast<ResultWay>(found - kResultWays.begin());
}

}  // namespace plumb::records
