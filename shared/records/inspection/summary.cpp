#include "shared/records/inspection/summary.h"

#include <tuple>

#include "shared/checklist/model/answers.h"
#include "shared/records/inspection/read_parts.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::records {
namespace {

std::size_t lengthOf(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_array() ? value->get_array().size() : 0;
}

}  // namespace

bool isInspection(std::string_view type) {
    return type == "inspection.submitted" || type == "inspection.amended";
}
bool isAssessment(std::string_view type) {
    return type == "assessment.submitted" || type == "assessment.amended";
}
bool isVersion(std::string_view type) {
    return isInspection(type) || isAssessment(type);
}
bool isSubmission(std::string_view type) {
    return type == "inspection.submitted" || type == "assessment.submitted";
}
bool isAmendment(std::string_view type) {
    return type == "inspection.amended" || type == "assessment.amended";
}
bool isReview(std::string_view type) {
    return type == "review.accepted" || type == "review.returned";
}
bool isCosignature(std::string_view type) {
    return type == "inspection.cosigned";
}
bool isDelivery(std::string_view type) {
    return type == "inspection.delivered";
}

int signersOf(const json::object& body) {
    const auto* value = body.if_contains("signers");
    return value && value->is_int64() && value->get_int64() == 2 ? 2 : 1;
}

int vetoesOf(const json::object& body) {
    const auto* score = body.if_contains("score");
    return score && score->is_object() ? static_cast<int>(lengthOf(score->get_object(), "vetoes")) : 0;
}

ChecklistRef checklistRefFrom(BodyReader& body) {
    ChecklistRef out;
    (void)body.object("checklist", [&](BodyReader& used) {
        out = {used.text("id"), used.text("version"), used.hash("sha256")};
    });
    return out;
}

void checkLocalDay(BodyReader& body, const Instant& started, const Instant& finished) {
    if (!body.good()) return;
    const auto local = checklist::localDayOf(body.members());
    const auto good = local ? checklist::checkLocalDay(*local, started, finished) : Result<void>(fail(local.error()));
    if (!good) body.fault(good.error());
}

std::pair<std::int64_t, std::int64_t> totalFrom(BodyReader& score) {
    const auto points = score.integer("points");
    return {points, score.integer("max")};
}

// Less strict than the whole body's reader: what a log took in before a rule was made keeps its row.
Result<InspectionSummary> readSummary(const json::object& body) {
    BodyReader read(body);
    InspectionSummary out;
    out.checklist = checklistRefFrom(read);
    out.kind = read.textIf("kind");
    const auto started = read.instant("started"), finished = read.instant("finished");
    checkLocalDay(read, started, finished);
    (void)read.object("score", [&](BodyReader& score) {
        std::tie(out.points, out.max) = totalFrom(score);
        out.grade = textOr(score.members(), "grade");
    });
    out.round = read.textIf("round");
    out.order = read.textIf("order");
    out.signers = signersOf(body);
    out.test = isTest(body);
    out.vetoes = vetoesOf(body);
    out.findings = static_cast<int>(lengthOf(body, "findings"));
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

}  // namespace plumb::records
