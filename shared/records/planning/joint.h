// One visit for two checks (综合查一次; practice of several provinces on 国办发〔2024〕54号): two open tasks of one
// site that are due within a month of each other. Whether they are made together is for whoever assigns them. Pure; any
// thread.
#pragma once

#include "shared/records/planning/task.h"

namespace plumb::records {

// "Within a month": our reading, as no source that we hold counts the days.
inline constexpr std::chrono::days kJointDays{31};

// The first and last day on which another task may be due.
inline Day firstJoint(Day due) {
    return due - kJointDays;
}
inline Day lastJoint(Day due) {
    return due + kJointDays;
}
inline bool mayJoin(const TaskRow& one, const TaskRow& other) {
    return one.id != other.id && one.site == other.site && isOpen(stateOf(one)) && isOpen(stateOf(other)) &&
           firstJoint(one.says.due) <= other.says.due && other.says.due <= lastJoint(one.says.due);
}

}  // namespace plumb::records
