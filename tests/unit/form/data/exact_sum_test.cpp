#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "shared/form/data/exact_sum.h"

namespace plumb::form {

TEST_CASE("a sum is rounded once") {
    ExactSum sum;
    for (int i = 0; i < 10; ++i) sum.add(0.1);
    CHECK(sum.value() == 1.0);
    ExactSum wide;
    wide.add(1e300);
    wide.add(1.0);
    wide.remove(1e300);
    CHECK(wide.value() == 1.0);
    CHECK(ExactSum().value() == 0);
}

TEST_CASE("what is added and taken away again leaves no trace, in any order") {
    std::mt19937_64 random(1);
    std::vector<double> values;
    for (int i = 0; i < 2000; ++i) {
        const double value = std::ldexp(static_cast<double>(random()) - 9e18, static_cast<int>(random() % 400) - 200);
        values.push_back(value);
    }
    ExactSum sum;
    sum.add(0.5);
    for (const double value : values) sum.add(value);
    std::shuffle(values.begin(), values.end(), random);
    for (const double value : values) sum.remove(value);
    CHECK(sum.value() == 0.5);
}

TEST_CASE("small integers and two terms come out as IEEE 754 adds them") {
    std::mt19937_64 random(2);
    for (int i = 0; i < 5000; ++i) {
        const double a = static_cast<double>(static_cast<std::int64_t>(random() % 2000) - 1000) / 7;
        const double b = static_cast<double>(static_cast<std::int64_t>(random() % 2000) - 1000) / 3;
        ExactSum sum;
        sum.add(a);
        sum.add(b);
        CHECK(sum.value() == a + b);
    }
}

}  // namespace plumb::form
