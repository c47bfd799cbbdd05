#include "shared/records/planning/persons.h"

#include <algorithm>
#include <array>

#include "shared/domain/complaint_rights.h"
#include "shared/domain/role_holders.h"
#include "shared/records/disposal/disposal.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/panel/panel.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/plan.h"
#include "shared/records/planning/task.h"
#include "shared/records/rectification/referral.h"
#include "shared/records/review/assignment.h"
#include "shared/records/review/remark.h"
#include "shared/records/review/reviewers.h"
#include "shared/records/voice/feedback.h"

namespace plumb::records {

namespace {

constexpr std::array kExpertRoles{domain::Role::auditor, domain::Role::inspector, domain::Role::supervisor};

// "2028-06", the whole month, or "2028-06-30".
std::optional<Day> lastDayOf(std::string_view until) {
    if (const auto day = parseDay(until)) return *day;
    const auto first = parseDay(std::string(until) + "-01");
    if (!first) return std::nullopt;
    const std::chrono::year_month_day date(*first);
    return Day(std::chrono::sys_days(date.year() / date.month() / std::chrono::last));
}

// `day`: when they are to be there, at the latest.
Result<void> checkTeam(const domain::TrustBook& book, const std::vector<std::string>& team, Day day,
                       std::string_view region, domain::LogPlace place) {
    for (const auto& person : team) {
        if (!mayInspect(book, person, region, place))
            return fail(
                ErrorKind::forbidden, "person_not_inspector",
                "person " + person.substr(0, 80) + " is no inspector whose regions cover " + std::string(region));
        if (auto good = checkCertified(book, person, day, place); !good) return good;
    }
    return {};
}

// Whoever reads the records of the region may be asked as an expert, an inspector of it too.
Result<void> checkExperts(const domain::TrustBook& book, const Panel& panel, std::string_view region,
                          domain::LogPlace place) {
    for (const auto& expert : panel.experts) {
        const bool any = std::any_of(kExpertRoles.begin(), kExpertRoles.end(), [&](domain::Role role) {
            return domain::isHolder(book, expert, domain::roleIn(role, region), place);
        });
        // The intake reads for people without an account, and is nobody who could judge.
        if (any && expert != domain::kIntakePerson) continue;
        return fail(ErrorKind::forbidden, "person_not_expert",
                    "person " + expert.substr(0, 80) +
                        " holds no right of an auditor, inspector or supervisor that covers " + std::string(region));
    }
    return {};
}

// Who speaks in a line where she says herself who she is.
const char* speaksForSelf(std::string_view type) {
    if (type == kTaskAnswered) return "nobody answers a task for somebody else";
    if (type == kCheckProposed) return "nobody proposes a check for somebody else";
    if (type == kCheckApproved || type == kCheckRefused) return "nobody decides about a check for somebody else";
    if (type == kPlanProposed) return "nobody proposes a plan for somebody else";
    if (type == kRemarkAdded) return "nobody writes in somebody else's name";
    if (type == kFeedbackAnswered) return "nobody answers feedback for somebody else";
    if (type == domain::kComplaintClassified || type == domain::kComplaintTasked || type == domain::kComplaintAnswered)
        return "nobody answers a complaint for somebody else";
    if (isPanel(type)) return "nobody assigns, scores or closes a panel for somebody else";
    if (type == kPlanApproved || type == kPlanRefused) return "nobody decides about a plan for somebody else";
    if (isReferral(type)) return "nobody refers a finding, or says what came of it, for somebody else";
    if (isDisposal(type)) return "nobody proposes or decides for somebody else that cases are disposed of";
    return nullptr;
}

}  // namespace

bool mayInspect(const domain::TrustBook& book, std::string_view person, std::string_view region,
                domain::LogPlace place) {
    return domain::isHolder(book, person, domain::roleIn(domain::Role::inspector, region), place);
}

std::optional<Day> certifiedUntil(const domain::TrustBook& book, std::string_view person, domain::LogPlace place) {
    std::optional<Day> out;
    for (const auto& [kid, member] : book.members()) {
        if (member.personId != person || !member.certificate || (place && *place <= member.enrolledAt)) continue;
        const auto until = lastDayOf(member.certificate->until);
        if (until && (!out || *until > *out)) out = until;
    }
    return out;
}

const domain::Member* memberOf(const domain::TrustBook& book, std::string_view person) {
    const domain::Member* out = nullptr;
    for (const auto& [kid, member] : book.members()) {
        if (member.personId == person && (!out || member.enrolledAt < out->enrolledAt)) out = &member;
    }
    return out;
}

bool isCertified(const domain::TrustBook& book, std::string_view person, Day day, domain::LogPlace place) {
    const auto until = certifiedUntil(book, person, place);
    return !until || day <= *until;
}

Result<void> checkCertified(const domain::TrustBook& book, std::string_view person, Day day, domain::LogPlace place) {
    const auto until = certifiedUntil(book, person, place);
    if (!until || day <= *until) return {};
    return fail(ErrorKind::forbidden, "certificate_over",
                "the certificate of person " + std::string(person.substr(0, 80)) + " ended with " + dayText(*until) +
                    ", before " + dayText(day) + "; who has a new one is invited again");
}

std::vector<domain::SitePerson> inspectorsOf(const domain::TrustBook& book, std::string_view region,
                                             domain::LogPlace place) {
    return domain::holdersOf(book, domain::roleIn(domain::Role::inspector, region), place);
}

std::vector<std::string> keysNamedBy(const domain::TrustBook& book, const record::Payload& payload) {
    std::vector<std::string> out;
    const auto task = payload.type == kTaskAssigned ? readTask(payload.body) : Result<Task>(fail(Error{}));
    const auto check = payload.type == kCheckProposed ? readCheck(payload.body) : Result<PlannedCheck>(fail(Error{}));
    const auto panel = payload.type == kPanelAssigned ? readPanel(payload.body) : Result<Panel>(fail(Error{}));
    const auto against =
        payload.type == domain::kComplaintReceived ? domain::complainedOf(payload.body) : std::string();
    for (const auto& [kid, member] : book.members()) {
        const bool reviews = payload.type == kReviewAssigned && textOr(payload.body, "to") == member.personId;
        const bool scores = panel && panel->has(member.personId);
        const bool named = reviews || scores || (task && task->isFor(member.personId)) ||
                           (check && check->isFor(member.personId)) || (!against.empty() && against == member.personId);
        if (named) out.push_back(kid);
    }
    return out;
}

Result<void> checkPersons(const domain::TrustBook& book, const domain::Member& author, const record::Payload& payload,
                          domain::LogPlace place) {
    if (const auto* why = speaksForSelf(payload.type); why && textOr(payload.body, "person") != author.personId)
        return fail(ErrorKind::forbidden, "wrong_person", why);
    // Reviews from before two had to agree about a veto name nobody.
    if (isReview(payload.type)) {
        const auto person = textOr(payload.body, "person");
        if (!person.empty() && person != author.personId)
            return fail(ErrorKind::forbidden, "wrong_person", "nobody reviews for somebody else");
        return {};
    }
    if (payload.type == kTaskAssigned) {
        const auto task = readTask(payload.body);
        return task ? checkTeam(book, task->team, task->due, payload.region, place) : Result<void>(fail(task.error()));
    }
    if (payload.type == kCheckProposed) {
        const auto check = readCheck(payload.body);
        return check ? checkTeam(book, check->team, check->planned, payload.region, place)
                     : Result<void>(fail(check.error()));
    }
    if (payload.type == kPanelAssigned) {
        const auto panel = readPanel(payload.body);
        return panel ? checkExperts(book, *panel, payload.region, place) : Result<void>(fail(panel.error()));
    }
    if (payload.type == kReviewAssigned) return checkReviewer(book, payload, place);
    // An inspection, or a second signature, that names its task says whose it is.
    if (!taskOf(payload).empty()) {
        const auto person = textOr(payload.body, "person");
        if (!person.empty() && person != author.personId)
            return fail(ErrorKind::forbidden, "wrong_person", "nobody signs a check for somebody else");
    }
    return {};
}

}  // namespace plumb::records
