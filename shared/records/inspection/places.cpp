#include "shared/records/inspection/places.h"

namespace plumb::records {

namespace {

std::optional<Whereabouts> momentFrom(BodyReader& read, std::string_view name, const Instant& moment) {
    auto out = whereaboutsFrom(read, name);
    if (out && domain::asOf(*out, moment) != *out)
        read.fault(name, "must be of that moment: no fix that is more than 60 seconds away from it stands for it");
    return out;
}

}  // namespace

InspectionPlaces placesFrom(BodyReader& read, const Instant& started, const Instant& finished) {
    InspectionPlaces out;
    (void)read.objectIf("places", [&](BodyReader& places) {
        out.begun = momentFrom(places, "begun", started);
        out.signedAt = momentFrom(places, "signed", finished);
        (void)places.objectIf("files", [&](BodyReader& files) {
            for (const auto& member : files.members()) {
                const auto hash = Sha256::fromHex(std::string_view(member.key()));
                if (!hash) files.fault(member.key(), "must be named by a SHA-256 in 64 lower-case hex digits");
                const auto* there = member.value().if_object();
                if (!there) files.fault(member.key(), "must be an object");
                if (!hash || !there) return;
                if (const auto where = whereaboutsFrom(files, member.key())) out.files[*hash] = *where;
            }
        });
    });
    return out;
}

json::object toJson(const InspectionPlaces& places) {
    json::object out;
    if (places.begun) out["begun"] = domain::toJson(*places.begun);
    if (places.signedAt) out["signed"] = domain::toJson(*places.signedAt);
    json::object files;
    for (const auto& [hash, where] : places.files) files[hash.hex()] = domain::toJson(where);
    if (!files.empty()) out["files"] = std::move(files);
    return out;
}

}  // namespace plumb::records
