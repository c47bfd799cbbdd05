// Terms of keeping by kind, as offices publish them: which table holds, what is too short, and when a term ends. The
// cases are the console's too.
#include "shared/records/reference/retention.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace plumb;
using namespace plumb::records;

TEST_CASE("tables that hold state the least term, and the later end counts") {
    std::ifstream file(PLUMB_SOURCE_DIR "/tests/unit/records/cases/retention.json");
    std::stringstream text;
    text << file.rdbuf();
    const auto all = parseJson(text.str()).value();
    std::vector<Retention> versions;
    for (const auto& table : all.at("tables").as_array()) {
        versions.push_back(readRetention(table.as_object()).value());
        CHECK(readRetention(toBody(versions.back())).value() == versions.back());
    }
    REQUIRE(all.at("cases").as_array().size() >= 12);
    for (const auto& one : all.at("cases").as_array()) {
        INFO(toText(one));
        const std::string kind(one.at("kind").as_string()), term(one.at("term").as_string());
        const auto day = parseDay(one.at("day").as_string()).value();
        const auto holding = holdingOn(day, versions);
        json::array titles;
        for (const auto& table : holding) titles.push_back(json::value(table.title.in("zh")));
        CHECK(json::value(titles) == one.at("holding"));
        const auto stated = statedTerm(kind, holding);
        CHECK((stated ? json::value(stated->term) : json::value(nullptr)) == one.at("stated"));
        const auto until = keptUntil(term, day, holding);
        CHECK((until ? json::value(dayText(*until)) : json::value(nullptr)) == one.at("until"));
        const auto checked = checkTerm(kind, term, holding);
        CHECK(!checked == one.at("short").as_bool());
        if (!checked) CHECK(checked.error().code == "term_short");
    }
}

TEST_CASE("a term from a leap day on ends with a February") {
    const auto leap = parseJson(R"({"id":"a","title":{"zh":"表"},"source":{"zh":"文"},"where":"处","from":"2024-01-01",
        "runs":"archiving","terms":[{"kind":"patrol","term":"10"}]})");
    const std::vector tables{readRetention(leap->get_object()).value()};
    CHECK(dayText(*keptUntil("10", *parseDay("2024-02-29"), tables)) == "2034-02-28");
    CHECK(dayText(*keptUntil("30", *parseDay("2024-02-29"), tables)) == "2054-02-28");
    CHECK_FALSE(keptUntil("10", *parseDay("9995-01-01"), tables));
    CHECK_FALSE(keptUntil("11", *parseDay("2024-02-29"), tables));
}
