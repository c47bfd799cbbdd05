// Room on the tablet: originals that may go since the server holds them. Only of an own inspection or self-assessment
// whose newest version the log was proved to hold here and which was accepted; only files of which the server said, in
// a receipt that the log's key signed, that it holds this very content; and none that anything else still needs: a
// record that waits, was returned or is not accepted, an act of a rectification, a draft. What is let go of is fetched
// again on demand, against its hash (mobile/sync/file_fetch.h).
#pragma once

#include <vector>

#include "shared/store/tablet_store.h"

namespace plumb::store {

// Those that are here, large before small. Reads every own record: not for a thread that somebody waits for.
Result<std::vector<FileRow>> releasableFiles(const TabletStore& store);

// Takes the original away; what was said of it (row, hash, receipt) stays. Cut off at any point, it is either here or
// gone. REQUIRES: it is among releasableFiles(), and the server has just said again that it holds it.
Result<void> releaseFile(TabletStore& store, const Sha256& file);

// The small picture that stays where an original went; none where there is none, or it is not here.
std::optional<Sha256> keptPicture(const TabletStore& store, const Sha256& original);
Result<void> keepPicture(TabletStore& store, const Sha256& original, ByteView jpeg);

}  // namespace plumb::store
