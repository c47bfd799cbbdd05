// Chance that can be told again: a stream of numbers that a seed and a name determine on every machine. Each thing that
// happens draws from a stream of its own, so that another event somewhere else changes nothing here. Not for secrets of
// a real deployment. One object, one thread.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"

namespace plumb::province {

class Random {
  public:
    Random(std::uint64_t seed, std::string_view name);

    std::uint64_t next();
    std::size_t below(std::size_t count);                       // 0 … count − 1; REQUIRES: count > 0
    std::int64_t whole(std::int64_t least, std::int64_t most);  // both ends included
    template <std::integral A, std::integral B>
    std::int64_t between(A least, B most) {
        return whole(static_cast<std::int64_t>(least), static_cast<std::int64_t>(most));
    }
    double unit();  // [0, 1)
    double between(double least, double most) { return least + (most - least) * unit(); }
    // A bell over [0, 1] around its middle: the mean of three.
    double bell() { return (unit() + unit() + unit()) / 3; }
    bool chance(double share) { return unit() < share; }
    Bytes bytes(std::size_t count);
    std::string uuid7(TimePoint at);  // RFC 9562

    template <class Container>
    const auto& pick(const Container& from) {
        return from[below(std::size(from))];
    }

  private:
    std::array<std::uint64_t, 4> m_state;  // of xoshiro256** (Blackman, Vigna 2018)
};

// 32 bytes that a seed and a name determine: what keys are made of here.
Bytes seedBytes(std::uint64_t seed, std::string_view name);

}  // namespace plumb::province
