// Which checkpoint decides a draw, by the lines behind the commitment.
#include "shared/records/planning/deciding.h"

#include <catch2/catch.hpp>
#include <map>

using namespace plumb::records;

namespace {

// Entries behind a commitment at entry 10 by "chief".
struct Log {
    std::map<std::uint64_t, std::string> lines;
    Deciding judge(std::uint64_t size) const {
        return judgeDeciding(10, "chief", size, [&](std::uint64_t index) -> std::optional<std::string> {
            const auto found = lines.find(index);
            return found == lines.end() ? std::nullopt : std::optional(found->second);
        });
    }
};

}  // namespace

TEST_CASE("the log just behind the first line of another person decides, and no other") {
    // The drawer's own line, an enrolment by nobody's key, then an inspector's.
    const Log log{{{11, "chief"}, {12, ""}, {13, "wang"}, {14, "li"}}};
    CHECK(log.judge(14) == Deciding::proved);
    for (const std::uint64_t size : {0U, 10U, 11U, 12U, 13U, 15U}) CHECK(log.judge(size) == Deciding::wrong);
}

TEST_CASE("what is not at hand proves nothing, and what is at hand still refutes") {
    CHECK(Log{{{13, "wang"}}}.judge(14) == Deciding::unknown);
    CHECK(Log{{{11, "chief"}, {12, ""}}}.judge(14) == Deciding::unknown);
    // Somebody else wrote before.
    CHECK(Log{{{11, "li"}}}.judge(14) == Deciding::wrong);
    // The drawer wrote what is said to decide.
    CHECK(Log{{{13, "chief"}}}.judge(14) == Deciding::wrong);
    CHECK(Log{}.judge(~std::uint64_t{0} / (std::uint64_t{1} << 50)) == Deciding::unknown);
}
