// A checklist filled on the spot, tap by tap, through the session that the tablet uses: its scores, findings, what it
// still wants and its trail are that session's own.
#pragma once

#include <functional>
#include <set>

#include "shared/checklist/session/audit_trail.h"
#include "shared/records/inspection/body.h"
#include "tools/province/answer_book.h"

namespace plumb::province {

// What is to be found at a site: the verdict that an item deserves.
using Deserved = std::function<checklist::Verdict(const checklist::Item&)>;

struct FillRequest {
    const AnswerBook* book = nullptr;
    std::string sha256;  // of the document
    std::string kind;
    std::string county;
    TimePoint begin{}, end{};  // the taps spread over this time
    double latitude = 0, longitude = 0;
    Deserved deserved;
    std::map<std::string, std::string> facts;  // of the site, where the document asks
    std::function<std::string(const std::string& item)>
        takePicture;         // for questions that are answered by one; its hash
    double talkative = 0.5;  // how often a note is written that nobody asked for
    bool sparing = false;    // only the photos that are asked for are taken
};

struct Filled {
    records::InspectionBody body;  // without party and team
    checklist::AuditTrail trail;
    std::map<std::string, int> photos;  // by item: how many were taken
    Instant finished;
};

// Throws with what lacks where the book does not fill the checklist: the book is wrong then.
Filled fill(const FillRequest& request, Random& random);

// The same content again with the review's wishes met: a note at each of `items`, in a run of its own.
Filled fillAgain(const FillRequest& request, const Filled& before, const std::vector<std::string>& items,
                 Random& random);

// The items that did not pass, which a re-check asks again.
std::set<std::string> failedItems(const Filled& filled);
// Of those alone; the rest stands as `before` says, with its photos.
Filled fillRecheck(const FillRequest& request, const Filled& before, Random& random);

}  // namespace plumb::province
