#include "shared/base/uuid.h"

#include <catch2/catch.hpp>
#include <set>

using namespace plumb;

TEST_CASE("UUIDv7 carries its millisecond, version and variant, and sorts by time") {
    const TimePoint at{std::chrono::milliseconds(0x017F22E279B0)};
    const std::string id = makeUuid7(at);
    CHECK(isUuid(id));
    CHECK(id.substr(0, 15) == "017f22e2-79b0-7");  // RFC 9562 appendix A.6
    CHECK(std::string("89ab").find(id[19]) != std::string::npos);
    CHECK(makeUuid7(at + std::chrono::milliseconds(1)) > id);
}

TEST_CASE("ids of one millisecond do not meet") {
    std::set<std::string> seen;
    for (int i = 0; i < 10'000; ++i) seen.insert(makeUuid7(TimePoint{}));
    CHECK(seen.size() == 10'000);
}

TEST_CASE("only the canonical text is a UUID") {
    for (const char* text : {"", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f",
                             "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4_dc0c0c07398f"})
        CHECK_FALSE(isUuid(text));
}
