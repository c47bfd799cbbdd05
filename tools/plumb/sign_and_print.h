// What commands that sign one line have in common: the home is opened, the line is signed, and it is printed by its id.
#pragma once

#include <string>

#include "tools/plumb/app.h"

namespace plumb::cli {

// `sign` gives the line of a store; `of` what of its payload a script goes on with, which is printed as `member`.
template <class Options, class Sign, class Of>
int signAndPrint(const Options& options, Sign sign, const char* member, Of of) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const Result<record::Line> line = sign(**store);
    if (!line) return report(line.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    return print({{"id", payload->id}, {"type", payload->type}, {"hash", line->hash().hex()}, {member, of(*payload)}},
                 payload->id, options.json);
}

}  // namespace plumb::cli
