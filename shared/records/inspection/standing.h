// Where an inspection stands, derived from its lines in log order and from nothing else (RECORDS.md, "State is
// derived").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/sha256.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

enum class InspectionStatus {
    submitted,
    returned,
    accepted,
    incomplete,  // its checklist wants two inspectors, and the second has not signed: it counts for nothing yet
    test,        // made in test mode: it counts for nothing, and stays so (test_mode.h)
};
std::string_view statusName(InspectionStatus status);

// One line of an inspection's or a self-assessment's history: the submission, an amendment, a second inspector's
// signature, or a review.
struct HistoryLine {
    record::Payload payload;
    Sha256 hash;
    std::string kid;
};

// The first of two who accept a version in which an item with a veto failed (review/second.h).
struct Agreement {
    Sha256 line;
    std::string person;  // her id

    friend bool operator==(const Agreement&, const Agreement&) = default;
};

// What the next line of a history is judged by: with it nobody has to read the lines before again.
struct Standing {
    std::string id;   // of the submission
    std::string kid;  // its author
    Sha256 newest;    // line hash of the newest version
    InspectionStatus status = InspectionStatus::submitted;
    int version = 1;
    bool assessment = false;
    std::optional<Sha256> cosigned = {};   // line hash of the second signature under the newest version
    bool veto = false;                     // an item with a veto failed in the newest version
    std::optional<Agreement> agreed = {};  // who accepted that version first, where two have to

    friend bool operator==(const Standing&, const Standing&) = default;
};
enum class Step { none, version, review, cosigned, agreed };  // what a line did to it; agreed: half of an acceptance

struct History {
    InspectionStatus status = InspectionStatus::submitted;
    std::size_t newest = 0;                    // index of the newest version among the lines given
    int version = 1;                           // 1 = as submitted
    std::vector<std::size_t> reviews;          // indexes of the reviews that count, in order; halves too
    std::optional<std::size_t> agreed = {};    // index of the first of two acceptances of the newest version
    std::optional<std::size_t> cosigned = {};  // index of the second signature under the newest version
    std::vector<std::size_t> delivered = {};   // indexes of what says how the result came to the party, in order
    Standing standing = {};                    // what the next line would be judged by
};

// Where a version stands that was just signed, by what its body says.
InspectionStatus firstStatus(const json::object& body);
InspectionStatus firstStatus(const InspectionSummary& says);

// Where a submission stands that was just signed.
Standing firstStanding(const record::Payload& submission, const Sha256& hash, std::string_view kid);

// Takes in one amendment, second signature or review, of which only type, `body.of`, `body.hash`, `body.person`,
// `body.signers` and how many vetoes its score has are read.
Step advance(Standing& standing, const record::Payload& payload, const Sha256& hash, std::string_view kid);

// `lines` begins with the submission. A review counts only when it names the hash of the version newest before it; an
// amendment only by the submission's author.
History historyOf(const std::vector<HistoryLine>& lines);

}  // namespace plumb::records
