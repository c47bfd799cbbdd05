// Random draws on this device: committing a pool, drawing what a checkpoint decides, and the file by which anybody
// draws again (records/planning/DRAW.md). The store's thread.
#pragma once

#include "shared/records/planning/draw_lines.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

inline constexpr const char* kPoolType = "text/plain";

struct DrawAsked {
    std::string region, title;
    records::DrawPool pool;
    records::DrawRatios ratios;
    int teamSize = 2;
};
// Seals the pool and signs draw.committed. malformed "bad_draw"; what the rights say.
Result<record::Line> commitDraw(TabletStore& store, const DrawAsked& asked);

// As the lines here give it; none where no such draw counts.
std::optional<records::DrawRow> drawAt(const TabletStore& store, const std::string& draw);
// notFound "draw_unknown", "file_missing" (the pool is not on this device); as records::committedPool.
Result<records::DrawPool> poolOf(const TabletStore& store, const records::DrawRow& row);
// Draws and signs draw.revealed. As records::drawAgain and records::mayReveal. REQUIRES: the checkpoint is the log's.
Result<record::Line> revealDraw(TabletStore& store, const std::string& draw, const records::DrawCheckpoint& checkpoint,
                                const std::vector<records::Excluded>& excluded);

// {"pool","committed","revealed"}. refused "draw_open" before the draw is revealed.
Result<json::object> drawFile(const TabletStore& store, const std::string& draw);

}  // namespace plumb::store
