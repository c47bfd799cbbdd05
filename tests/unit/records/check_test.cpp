// A check and its head's approval: who decides, once, and which task may be for it; lines that may not follow change
// nothing.
#include "shared/records/planning/check.h"

#include <catch2/catch.hpp>

#include "shared/records/planning/check_json.h"

using namespace plumb;
using namespace plumb::records;

namespace {

const std::string kCheck = "0198d2c4-7a10-7c3e-8f21-0000000000c1", kTask = "0198d2c4-7a10-7c3e-8f21-0000000000b1";

Sha256 hashOf(int number) {
    Sha256 out;
    out.bytes[0] = static_cast<unsigned char>(number);
    return out;
}

record::Payload payload(std::string_view type, const std::string& id, json::object body, const char* site = "veg") {
    record::Payload out;
    out.type = type;
    out.id = id;
    out.site = site;
    out.region = "620321";
    out.at = parseInstant("2026-11-22T10:00:00.000+08:00").value();
    out.body = std::move(body);
    return out;
}

PlannedCheck check(bool urgent = false) {
    PlannedCheck out;
    out.reason = "年度计划";
    out.basis = "标准化法第三十二条";
    out.checklist = "6a";
    out.planned = parseDay("2026-12-05").value();
    out.team = {"wang", "li"};
    out.person = "zhao";
    out.year = {1, 2, true, {}};
    if (urgent) out.urgent = Urgent{"连夜举报", {}};
    return out;
}
record::Payload proposed(bool urgent = false) {
    return payload(kCheckProposed, kCheck, toBody(check(urgent)));
}
record::Payload decided(bool approved, const char* person = "sun", int version = 1, const char* site = "veg") {
    return payload(approved ? kCheckApproved : kCheckRefused, approved ? "yes" : "no",
                   toBody(CheckDecision{kCheck, hashOf(version), person, approved, approved ? "" : "已查两次"}), site);
}
Task task() {
    Task out;
    out.checklist = "6a";
    out.team = {"wang", "li"};
    out.due = parseDay("2026-12-05").value();
    out.asked = parseDay("2026-11-25").value();
    out.check = kCheck;
    return out;
}
record::Payload assigned(const Task& says = task(), const std::string& id = kTask, const char* site = "veg") {
    return payload(kTaskAssigned, id, toBody(says), site);
}

struct Fold {
    std::optional<CheckRow> row;
    bool operator()(const record::Payload& payload, int hash) {
        return foldCheck(row, {payload, hashOf(hash), "kid", static_cast<std::uint64_t>(hash)});
    }
    std::string code(const record::Payload& payload) const {
        const auto may = mayChangeCheck(row, payload);
        return may ? std::string() : may.error().code;
    }
};

}  // namespace

TEST_CASE("a check is decided once, by somebody who neither proposed it nor goes there") {
    Fold fold;
    CHECK(fold.code(decided(true)) == "check_unknown");
    REQUIRE(fold(proposed(), 1));
    CHECK(stateOf(*fold.row) == CheckState::proposed);
    CHECK(fold.code(proposed()) == "check_decided");
    for (const char* own : {"zhao", "wang", "li"}) {
        CHECK(fold.code(decided(true, own)) == "check_own");
        CHECK(fold.code(decided(false, own)) == "check_own");
        CHECK_FALSE(fold(decided(true, own), 2));
    }
    CHECK(fold.code(decided(true, "sun", 7)) == "check_unknown");
    CHECK(fold.code(decided(true, "sun", 1, "other")) == "check_unknown");
    REQUIRE(fold(decided(true), 3));
    CHECK(stateOf(*fold.row) == CheckState::approved);
    CHECK(fold.code(decided(true, "qian")) == "check_decided");
    CHECK(fold.code(decided(false, "qian")) == "check_decided");
    CHECK_FALSE(fold(decided(false, "qian"), 4));
    CHECK(fold.row->decided->id == "yes");
}

TEST_CASE("what was refused stays refused, and nobody is sent") {
    Fold fold;
    REQUIRE(fold(proposed(true), 1));
    REQUIRE(fold(decided(false), 2));
    CHECK(stateOf(*fold.row) == CheckState::refused);
    CHECK(fold.row->decided->says.reason == "已查两次");
    CHECK(fold.code(decided(true)) == "check_decided");
    CHECK(fold.code(assigned()) == "check_refused");
    CHECK_FALSE(fold(assigned(), 3));
}

TEST_CASE("a task is for one approved check of its site, kind, checklist and team; an urgent one need not wait") {
    Fold fold;
    CHECK(fold.code(assigned()) == "check_unknown");
    REQUIRE(fold(proposed(), 1));
    CHECK(fold.code(assigned()) == "check_unapproved");
    REQUIRE(fold(decided(true), 2));
    CHECK(fold.code(assigned(task(), kTask, "other")) == "check_unknown");
    auto other = task();
    other.kind = TaskKind::special;
    CHECK(fold.code(assigned(other)) == "check_differs");
    other = task();
    other.checklist = "c1";
    CHECK(fold.code(assigned(other)) == "check_differs");
    other = task();
    other.team = {"wang", "sun"};
    CHECK(fold.code(assigned(other)) == "check_differs");
    REQUIRE(fold(assigned(), 3));
    CHECK(fold.row->task == kTask);
    CHECK(fold.code(assigned(task(), "second")) == "check_taken");
    auto again = task();
    again.of = kTask;
    again.previous = hashOf(3);
    again.team = {"li"};
    CHECK(fold.code(assigned(again, "anew")).empty());
    CHECK_FALSE(fold(assigned(again, "anew"), 4));

    Fold urgent;
    REQUIRE(urgent(proposed(true), 1));
    REQUIRE(urgent(assigned(), 2));
    REQUIRE(urgent(decided(true), 3));
    CHECK(stateOf(*urgent.row) == CheckState::approved);
}

TEST_CASE("a check's row is kept as JSON and read back") {
    Fold fold;
    REQUIRE(fold(proposed(true), 1));
    CHECK(checkFromJson(toJson(*fold.row)) == *fold.row);
    REQUIRE(fold(assigned(), 2));
    REQUIRE(fold(decided(false), 3));
    CHECK(checkFromJson(toJson(*fold.row)) == *fold.row);
    CHECK(toJson(*fold.row).at("state").as_string() == "refused");
}
