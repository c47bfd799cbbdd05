#include <catch2/catch.hpp>

#include "shared/base/json.h"
#include "shared/records/inspection/scan.h"

using namespace plumb;
using namespace plumb::records;

namespace {

// A payload whose members stand in an order that nobody writes, with names again where they mean something else.
constexpr std::string_view kPayload = R"({"type":"inspection.submitted","started":"no","body":{
  "notes":{"2":"第 3 页\n\"缺\" \u5de5 \ud83d\ude00"},
  "score":{"points":83333,"items":[{"verdict":"pass","id":"1","max":8000},{"points":2000,"id":"2","verdict":"part","max":4000},
           {"id":"3","verdict":"na"},{"id":"4","verdict":"fail","points":0,"max":1000,"more":{"id":"x","max":1}}],
           "levels":[{"id":"wrong","max":7}]},
  "moved":[{"aside":{"answers":{"wrong":"x"},"notes":{"wrong":"x"}},"started":"no"}],
  "answers":{"sprayed":"2026-11-02","plots[2]/area":"3.5","empty":""},
  "findings":[{"item":"2","text":"x"}],"na":{"3":"无冷库"},
  "team":[{"name":"检查员甲","role":{"name":"wrong"}},{"name":"检查员乙"}],
  "started":"2026-11-22T08:02:00.000+08:00","finished":"2026-11-22T09:21:00.000+08:00"},"name":"no"})";

std::vector<std::pair<std::string, std::string>> pairs(const ReusedList<ScannedInspection::Named>& list) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& [name, text] : list) out.emplace_back(name, text);
    return out;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("a payload is scanned for what tables show, and for nothing of the same name elsewhere") {
    ScannedInspection it;
    // Twice: nothing of the first is left in the second.
    for (int i = 0; i < 2; ++i) {
        REQUIRE(scanInspection(kPayload, it));
        CHECK(it.started == "2026-11-22T08:02:00.000+08:00");
        CHECK(it.finished == "2026-11-22T09:21:00.000+08:00");
        CHECK(std::vector<std::string>(it.team.begin(), it.team.end()) ==
              std::vector<std::string>{"检查员甲", "检查员乙"});
        CHECK(pairs(it.answers) == Pairs{{"sprayed", "2026-11-02"}, {"plots[2]/area", "3.5"}, {"empty", ""}});
        CHECK(pairs(it.reasons) == Pairs{{"3", "无冷库"}});
        CHECK(pairs(it.notes) == Pairs{{"2", "第 3 页\n\"缺\" 工 😀"}});
        REQUIRE(it.items.size() == 4);
        const std::vector<ScannedInspection::Item> items(it.items.begin(), it.items.end());
        CHECK(items[0].points == 8000);  // not stated: all of them
        CHECK(items[0].max == 8000);
        CHECK(items[1].points == 2000);
        CHECK(items[1].verdict == "part");
        CHECK(items[2].verdict == "na");
        CHECK(items[2].max == 0);
        CHECK(items[3].id == "4");
        CHECK(items[3].points == 0);
        CHECK(items[3].max == 1000);
    }
}

TEST_CASE("what is no JSON is not scanned, and what is no inspection says nothing") {
    ScannedInspection it;
    for (const std::string text : {"", "{", "[1", "{\"body\":{\"answers\":{\"a\":\"b}", "{} x", "{\"a\":\"\xff\"}"}) {
        INFO(text);
        CHECK_FALSE(scanInspection(text, it));
    }
    CHECK_FALSE(scanInspection(std::string(100'000, '['), it));
    for (const std::string text :
         {"{}", "[]", "{\"body\":[]}", "{\"body\":{\"answers\":[\"a\"],\"team\":{\"name\":\"x\"}}}"}) {
        INFO(text);
        CHECK(scanInspection(text, it));
        CHECK(it.answers.size() == 0);
        CHECK(it.team.size() == 0);
    }
}
