// Random draws on this device: committing a pool, drawing what a checkpoint decides, and the file by which anybody
// draws again (records/planning/DRAW.md). The store's thread.
#pragma once

#include "shared/records/planning/deciding.h"
#include "shared/records/planning/draw_lines.h"
#include "shared/records/planning/task.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

inline constexpr const char* kPoolType = "text/plain";

struct DrawAsked {
    std::string region, title;
    records::DrawPool pool;
    records::DrawRatios ratios;
    int teamSize = 2;
    std::optional<records::DrawPlan> plan = {};
    std::vector<records::Excluded> excluded = {};  // bound with the pool
};
// Seals the pool and signs draw.committed. malformed "bad_draw"; as records::checkDrawable; of a plan's batch as
// records::mayDrawFor; what the rights say.
Result<record::Line> commitDraw(TabletStore& store, const DrawAsked& asked);

// As the lines here give it; none where no such draw counts.
std::optional<records::DrawRow> drawAt(const TabletStore& store, const std::string& draw);
// notFound "draw_unknown", "file_missing" (the pool is not on this device); as records::committedPool.
Result<records::DrawPool> poolOf(const TabletStore& store, const records::DrawRow& row);
// Whether that checkpoint decides it, by the lines that this device holds between the two.
records::Deciding decidingOf(const TabletStore& store, const records::DrawRow& row, std::uint64_t size);
// Draws and signs draw.revealed. `late`: who is excluded beside those of the commitment, each with the day on which its
// reason arose. As records::drawAgain and records::mayReveal; refused
// "checkpoint_wrong" where the lines here say that another one decides. REQUIRES: the checkpoint is the log's.
Result<record::Line> revealDraw(TabletStore& store, const std::string& draw, const records::DrawCheckpoint& checkpoint,
                                const std::vector<records::Excluded>& late);

// The tasks of a draw, one for each site that was drawn, for the team that was drawn with it.
struct DrawnTask {
    std::int64_t number = 0;  // on the draw's list, from 1 on
    std::string site, task;   // id of the line that assigned it; "" where it could not be
    bool before = false;      // it had been assigned from this draw already
    std::optional<Error> refused = {};
};
// Signs those that are not there yet: a second time gives the same tasks. `task`: kind, checklist, due and the rest;
// its team and draw are the draw's. One that is refused (a certificate that is over, a site that is published no more)
// keeps none of the others back. refused "draw_open"; notFound "draw_unknown".
Result<std::vector<DrawnTask>> assignDrawn(TabletStore& store, const std::string& draw, const records::Task& task);

// {"committed","revealed"}, the texts of the two lines. refused "draw_open" before the draw is revealed.
Result<json::object> drawLines(const TabletStore& store, const std::string& draw);
// The same with "pool". `pool`: its text, where it is not on this device; else notFound "file_missing". As
// records::committedPool.
Result<json::object> drawFile(const TabletStore& store, const std::string& draw,
                              const std::optional<std::string>& pool = {});

}  // namespace plumb::store
