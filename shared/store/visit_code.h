// The code by which an inspected party rates a visit (records/inspection/visit_code.h), of inspections that this device
// signed. For the thread of the store.
#pragma once

#include <string>

#include "shared/store/tablet_store.h"

namespace plumb::store {

// Of inspection.submitted; "" where it has none, or another device signed it.
std::string visitCodeOf(const TabletStore& store, const record::Payload& submission);

}  // namespace plumb::store
