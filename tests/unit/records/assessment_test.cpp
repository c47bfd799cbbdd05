// One self-assessment by several people on several devices: item by item, the later in the log holds, nothing is lost.
#include "shared/records/assessment/assessment.h"

#include <catch2/catch.hpp>
#include <random>

#include "shared/records/assessment/assessment_json.h"

using namespace plumb;
using namespace plumb::records;

namespace {

Contribution contribution(std::map<std::string, ItemAnswers> items) {
    return {"2026-1", {"6a", "1", Sha256{{1}}}, std::move(items), {}};
}

struct Line {
    Contribution says;
    std::string kid;
};

bool take(std::optional<AssessmentRow>& row, const Line& line, std::uint8_t place) {
    record::Payload payload;
    payload.site = "yongchang";
    AssessmentReading reading;
    reading.contribution = line.says;
    return foldAssessment(row, {payload, Sha256{{place}}, line.kid, place}, reading);
}

}  // namespace

TEST_CASE("two people answer different items and one item twice") {
    std::optional<AssessmentRow> row;
    REQUIRE(
        take(row, {contribution({{"1", {{{"q1", "pass"}}, "", ""}}, {"2", {{{"q2", "7"}}, "", "旧标签"}}}), "ann"}, 3));
    REQUIRE(take(row, {contribution({{"2", {{{"q2", "10"}}, "", ""}}, {"3", {{}, "不适用的理由", ""}}}), "bo"}, 5));
    const auto answers = mergedAnswers(*row);
    CHECK(answers.values == std::map<std::string, std::string>{{"q1", "pass"}, {"q2", "10"}});
    CHECK(answers.na == std::map<std::string, std::string>{{"3", "不适用的理由"}});
    CHECK(answers.notes.empty());  // the note went with the answer that it stood beside
    CHECK(row->items.at("2").kid == "bo");
    CHECK(row->items.at("2").before == std::vector<Sha256>{Sha256{{3}}});
    CHECK(row->items.at("1").kid == "ann");
}

TEST_CASE("what comes after the whole was submitted is kept, and without effect") {
    std::optional<AssessmentRow> row;
    REQUIRE(take(row, {contribution({{"1", {{{"q1", "pass"}}, "", ""}}}), "ann"}, 3));
    row->submitted = Standing{"the whole", "ann", Sha256{{9}}};
    CHECK(mayContribute(row).error().code == "round_closed");
    CHECK_FALSE(take(row, {contribution({{"1", {{{"q1", "fail"}}, "", ""}}}), "bo"}, 4));
    CHECK(mergedAnswers(*row).values.at("q1") == "pass");
    CHECK(row->tooLate == std::vector<Sha256>{Sha256{{4}}});
    CHECK(maySubmit(row).error().code == "round_submitted");
    row->submitted->status = InspectionStatus::returned;
    CHECK(take(row, {contribution({{"1", {{{"q1", "fail"}}, "", ""}}}), "bo"}, 5));
    CHECK(assessmentFromJson(toJson(*row)) == *row);
}

TEST_CASE("a body reads and writes the same, and what it lacks is named") {
    const auto body = parseJson(R"({"round":"2026-1",
      "checklist":{"id":"6a","version":"1","sha256":"0100000000000000000000000000000000000000000000000000000000000000"},
      "items":{"2":{"answers":{"label_days":"7"},"note":"见附件"},"3":{"answers":{},"na":"不适用"}}})")
                          ->as_object();
    const auto read = readContribution(body);
    REQUIRE(read);
    CHECK(toBody(*read) == body);
    const auto wrong = [&](const char* member, json::value value) {
        auto changed = body;
        changed[member] = std::move(value);
        const auto again = readContribution(changed);
        return again ? "" : again.error().detail;
    };
    CHECK(wrong("round", "").find("body.round") != std::string::npos);
    CHECK(wrong("items", json::object{}).find("body.items") != std::string::npos);
    CHECK(wrong("items", json::object{{"2", 5}}).find("body.items.2") != std::string::npos);
    CHECK(wrong("items", json::object{{"2", {{"answers", {{"q", 5}}}}}}).find("items.2.answers.q") !=
          std::string::npos);
    CHECK(wrong("checklist", 5).find("checklist") != std::string::npos);
    CHECK(wrong("facts", json::array{}).find("body.facts") != std::string::npos);
}

TEST_CASE("merged line by line, each item is what the last line that answered it says") {
    std::mt19937 random(5);
    for (int round = 0; round < 100; ++round) {
        std::optional<AssessmentRow> row;
        std::map<std::string, ItemAnswers> last;
        for (std::uint8_t place = 0; place < 30; ++place) {
            std::map<std::string, ItemAnswers> items;
            for (unsigned i = 0; i <= random() % 4; ++i) {
                const std::string item = std::to_string(random() % 8);
                items[item] = {{{"q" + item, std::to_string(random() % 10)}}, random() % 5 == 0 ? "理由" : "", ""};
            }
            for (const auto& [item, content] : items) last[item] = content;
            REQUIRE(take(row, {contribution(items), "k" + std::to_string(random() % 3)}, place));
        }
        REQUIRE(row->items.size() == last.size());
        for (const auto& [item, content] : last) REQUIRE(row->items.at(item).content == content);
    }
}
