#include <catch2/catch.hpp>

#include "sync-server/export/defuse.h"

using namespace plumb::server;

TEST_CASE("what a spreadsheet would run is a text, and comes back as it was") {
    const std::string_view dangerous[] = {"=1+1",     "=cmd|' /C calc'!A0",
                                          "+1+1",     "-1+1",
                                          "@SUM(A1)", "\t=1+1",
                                          "\r=1",     "\n=1",
                                          "＝1+1",    "＋1+1",
                                          "－1",      "＠SUM",
                                          "'=1+1",    "''@x",
                                          "-",        "+86 138 0000 0000",
                                          "-5-3",     "-.5"};
    for (const auto text : dangerous) {
        INFO(text);
        CHECK(looksLikeFormula(text));
        CHECK(defused(text) == "'" + std::string(text));
        CHECK(undefused(defused(text)) == text);
    }
}

TEST_CASE("what is no formula stays as it is, numbers too") {
    for (const std::string_view text : {"", "永昌县", "a=b", "-5", "+3.25", "0", "'s-Hertogenbosch", "'", " =1", "12,5",
                                        "<script>", "😀=", "-123456789012345"}) {
        INFO(text);
        CHECK(defused(text) == text);
        CHECK(undefused(text) == text);
    }
    // More digits than a spreadsheet keeps are not a number to it.
    CHECK(looksLikeFormula("-1234567890123456"));
}
