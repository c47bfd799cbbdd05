#include "shared/records/inspection/summary.h"

#include <vector>

#include "shared/base/clock.h"
#include "shared/checklist/model/answers.h"

namespace plumb::records {
namespace {

tl::unexpected<Error> bad(const Error& error) {
    return fail(ErrorKind::malformed, "bad_payload", error.detail);
}

std::size_t lengthOf(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_array() ? value->get_array().size() : 0;
}

}  // namespace

bool isInspection(std::string_view type) {
    return type == "inspection.submitted" || type == "inspection.amended";
}
bool isReview(std::string_view type) {
    return type == "review.accepted" || type == "review.returned";
}

Result<InspectionSummary> readSummary(const json::object& body) {
    const auto used = objectAt(body, "checklist", "body");
    if (!used) return bad(used.error());
    InspectionSummary out;
    for (const auto& [name, to] : {std::pair{"id", &out.checklist.id}, std::pair{"version", &out.checklist.version}}) {
        auto text = textAt(**used, name, "body.checklist");
        if (!text) return bad(text.error());
        *to = std::move(*text);
    }
    const auto hash = textAt(**used, "sha256", "body.checklist");
    if (!hash) return bad(hash.error());
    const auto sha256 = Sha256::fromHex(*hash);
    if (!sha256)
        return fail(ErrorKind::malformed, "bad_payload", "\"body.checklist.sha256\" must be 64 lower-case hex digits");
    out.checklist.sha256 = *sha256;
    std::vector<Instant> times;
    for (const char* name : {"kind", "started", "finished"}) {
        const auto text = textAt(body, name, "body");
        if (!text) return bad(text.error());
        if (std::string_view(name) == "kind") {
            out.kind = *text;
            continue;
        }
        const auto time = parseInstant(*text);
        if (!time)
            return fail(ErrorKind::malformed, "bad_payload", "\"body." + std::string(name) + "\" must be an instant");
        times.push_back(*time);
    }
    const auto local = checklist::localDayOf(body);
    if (!local) return bad(local.error());
    if (const auto good = checklist::checkLocalDay(*local, times[0], times[1]); !good) return bad(good.error());
    const auto score = objectAt(body, "score", "body");
    if (!score) return bad(score.error());
    const auto points = integerAt(**score, "points", "body.score"), max = integerAt(**score, "max", "body.score");
    if (!points || !max) return bad(points ? max.error() : points.error());
    out.points = *points;
    out.max = *max;
    out.grade = textOr(**score, "grade");
    out.vetoes = static_cast<int>(lengthOf(**score, "vetoes"));
    out.findings = static_cast<int>(lengthOf(body, "findings"));
    return out;
}

}  // namespace plumb::records
