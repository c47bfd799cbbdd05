#include "mobile/check/conduct.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::mobile;
using Kind = ConductAdvice::Kind;

namespace {

const Instant kStart = parseInstant("2026-11-22T08:00:00.000+08:00").value();
const Instant kHourLater = parseInstant("2026-11-22T09:00:00.000+08:00").value();

store::Site site(const std::string& code) {
    store::Site out;
    out.code = code;
    return out;
}
store::SignedFinding finding(const std::string& text) {
    return {"2", "minor", text, {}, "2026-12-06"};
}
std::vector<Kind> kinds(const std::vector<ConductAdvice>& all) {
    std::vector<Kind> out;
    for (const auto& one : all) out.push_back(one.kind);
    return out;
}

const store::Site kSite = site("93620321MA0000007K");

}  // namespace

TEST_CASE("the list of words is built in, each with what to write instead in both languages") {
    REQUIRE(conductWords().size() >= 10);
    for (const auto& word : conductWords()) {
        INFO(word.word);
        CHECK_FALSE(word.say.in("zh").empty());
        CHECK_FALSE(word.say.in("en").empty());
    }
}

TEST_CASE("a conclusion is told, a fact is not, and the longer word counts once") {
    CHECK(conductOf({finding("第 3 页没有施药人")}, kSite, kStart, kHourLater).empty());
    const auto told = conductOf({finding("台账弄虚作假，属 Illegal 行为")}, kSite, kStart, kHourLater);
    REQUIRE(kinds(told) == std::vector{Kind::word, Kind::word});
    CHECK(told[0].word->word == "弄虚作假");
    CHECK(told[1].word->word == "illegal");
    CHECK(told[0].item == "2");
}

TEST_CASE("blanks, whom the record names, and when the check began") {
    CHECK(kinds(conductOf({finding(" \n")}, kSite, kStart, kHourLater)) == std::vector{Kind::blank});
    CHECK(kinds(conductOf({}, site(""), kStart, kHourLater)) == std::vector{Kind::codeNone});
    CHECK(kinds(conductOf({}, site("93620321MA0000007L"), kStart, kHourLater)) == std::vector{Kind::codeBad});
    CHECK(kinds(conductOf({}, kSite, kHourLater, kStart)) == std::vector{Kind::ahead});
    CHECK(kinds(conductOf({}, kSite, kStart, {kStart.utc + std::chrono::minutes(1), kStart.offset})) ==
          std::vector{Kind::hasty});
    CHECK(kinds(conductOf({}, kSite, kStart, {kStart.utc + std::chrono::hours(25), kStart.offset})) ==
          std::vector{Kind::longAgo});
}
