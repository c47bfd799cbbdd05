// An expected failure as a value. `kind` is for code to branch on, `code` is the stable short name that goes over
// the wire (snake_case), `detail` is a sentence for a person: what, where, what to do.
#pragma once

#include <string>

namespace plumb {

enum class ErrorKind {
    malformed,     // the input is not of its form
    notFound,      // what was named does not exist here
    conflict,      // it exists already, or something else does in its place
    badSignature,  // cryptographic refusal
    forbidden,     // the author or caller has no right
    expired,       // was good once
    tooLarge,      // over a stated limit
    offline,       // no network, or the peer did not answer
    full,          // no space left
    unsupported,   // known, but not by this version
    refused,       // a rule of the field says no
    broken,        // stored state contradicts itself
};

struct Error {
    ErrorKind kind = ErrorKind::malformed;
    std::string code;
    std::string detail;
};

}  // namespace plumb
