#include "shared/records/voice/feedback.h"

#include <algorithm>
#include <array>

#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 8> kClasses{"unclear",     "impracticable", "outdated", "wrong_reference",
                                                   "conflicting", "incomplete",    "no_fault", "other"};

}  // namespace

std::string_view feedbackClassName(FeedbackClass of) {
    return kClasses[static_cast<std::size_t>(of)];
}

std::optional<FeedbackClass> feedbackClassNamed(std::string_view name) {
    const auto found = std::find(kClasses.begin(), kClasses.end(), name);
    if (found == kClasses.end()) return std::nullopt;
    return static_cast<FeedbackClass>(found - kClasses.begin());
}

Result<FeedbackAnswered> readFeedbackAnswered(const json::object& body) {
    BodyReader read(body);
    FeedbackAnswered out{read.recordId("of"), read.text("person"), FeedbackClass::other, {}};
    const auto as = feedbackClassNamed(read.text("as"));
    if (!as)
        read.fault("as",
                   "must be unclear, impracticable, outdated, wrong_reference, conflicting, incomplete, no_fault or "
                   "other");
    out.as = as.value_or(FeedbackClass::other);
    out.text = read.text("text");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const FeedbackAnswered& answered) {
    return {{"of", answered.of},
            {"person", answered.person},
            {"as", feedbackClassName(answered.as)},
            {"text", answered.text}};
}

}  // namespace plumb::records
