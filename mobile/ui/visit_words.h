// Whether a check ends the task that it names, as people read it. UI thread (it translates).
#pragma once

#include <QString>

#include "shared/records/planning/task.h"

namespace plumb::mobile {

// Why it does not; "" for VisitFault::none.
QString visitSentence(records::VisitFault fault);

}  // namespace plumb::mobile
