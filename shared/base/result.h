// Result<T>: a value or an Error. Broken machinery throws instead; see the rules in CONTRIBUTING.md.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "shared/base/error.h"

namespace plumb {

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string code, std::string detail) {
    return tl::unexpected<Error>(Error{kind, std::move(code), std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace plumb
