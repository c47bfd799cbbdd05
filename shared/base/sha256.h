// A SHA-256 value as a type of its own, so that it is never mistaken for other bytes. Computing one is crypto's work.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/encoding.h"

namespace plumb {

struct Sha256 {
    std::array<std::uint8_t, 32> bytes{};

    friend auto operator<=>(const Sha256&, const Sha256&) = default;
    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] std::string hex() const { return toHex(bytes); }

    static Result<Sha256> fromView(ByteView view) {
        if (view.size() != 32)
            return fail(ErrorKind::malformed, "bad_hash",
                        "a SHA-256 hash has 32 bytes, this has " + std::to_string(view.size()));
        Sha256 out;
        std::copy(view.begin(), view.end(), out.bytes.begin());
        return out;
    }
    static Result<Sha256> fromHex(std::string_view text) {
        auto bytes = plumb::fromHex(text);
        if (!bytes) return fail(bytes.error());
        return fromView(*bytes);
    }
};

}  // namespace plumb
