// What the public reads of a publication, and what it never does.
#include "shared/records/publication/public_entry.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::records;

namespace {

PublicationRow row() {
    PublicationRow out;
    out.inspection = "0198d2c4-7a10-7c3e-8f21-0000000000a1";
    out.site = "veg";
    out.region = "620321";
    out.kid = "a-key";
    out.first = parseInstant("2026-11-25T10:00:00.000+08:00").value();
    out.at = parseInstant("2026-11-27T00:30:00.000+08:00").value();
    out.says.where = "县局网站";
    out.says.reason = "一项复核后不成立";
    out.says.result = {
        "丰乐合作社", "93620321MA0000007K", *parseDay("2026-11-22"), "supervision", "6a", "1.0", "合格", 2};
    out.version = 2;
    return out;
}

}  // namespace

TEST_CASE("a publication is shown as it was signed, on its author's days") {
    const auto entry = publicEntry(row(), {"王芳"});
    CHECK(entry.result == row().says.result);
    CHECK(entry.where == "县局网站");
    CHECK(entry.reason == "一项复核后不成立");
    CHECK(dayText(entry.first) == "2026-11-25");
    CHECK(dayText(entry.changed) == "2026-11-27");
    CHECK_FALSE(entry.heldBack);
    CHECK(entry.lineIsPublic);
}

TEST_CASE("of a withdrawn result no more is shown than that it was withdrawn, and why") {
    auto one = row();
    one.state = PublicationState::withdrawn;
    one.reason = "检查记录已退回";
    const auto entry = publicEntry(one, {});
    CHECK(entry.result == PublishedResult{});
    CHECK(entry.where.empty());
    CHECK(entry.name == "丰乐合作社");
    CHECK(entry.reason == "检查记录已退回");
}

TEST_CASE("what was written and tells of a person is held back, with the line that says it") {
    auto one = row();
    SECTION("a name that the inspection did not hold") {
        one.says.reason = "李 强来电更正";
    }
    SECTION("a number") {
        one.says.where = "来电 138 0000 1234";
    }
    SECTION("in a member that should be a word of a list") {
        one.says.result.kind = "李强的检查";
    }
    SECTION("a grade") {
        one.says.result.grade = "李强评的优";
    }
    const auto entry = publicEntry(one, {"李强"});
    CHECK(entry.heldBack);
    CHECK_FALSE(entry.lineIsPublic);
    for (const auto* text : {&entry.where, &entry.reason, &entry.result.kind, &entry.result.grade}) {
        CHECK(text->find("强") == std::string::npos);
        CHECK(text->find("138") == std::string::npos);
    }
}

TEST_CASE("a place finer than a county is not shown") {
    auto one = row();
    one.region = "620321101003";
    const auto entry = publicEntry(one, {});
    CHECK(entry.county == "620321");
    CHECK_FALSE(entry.lineIsPublic);
}
