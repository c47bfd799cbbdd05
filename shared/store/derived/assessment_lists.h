// Self-assessments and the rounds in which they are made, as lists ask for them (DerivedTables). Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/assessment/assessment.h"
#include "shared/records/reference/round.h"

namespace plumb::store {

struct AssessmentFilter {
    std::string site = {}, round = {}, checklist = {};  // ids; "" leaves all
    std::optional<bool> submitted = {};
};

struct AssessmentPage {
    std::vector<records::AssessmentRow> rows;  // what changed last first
    std::size_t total = 0;
    bool complete = true;
};

struct PublishedRound {
    records::Round round;
    std::string region;  // of the line that published it
};

}  // namespace plumb::store
