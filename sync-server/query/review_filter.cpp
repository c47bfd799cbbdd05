#include "sync-server/query/review_filter.h"

#include <charconv>

#include "sync-server/query/asked.h"

namespace plumb::server {
namespace {

constexpr int kMostDays = 3650;

Result<int> daysAsked(const AskedWords& words) {
    const auto said = askedText(words, "days");
    int out = 0;
    if (said.empty()) return out;
    const char* end = said.data() + said.size();
    const auto read = std::from_chars(said.data(), end, out);
    if (read.ec == std::errc() && read.ptr == end && out >= 0 && out <= kMostDays) return out;
    return fail(ErrorKind::malformed, "bad_query",
                "\"days\" must be a whole number from 0 to " + std::to_string(kMostDays));
}

}  // namespace

Result<ReviewFilter> readReviewFilter(const AskedWords& words) {
    ReviewFilter out;
    const auto family = askedText(words, "family");
    if (family != "" && family != "inspection" && family != "assessment")
        return fail(ErrorKind::malformed, "bad_query", "\"family\" must be inspection or assessment");
    out.family = family == "assessment" ? Family::assessment : Family::inspection;
    out.programme = askedTextIf(words, "programme");
    out.grade = askedTextIf(words, "grade");
    out.region = askedText(words, "region");
    out.checklist = askedText(words, "checklist");
    out.kind = askedText(words, "kind");
    out.inspector = askedText(words, "inspector");
    out.assigned = askedText(words, "assigned");
    const auto findings = askedFlagIf(words, "findings"), veto = askedFlagIf(words, "veto"),
               second = askedFlagIf(words, "second");
    const auto days = daysAsked(words);
    const auto threads = askedText(words, "threads");
    if (!findings) return fail(findings.error());
    if (!veto) return fail(veto.error());
    if (!second) return fail(second.error());
    if (!days) return fail(days.error());
    if (threads != "" && threads != "open" && threads != "answered")
        return fail(ErrorKind::malformed, "bad_query", "\"threads\" must be open or answered");
    out.findings = *findings;
    out.veto = *veto;
    out.second = *second;
    out.days = *days;
    if (!threads.empty()) out.threads = threads == "open" ? ThreadState::open : ThreadState::answered;
    return out;
}

}  // namespace plumb::server
