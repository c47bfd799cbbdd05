// What a bad link does, as text that a person writes and a seed makes happen again.
//
//   [up|down] rate SIZE               bytes a second; without a direction: each way so many
//   [up|down] delay TIME [jitter TIME]  of each byte, one way; a connection waits one round trip before it begins
//   [up|down] every SIZE FAULT        each time so many bytes went over the link, whichever connections they were of
//   [up|down] about SIZE FAULT        the same, at distances from half to one and a half times SIZE that the seed draws
//   [up|down] after SIZE FAULT        once in each connection, when so many bytes of it went
//   faults N                          after so many faults the link only has its rates and delays
//   profile NAME                      what a profile says, and what follows beside it
//
// FAULT: cut (every connection of the link is reset; what had arrived stays), close (this direction of the connection
// ends, the other goes on), stall TIME (nothing goes this way meanwhile), corrupt (a bit of the byte there is another),
// double [SIZE] (the last SIZE bytes come twice). SIZE: 300000, 300KB, 1MB, 64KiB. TIME: 800ms, 2s. Clauses are
// separated by ";" or lines; "#" begins a remark. Without a direction both are counted together, and a fault meets the
// one whose byte it was.
//
// up: from whoever connected to the proxy; down: to them. Pure; any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace plumb::fault {

enum class Way { up = 0, down = 1 };

struct Fault {
    enum class Kind { cut, close, stall, corrupt, twice } kind = Kind::cut;
    std::chrono::milliseconds stall{0};
    std::size_t bytes = 0;  // that come twice
    friend bool operator==(const Fault&, const Fault&) = default;
};

struct Trigger {
    enum class When { every, about, after } when = When::every;
    std::optional<Way> way;  // none: both are counted together
    std::uint64_t bytes = 0;
    Fault fault;
};

struct Script {
    struct Lane {
        std::uint64_t rate = 0;  // bytes a second; 0: as fast as the machine
        std::chrono::milliseconds delay{0}, jitter{0};
    };
    Lane lanes[2];
    std::vector<Trigger> triggers;
    std::optional<std::uint64_t> faults;  // at most so many

    [[nodiscard]] const Lane& lane(Way way) const { return lanes[static_cast<std::size_t>(way)]; }
    [[nodiscard]] std::chrono::milliseconds roundTrip() const { return lanes[0].delay + lanes[1].delay; }
};

// Malformed "bad_script" with the clause that is wrong.
Result<Script> parseScript(std::string_view text);

// The script of a profile: "wifi", "satellite", "2g", "dying"; none of another name.
std::optional<std::string_view> profileText(std::string_view name);
std::vector<std::string_view> profileNames();

}  // namespace plumb::fault
