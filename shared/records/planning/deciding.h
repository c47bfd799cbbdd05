// Whether a checkpoint is the one that decides a draw (DRAW.md): the log just after the first line behind the
// commitment that is by another person. One rule for the server, which knows every line, and for whoever holds some of
// them. Pure; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace plumb::records {

// Who wrote the entry: the id of a person; "" where the key is nobody's (an invitation's, the root's); none where the
// line is not at hand.
using AuthorAt = std::function<std::optional<std::string>(std::uint64_t index)>;

enum class Deciding {
    proved,
    wrong,    // somebody else wrote before, or the last line is not another person's
    unknown,  // not all lines between the two are at hand
};
// `committed`: the entry of the commitment; `drawer`: the person who committed; `size`: of the checkpoint's tree. Looks
// at each entry between the two, up to the first that is wrong. REQUIRES: the log is that large.
Deciding judgeDeciding(std::uint64_t committed, const std::string& drawer, std::uint64_t size,
                       const AuthorAt& authorAt);

}  // namespace plumb::records
