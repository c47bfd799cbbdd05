// Test mode (试用): a bureau tries a checklist before it counts. A submission states "test":true in its body, under its
// author's signature, and is then a record that is kept and proved like any other and that nothing rests on: it is
// folded with the status `test`, which it never leaves, and no line may follow it (RECORDS.md, "Test mode"). So nobody
// sheds the mark by an amendment, and nobody gives it to what was submitted without. Whoever makes a list, counts, or
// judges what speaks of a record asks here and nowhere else. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/standing.h"

namespace plumb::records {

inline constexpr std::string_view kTestMember = "test";

// Of the body of a version.
bool isTest(const json::object& body);
inline bool isTest(InspectionStatus status) {
    return status == InspectionStatus::test;
}

// The record that a line reviews, amends, signs, orders on, publishes, issues a paper of, or says that it made; "":
// none. It may be a record of any kind.
std::string followedBy(const record::Payload& payload);
// Whether any line may follow a record that stands so. Refused: test_record.
Result<void> mayFollow(InspectionStatus status);

}  // namespace plumb::records
