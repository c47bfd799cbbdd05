#include "shared/base/pinyin_initials.h"

#include <catch2/catch.hpp>

using namespace plumb;

TEST_CASE("names are found by the initials of their pinyin, anywhere in them") {
    CHECK(holdsInitials("兰州", "lz"));
    CHECK(holdsInitials("永昌县", "ycx"));
    CHECK(holdsInitials("甘肃省金昌市永昌县设施蔬菜标准化示范区", "ycxss"));
    CHECK_FALSE(holdsInitials("永昌县", "yx"));  // characters that follow each other
    CHECK_FALSE(holdsInitials("永昌县", "ycxs"));
    CHECK_FALSE(holdsInitials("", "y"));
    CHECK_FALSE(holdsInitials("永昌县", ""));
}

TEST_CASE("a character with several readings answers to each") {
    CHECK(holdsInitials("重庆", "cq"));
    CHECK(holdsInitials("重量", "zl"));
    CHECK(holdsInitials("长城", "cc"));
    CHECK(holdsInitials("行业", "hy"));
    CHECK(pinyinInitials(U'兰') == 1U << ('l' - 'a'));
    CHECK(pinyinInitials(U'A') == 0);
    CHECK(pinyinInitials(U'，') == 0);
    CHECK(pinyinInitials(0x2C494) != 0);  // 𬒔, a standard character beyond the first plane
}

TEST_CASE("letters and digits stand for themselves, other marks are passed over") {
    CHECK(holdsInitials("兰州（新区）A区", "lzxqaq"));
    CHECK(holdsInitials("试点6a", "sd6a"));
    CHECK_FALSE(holdsInitials("兰州", "L"));  // a query is given in lower case
    CHECK_FALSE(holdsInitials("兰州", "l z"));
    CHECK_FALSE(holdsInitials("\xff\xe5\x85", "l"));  // no UTF-8: no initials, and nothing is read beyond it
}

TEST_CASE("a beginning that fails does not hide the one inside it") {
    CHECK(holdsInitials("兰兰州", "lz"));
    CHECK(holdsInitials("aaab", "aab"));
    CHECK(holdsInitials("永永昌永昌县", "ycx"));
}
