#include "shared/records/inspection/cosignature.h"

#include "shared/crypto/hash.h"
#include "shared/records/body_reader.h"
#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::records {
namespace {

tl::unexpected<Error> refused(const char* code, const char* why) {
    return fail(ErrorKind::refused, code, why);
}

}  // namespace

Sha256 contentDigest(std::string_view payload) {
    return crypto::sha256(payload);
}

Result<Cosignature> readCosignature(const json::object& body) {
    BodyReader read(body);
    Cosignature out{read.recordId("of"), read.hash("hash"), read.hash("content")};
    if (read.members().contains("task")) out.task = read.recordId("task");
    out.person = read.textIf("person");
    if (out.task.empty() != out.person.empty()) read.fault("person", "stands beside \"task\", and \"task\" beside it");
    out.place = whereaboutsFrom(read, kPlaceMember);
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const Cosignature& said) {
    json::object out{{"of", said.of}, {"hash", said.hash.hex()}, {"content", said.content.hex()}};
    if (!said.task.empty()) {
        out["task"] = said.task;
        out["person"] = said.person;
    }
    if (said.place) out[kPlaceMember] = domain::toJson(*said.place);
    return out;
}

Result<void> mayCosign(const Standing& standing, const Cosignature& said, std::string_view kid) {
    if (auto may = mayFollow(standing.status); !may) return may;
    if (standing.assessment) return refused("not_cosignable", "a self-assessment is signed by one person");
    if (standing.status == InspectionStatus::accepted)
        return refused("not_cosignable", "the inspection was accepted; nothing is added to it any more");
    if (said.hash != standing.newest)
        return refused("version_old",
                       "another version than the newest is named; each amendment is signed anew by both");
    if (standing.cosigned) return refused("already_cosigned", "a second inspector has signed this version already");
    if (standing.status == InspectionStatus::returned)
        return refused("not_cosignable", "the inspection was returned; its amendment is what is signed next");
    if (kid == standing.kid)
        return refused("own_signature", "the second signature is another person's than the first one's");
    return {};
}

Result<void> checkContent(const Cosignature& said, std::string_view payload) {
    if (said.content == contentDigest(payload)) return {};
    return fail(ErrorKind::refused, "content_differs",
                "\"content\" is not the digest of what the first inspector signed: both sign the same bytes");
}

}  // namespace plumb::records
