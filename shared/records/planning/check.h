// A check that its head approves before it is made (行政检查审批): proposed with its reason, basis, items, day and team
// (check.proposed), then approved or refused by somebody else who does not go there herself (check.approved,
// check.refused); RECORDS.md. An urgent one may be made first and approved afterwards. A task names the check that it
// is for. What is asked: 国办发〔2024〕54号 and the Ministry of Justice's answers on it (every check needs its head's
// prior approval, urgent ones afterwards; all count against the yearly cap but special ones that were ordered from
// above). No source that we hold states a term for approving afterwards: lists tell how many days it waits. Pure; any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/records/believed.h"
#include "shared/records/decision.h"
#include "shared/records/planning/task.h"

namespace plumb::records {

inline constexpr std::string_view kCheckProposed = "check.proposed", kCheckApproved = "check.approved",
                                  kCheckRefused = "check.refused";

enum class CheckMode { onSite, remote };
std::string_view checkModeName(CheckMode mode);
std::optional<CheckMode> checkModeNamed(std::string_view name);

// How often the site is checked in the year of the planned day, as the proposer knows it: checks of other offices count
// too, and no register of them is asked.
struct CheckedThisYear {
    std::int64_t made = 0;             // before this one
    std::optional<std::int64_t> most;  // the cap as published; none: none is
    bool counted = true;               // this one counts against it; only a special check may not
    std::string over;                  // why it is made although the cap is reached

    friend bool operator==(const CheckedThisYear&, const CheckedThisYear&) = default;
};

struct Urgent {
    std::string reason;
    std::string inspection;  // of one that was made before it was proposed; "": not yet, or none

    friend bool operator==(const Urgent&, const Urgent&) = default;
};

struct PlannedCheck {
    TaskKind kind = TaskKind::routine;
    std::string reason, basis;
    std::string checklist, programme;  // ids; one at least
    std::vector<std::string> items;    // published items of inspection, in words
    CheckMode mode = CheckMode::onSite;
    Day planned{};
    std::vector<std::string> team;  // ids of two persons
    std::string person;             // who proposes: the author herself (persons.h)
    CheckedThisYear year;
    std::string itemsOver;  // why items are inspected more often than their register allows (item_burden.h); ""
    std::optional<Urgent> urgent;

    [[nodiscard]] bool isFor(std::string_view person) const;

    friend bool operator==(const PlannedCheck&, const PlannedCheck&) = default;
};
// bad_payload with the member's path.
Result<PlannedCheck> readCheck(const json::object& body);
json::object toBody(const PlannedCheck& check);

using CheckDecision = Decision;
// The type of the line says which of the two it is.
Result<CheckDecision> readApproval(const json::object& body);
Result<CheckDecision> readCheckRefusal(const json::object& body);

enum class CheckState { proposed, approved, refused };
std::string_view checkStateName(CheckState state);
std::optional<CheckState> checkStateNamed(std::string_view name);

struct Decided {
    std::string id, kid;
    CheckDecision says;
    Instant at;

    friend bool operator==(const Decided&, const Decided&) = default;
};

struct CheckRow {
    std::string id, site, region;
    PlannedCheck says;
    Sha256 hash;
    std::string kid;
    Instant at;
    std::optional<Decided> decided;
    std::string task;  // the one that names it

    friend bool operator==(const CheckRow&, const CheckRow&) = default;
};
CheckState stateOf(const CheckRow& row);

// The check that a line is about, or that a task is for; "": none.
std::string checkOf(const record::Payload& payload);
// Whether the line may follow. No row: no such check is known. Codes: check_unknown (no such check, or of another site,
// or another version of it), check_decided, check_own (who proposed it, or is of its team, decides), and of a task that
// names a check: check_unapproved (neither approved nor urgent), check_refused, check_taken (another task is for it),
// check_differs (another kind, checklist or person than was approved).
Result<void> mayChangeCheck(const std::optional<CheckRow>& row, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldCheck(std::optional<CheckRow>& row, const BelievedLine& line);

}  // namespace plumb::records
