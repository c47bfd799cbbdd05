// What the public reads of a publication: the one place that decides what leaves the office. Its members are all that
// pages and calls without an account show of it: nothing of a person, no place finer than a county, and of a withdrawn
// result no more than that it was withdrawn. What somebody wrote is shown only where it tells of nobody: held against
// the names that the caller gives, which at this moment are more than whoever took the line in could know. Pure; any
// thread.
#pragma once

#include <string>
#include <vector>

#include "shared/records/publication/published.h"

namespace plumb::records {

struct PublicEntry {
    std::string inspection;  // id
    PublicationState state = PublicationState::published;
    std::string name;             // of the site, as published
    std::string county;           // GB/T 2260, six digits at most
    PublishedResult result = {};  // empty where withdrawn
    std::string where, reason;    // as written; "" where there is none, or it is held back
    bool heldBack = false;        // one of them tells of a person
    Day first{}, changed{};       // published first; corrected or withdrawn last
    int version = 1;              // 2: corrected once
    bool lineIsPublic = true;     // whether the signed line may be shown, but for its author

    friend bool operator==(const PublicEntry&, const PublicEntry&) = default;
};

// `told`: names and addresses that must not be told.
PublicEntry publicEntry(const PublicationRow& row, const std::vector<std::string>& told);

}  // namespace plumb::records
