// Which lines and files belong to a case that was disposed of. A file is gone with its case where every line that names
// it belongs to such a case; a line belongs to the case of the inspection that it, in the end, speaks of. Nothing of
// this is kept: it follows from the log, so that no crash leaves it half said. For the thread of the reader.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync-server/auth/trust.h"
#include "sync-server/projections/disposals/disposal_rows.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// The inspection that opened the case of this line: of an amendment, a review, an act, a paper or a remark the one that
// it speaks of, of a re-check that of the order that it names; "": it belongs to none.
std::string inspectionOf(const Entry& entry, StoreReader& reader);
// Where the lines of a case stand: those of which inspectionOf() says it. Each once, in log order.
std::vector<std::uint64_t> linesOfCase(const std::string& inspection, StoreReader& reader);

// By which approval the file was disposed of, the last where it was in several cases; none: it was not.
std::optional<DisposedCase> disposedFile(const Sha256& sha256, StoreReader& reader);
// By which approval the case was disposed of that this line would follow; none: it may. REQUIRES: the line is not in
// the log yet.
std::optional<DisposedCase> followsDisposed(const record::Payload& payload, StoreReader& reader);

// "on 2037-01-05 by 李科长 (list 0198d2c4-…)": what stands in sentences.
std::string inWords(const DisposedCase& disposed, const Trust& trust);
// {"disposal","index","day","by"}
json::object tell(const DisposedCase& disposed, const Trust& trust);

}  // namespace plumb::server
