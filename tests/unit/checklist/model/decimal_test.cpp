#include <catch2/catch.hpp>
#include <cmath>

#include "shared/checklist/model/decimal.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {
std::string canonical(std::string_view text) {
    const auto number = Decimal::parse(text);
    return number ? number->text() : "refused";
}
}  // namespace

TEST_CASE("a decimal has one canonical text") {
    const auto [given, wanted] = GENERATE(table<const char*, const char*>({
        {"0", "0"},
        {"-0", "0"},
        {"000", "0"},
        {"7", "7"},
        {"+7", "7"},
        {"007", "7"},
        {"7.0", "7"},
        {"7.50", "7.5"},
        {".5", "0.5"},
        {"5.", "5"},
        {"-0.50", "-0.5"},
        {"100", "100"},
        {"100.010", "100.01"},
        {"0.001", "0.001"},
        {"1.005", "1.005"},
        {"123456789012345", "123456789012345"},
        {"0.123456789012345", "0.123456789012345"},
        {"５．５", "5.5"},
        {"－３", "-3"},
        {"10.0000000000000000000", "10"},
    }));
    CHECK(canonical(given) == wanted);
}

TEST_CASE("what is no decimal of fifteen digits is refused") {
    CHECK(canonical(GENERATE(as<std::string>{}, "", "-", ".", "1e3", "1,5", "1.2.3", "abc", "1 2", "0x10", "NaN",
                             "1234567890123456", "0.0000000000000001", "--1", "1-")) == "refused");
    CHECK(canonical(std::string(1000, '9')) == "refused");
}

TEST_CASE("decimals compare exactly where floating point would not") {
    CHECK(*Decimal::parse("0.3") == *Decimal::parse("0.30"));
    CHECK(*Decimal::parse("0.300000000000001") > *Decimal::parse("0.3"));
    CHECK(*Decimal::parse("-2") < *Decimal::parse("-1.999999999999"));
    CHECK(*Decimal::parse("999999999999999") > *Decimal::parse("0.000000000000001"));
    CHECK(Decimal::fromDouble(0.1 + 0.2)->text() == "0.3");
    CHECK(Decimal::fromDouble(2.0 / 3.0)->text() == "0.666666666666667");
    CHECK(Decimal::fromDouble(-12.0)->text() == "-12");
    CHECK_FALSE(Decimal::fromDouble(std::nan("")));
    CHECK_FALSE(Decimal::fromDouble(1e15));
    CHECK(Decimal::fromDouble(1e-30)->isZero());
}

TEST_CASE("ratios are exact at the extremes and round half up") {
    const auto d = [](const char* text) { return *Decimal::parse(text); };
    CHECK(ratioOf(6000, d("90"), d("100")) == 5400);
    CHECK(ratioOf(6000, d("2"), d("3")) == 4000);
    CHECK(ratioOf(1000, d("2"), d("3")) == 667);
    CHECK(ratioOf(1, d("1"), d("2")) == 1);
    CHECK(ratioOf(6000, d("101"), d("100")) == 6000);
    CHECK(ratioOf(kMaxPoints, d("999999999999998"), d("999999999999999")) == kMaxPoints);
    CHECK(ratioOf(kMaxPoints, d("0.000000000000001"), d("999999999999999")) == 0);
    CHECK(ratioBelow(d("79.999"), d("100"), d("0.8")));
    CHECK_FALSE(ratioBelow(d("80"), d("100"), d("0.8")));
}

TEST_CASE("points read as people write them") {
    CHECK(pointsText(8000) == "8");
    CHECK(pointsText(5400) == "5.4");
    CHECK(pointsText(125) == "0.125");
    CHECK(pointsText(-1500) == "-1.5");
    CHECK(scaled(100000, 62000, 72000) == 86111);
    CHECK(scaled(100000, 2, 3) == 66667);
}
