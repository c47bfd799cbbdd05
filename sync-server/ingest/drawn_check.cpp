#include "sync-server/ingest/drawn_check.h"

#include "shared/records/planning/drawn_task.h"
#include "sync-server/projections/draws/draw_rows.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {

Result<void> checkDrawnTask(const record::Payload& payload, StoreReader& reader) {
    const auto task = records::readTask(payload.body);
    if (!task) return fail(task.error());
    TaskRows tasks(reader);
    if (const auto before = task->of.empty() ? std::nullopt : tasks.find(task->of)) {
        if (auto good = records::keepsPlace(before->row.says, *task); !good) return good;
    }
    if (!task->draw) return {};
    auto draw = DrawRows(reader).find(task->draw->draw);
    bool stands = false;
    tasks.each({{}, task->draw->draw, {}}, {}, [&](const PlacedTask& other) {
        stands = other.row.id != task->of && other.row.says.draw == task->draw && other.row.cancelled.empty();
        return !stands;
    });
    return records::mayAssignDrawn(*task->draw, payload.site, draw ? std::optional(std::move(draw->row)) : std::nullopt,
                                   stands);
}

}  // namespace plumb::server
