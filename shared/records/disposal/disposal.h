// Disposal of archived cases whose term of keeping has passed (档案鉴定销毁): one proposes it with a list of the cases
// and the reasons (disposal.proposed), another person approves or refuses it (disposal.approved, disposal.refused);
// RECORDS.md. The list is kept for ever (销毁清册), as all lines are: what goes is bytes of files
// (sync-server/blobs/disposed_files.h). Followed: 《机关档案管理规定》 (国家档案局令第13号), articles on appraisal and
// destruction, and GB/T 18894: what is destroyed is appraised before, approved by whoever is in charge, destroyed by
// two, and its list is kept for ever. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/records/believed.h"
#include "shared/records/decision.h"
#include "shared/records/rectification/case.h"

namespace plumb::records {

inline constexpr std::string_view kDisposalProposed = "disposal.proposed", kDisposalApproved = "disposal.approved",
                                  kDisposalRefused = "disposal.refused";
bool isDisposal(std::string_view type);
// A list fits into one line, and is read by a person before she signs.
inline constexpr std::size_t kMostDisposed = 1'000;
inline constexpr std::size_t kMostDisposalBytes = 3'000;  // of each text

// One row of the list.
struct DisposalCase {
    std::string of;    // the inspection that opened it
    std::string act;   // record id of the act that filed it away
    std::string term;  // 30 or 10
    Day until{};       // the last day of its term

    friend bool operator==(const DisposalCase&, const DisposalCase&) = default;
};

// A box (plumb archive take) in which cases of the list were taken: who keeps it disposes of it, too.
struct DisposalBox {
    Sha256 sha256;
    std::string title;

    friend bool operator==(const DisposalBox&, const DisposalBox&) = default;
};

struct Disposal {
    std::string person;               // who proposes: the author herself (planning/persons.h)
    std::string reason;               // the opinion of the appraisal
    std::string disputes;             // how it was made sure that no dispute about them runs
    std::vector<DisposalCase> cases;  // one at least, each once
    std::vector<DisposalBox> boxes = {};

    [[nodiscard]] const DisposalCase* find(std::string_view inspection) const;
    friend bool operator==(const Disposal&, const Disposal&) = default;
};
// bad_payload with the member's path.
Result<Disposal> readDisposal(const json::object& body);
json::object toBody(const Disposal& disposal);

using DisposalDecision = Decision;
// The type of the line says which of the two it is.
Result<DisposalDecision> readDisposalApproval(const json::object& body);
Result<DisposalDecision> readDisposalRefusal(const json::object& body);

enum class DisposalState { proposed, approved, refused };
std::string_view disposalStateName(DisposalState state);
std::optional<DisposalState> disposalStateNamed(std::string_view name);

struct DisposalDecided {
    std::string id, kid;
    DisposalDecision says;
    Instant at;

    friend bool operator==(const DisposalDecided&, const DisposalDecided&) = default;
};

struct DisposalRow {
    std::string id, region;
    Disposal says;
    Sha256 hash;
    std::string kid;
    Instant at;
    std::optional<DisposalDecided> decided;

    friend bool operator==(const DisposalRow&, const DisposalRow&) = default;
};
DisposalState stateOf(const DisposalRow& row);

// The list that a line is about; "": none.
std::string disposalOf(const record::Payload& payload);
// Codes: disposal_unknown, disposal_decided, disposal_own (who proposed the list decides about it).
Result<void> mayChangeDisposal(const std::optional<DisposalRow>& row, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldDisposal(std::optional<DisposalRow>& row, const BelievedLine& line);

json::object toJson(const DisposalRow& row);
// Takes what toJson() gave; throws for anything else.
DisposalRow disposalFromJson(const json::object& object);

// What the log knows of a case that is on a list.
struct DisposalFacts {
    const CaseRow* row = nullptr;  // null: it knows none
    std::string act;               // record id of the act that filed it away; "": none did
    std::optional<Day> until;      // the last day of its term; none: it is kept for ever
    Day today{};                   // by the clock that is the earlier one
    std::string disposed;          // when and by whom it was disposed of already, in words; "": it was not
    std::string waiting;           // another list that it is on and that nobody decided about; "": none
    std::string referral;          // a referral of its findings that is not concluded; "": none
};
// Whether it may be disposed of now: asked of each case when a list is proposed, and again when it is approved.
// Refused: of_unknown, disposal_elsewhere (it lies outside the line's region), case_disposed, not_archived,
// disposal_permanent, disposal_differs (the list says another archiving, term or last day), term_runs, referral_open,
// disposal_waits.
Result<void> mayDispose(const DisposalCase& said, std::string_view region, const DisposalFacts& facts);

}  // namespace plumb::records
