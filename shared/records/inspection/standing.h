// Where an inspection stands, derived from its lines in log order and from nothing else (RECORDS.md, "State is
// derived").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/sha256.h"
#include "shared/record/payload.h"

namespace plumb::records {

enum class InspectionStatus { submitted, returned, accepted };
std::string_view statusName(InspectionStatus status);

// One line of an inspection's or a self-assessment's history: the submission, an amendment, or a review.
struct HistoryLine {
    record::Payload payload;
    Sha256 hash;
    std::string kid;
};

struct History {
    InspectionStatus status = InspectionStatus::submitted;
    std::size_t newest = 0;            // index of the newest version among the lines given
    int version = 1;                   // 1 = as submitted
    std::vector<std::size_t> reviews;  // indexes of the reviews that count, in order
};

// What the next line of a history is judged by: with it nobody has to read the lines before again.
struct Standing {
    std::string id;   // of the submission
    std::string kid;  // its author
    Sha256 newest;    // line hash of the newest version
    InspectionStatus status = InspectionStatus::submitted;
    int version = 1;
    bool assessment = false;

    friend bool operator==(const Standing&, const Standing&) = default;
};
enum class Step { none, version, review };  // what a line did to it

// Takes in one amendment or review, of which only type, `body.of` and `body.hash` are read.
Step advance(Standing& standing, const record::Payload& payload, const Sha256& hash, std::string_view kid);

// `lines` begins with the submission. A review counts only when it names the hash of the version newest before it; an
// amendment only by the submission's author.
History historyOf(const std::vector<HistoryLine>& lines);

}  // namespace plumb::records
