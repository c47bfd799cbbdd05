#include "shared/checklist/score/settled.h"

#include "shared/checklist/evaluate/fill.h"

namespace plumb::checklist {

Result<Settled> settledOn(const Checklist& checklist, const Answers& answers, std::string_view today) {
    const auto day = parseDay(today);
    if (!day) return fail(ErrorKind::malformed, "bad_date", "\"" + std::string(today) + "\" is no day as YYYY-MM-DD");
    auto options = scoringOptions(answers);
    options.local.day = day;
    Settled out{std::make_unique<Evaluation>(checklist, std::move(options)), *day};
    if (const auto errors = fill(*out.evaluation, answers); !errors.empty()) return fail(joined(errors));
    out.evaluation->settle();
    return out;
}

}  // namespace plumb::checklist
