// Words that a person has to say, or may, in a body that is read, and the end of the reading. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "shared/records/plain_text.h"

namespace plumb::records {

// Plain text of at most `most` bytes; "" where it is absent.
inline std::string wordsIf(BodyReader& read, std::string_view name, std::size_t most) {
    auto out = read.textIf(name);
    checkPlainText(read, name, out, most);
    return out;
}

// The same, with something to read in it.
inline std::string words(BodyReader& read, std::string_view name, std::size_t most) {
    auto out = read.text(name);
    checkPlainText(read, name, out, most);
    if (isBlankText(out)) read.fault(name, "must not be blank");
    return out;
}

// What was read, or its first fault.
template <class Value>
Result<Value> done(const BodyReader& read, Value out) {
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

}  // namespace plumb::records
