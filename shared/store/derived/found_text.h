// What an inspection is found by beside its site, its checklist and its numbers: the people who signed it and the day.
// Kept in lower case (ASCII), a space before and after each piece. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "shared/record/payload.h"

namespace plumb::store {

// ASCII letters in lower case, every blank a space.
std::string lowered(std::string_view text);

// Adds what one version of an inspection says, where it is not there yet.
void addFoundText(std::string& to, const record::Payload& payload);

}  // namespace plumb::store
