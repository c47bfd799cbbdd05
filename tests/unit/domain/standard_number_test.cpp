#include "shared/domain/standard_number.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::domain;

TEST_CASE("numbers of every family are read, whatever signs and blanks they are typed with") {
    struct Row {
        const char *given, *text, *family, *year;
    };
    const Row rows[] = {
        {"GB 2763-2021", "GB 2763-2021", "national", "2021"},
        {"gb2763—2021", "GB 2763-2021", "national", "2021"},
        {" GB∕T 24421.2 － 2023 ", "GB/T 24421.2-2023", "national", "2023"},
        {"GB ／ T20014.5–2013", "GB/T 20014.5-2013", "national", "2013"},
        {"GB/Z 1−99", "GB/Z 1-99", "national", "99"},
        {"GB/T 1.1", "GB/T 1.1", "national", ""},
        {"GB/T 1.1.12-2020", "GB/T 1.1.12-2020", "national", "2020"},
        {"DBS62/ 001-2019", "DBS62/ 001-2019", "food_local", "2019"},
        {"DBS62 001-2019", "DBS62/ 001-2019", "food_local", "2019"},
        {"DB62/T 4000-2019", "DB62/T 4000-2019", "local", "2019"},
        {"DB6201/T 12-2020", "DB6201/T 12-2020", "local", "2020"},
        {"DB63 0112", "DB63 0112", "local", ""},
        {"DB620112-2020", "DB6201 12-2020", "local", "2020"},
        {"T/CAS 012-2020", "T/CAS 012-2020", "association", "2020"},
        {"T/CAS123", "T/CAS 123", "association", ""},
        {"T/CAS 12 345A-2020", "", "", ""},
        {"Q/ABC 0001S-2021", "Q/ABC 0001S-2021", "enterprise", "2021"},
        {"Q/永昌蔬菜 01-2024", "Q/永昌蔬菜 01-2024", "enterprise", "2024"},
        {"Q/62 001", "Q/62 001", "enterprise", ""},
        {"NY/T 3445", "NY/T 3445", "trade", ""},
        {"NY 5010-2016", "NY 5010-2016", "trade", "2016"},
        {"DB/T 99", "DB/T 99", "trade", ""},
        {"DB 99", "DB 99", "trade", ""},
    };
    for (const auto& row : rows) {
        INFO(row.given);
        const auto number = parseStandardNumber(row.given);
        if (!*row.text) {
            CHECK_FALSE(number);
            continue;
        }
        REQUIRE(number);
        CHECK(number->text() == row.text);
        CHECK(familyName(number->family) == row.family);
        CHECK(number->year == row.year);
        CHECK(parseStandardNumber(number->text()) == *number);
    }
}

TEST_CASE("what is no number of a standard is refused, with what was probably meant") {
    const std::pair<const char*, const char*> rows[] = {
        {"GBT2763", "GB/T 2763"},
        {"GBT 24421.2-2023", "GB/T 24421.2-2023"},
        {"GB-T 24421.2-2023", "GB/T 24421.2-2023"},
        {"GB T 1.1", "GB/T 1.1"},
        {"GB  2763-2021", "GB 2763-2021"},
        {"ＧＢ　２７６３－２０２１", "GB 2763-2021"},
        {"GB 2763:2021", "GB 2763-2021"},
        {"NYT3445", "NY/T 3445"},
        {"DB62T 4000-2019", "DB62/T 4000-2019"},
        {"TCAS 12-2020", "T/CAS 12-2020"},
        {"GB 2763-2021 食品中农药最大残留限量", "GB 2763-2021"},
        {"GB 1234567", ""},
        {"GB 2763-202", ""},
        {"GB 2763-20211", ""},
        {"GB/X 1", ""},
        {"T/A 1", ""},
        {"农药管理条例", ""},
        {"", ""},
        {"GB", ""},
        {"GB .1", ""},
        {"GB 1.2.3.4", ""},
        {"GB 1.2345", ""},
    };
    for (const auto& [given, meant] : rows) {
        INFO(given);
        const auto number = parseStandardNumber(given);
        REQUIRE_FALSE(number);
        CHECK(number.error().code == "bad_standard_number");
        CHECK(suggestStandardNumber(given) == meant);
        if (*meant) CHECK_THAT(number.error().detail, Catch::Contains(std::string("did you mean \"") + meant + "\""));
    }
}

TEST_CASE("only national numbers without /T or /Z may be mandatory, and food-safety ones of a province") {
    CHECK(parseStandardNumber("GB 2763-2021")->mayBeMandatory());
    CHECK(parseStandardNumber("DBS62/ 001")->mayBeMandatory());
    for (const char* text : {"GB/T 1.1", "GB/Z 1", "DB62 1", "DB62/T 1", "NY 5010", "T/CAS 1", "Q/A 1"})
        CHECK_FALSE(parseStandardNumber(text)->mayBeMandatory());
}

TEST_CASE("reading is bounded however long the text") {
    CHECK_FALSE(parseStandardNumber(std::string(10'000'000, 'G')));
    CHECK_FALSE(parseStandardNumber("GB 1" + std::string(1'000'000, ' ') + "-2020"));
    CHECK(normaliseStandardNumber(" gb 1 - 2020 ") == "GB 1-2020");
}
