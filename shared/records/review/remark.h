// Supervisor and inspector write to each other at one item of an inspection (remark.added): a remark that begins a
// thread, those that answer it, and the one by which it is resolved. Read by staff alone. A thread belongs to the
// record and its item, over all versions; one that is answered after it was resolved is open again. With the record's
// acceptance all of them end: none begins any more, and what somebody answered before she could know is taken and opens
// nothing. Pure; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/records/inspection/standing.h"

namespace plumb::records {

inline constexpr std::string_view kRemarkAdded = "remark.added";
inline constexpr std::size_t kMostRemarkBytes = 4000;

struct Remark {
    std::string of;            // id of the submission
    std::string item;          // of its checklist
    std::string text;          // "" only of one that resolves
    std::string person;        // who writes: the author herself (planning/persons.h)
    std::string answers = {};  // record id of the remark that began the thread; "": begins one
    bool resolved = false;     // nothing is left to say

    friend bool operator==(const Remark&, const Remark&) = default;
};

// bad_payload with the member's path.
Result<Remark> readRemark(const json::object& body);
json::object toBody(const Remark& said);

struct Thread {
    std::string id;  // record id of the remark that began it
    std::string item;
    std::string begun, last;  // persons: who began it, who wrote last
    int remarks = 0;
    bool resolved = false;

    friend bool operator==(const Thread&, const Thread&) = default;
};

// Takes in the next remark of one record, whose record id is `id`. False where it answers none of these threads.
bool foldRemark(std::vector<Thread>& threads, std::string_view id, const Remark& said);

// What a remark is held against.
struct Discussed {
    const Standing& standing;
    const json::object& newest;             // body of the newest version
    std::span<const Thread> threads;        // of the record
    std::span<const std::string> visitors;  // as mayAgree()
};
// Whoever made the visit does not resolve what was asked of her; anybody else may. Refused: of_unknown of a
// self-assessment, item_unknown, thread_unknown, thread_over, thread_resolved, thread_not_yours.
Result<void> mayRemark(const Discussed& about, const Remark& said);

}  // namespace plumb::records
