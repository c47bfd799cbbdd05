// What stands beside the findings of a case: what the enterprise said of the same items itself, and what the re-check
// of an order found. Blocking; on the vault thread.
#pragma once

#include <optional>

#include "mobile/rectify/case_info.h"

namespace plumb::mobile {

// The self-assessment that stands beside the inspection (store/counterpart.h).
std::optional<ItemBesideInfo> selfAssessmentBeside(LocalStore& store, const records::CaseRow& row);
// The newest inspection that names one of the case's orders.
std::optional<ItemBesideInfo> recheckOf(LocalStore& store, const records::CaseRow& row);

}  // namespace plumb::mobile
