// The code by which whoever complained asks later what became of it (base/spoken_code.h). The log holds its hash alone,
// so that nobody who reads the complaint can ask for its complainer. Pure but for the randomness; any thread.
#pragma once

#include "shared/base/sha256.h"
#include "shared/base/spoken_code.h"

namespace plumb::server {

std::string makeReceiptCode();
// Of a code as makeReceiptCode() or readSpokenCode() gave it.
Sha256 receiptHash(std::string_view code);

}  // namespace plumb::server
