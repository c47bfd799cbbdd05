// What people read of tasks. UI thread (it translates).
#pragma once

#include "mobile/position/position_source.h"
#include "mobile/tasks/task_info.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

QString kindWord(records::TaskKind kind);
// "等您答复", "已接受", "已谢绝：出差" …, as it concerns the person of this device.
QString stateWord(const TaskInfo& info);
QString stateToneOf(const TaskInfo& info);
// "12 km 东北"; "" where either place is not known.
QString awayOf(const TaskInfo& info, const PositionSource& position);
// What stands on its page.
std::vector<NamedValueRow> factsOf(const TaskInfo& info, const QString& language);
// As Today lists it.
CardRow cardOf(const TaskInfo& info, const QString& language, Day today, const PositionSource& position);

}  // namespace plumb::mobile
