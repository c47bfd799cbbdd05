// Facts of the site: the text they are kept in, and what applies where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/model/scoring_model.h"

namespace plumb::checklist {

// "" for blank; choices in the document's order. Refused (malformed, "bad_fact") with what is allowed.
Result<std::string> canonicalFact(const Fact& fact, std::string_view text);

// Whether one condition holds for a fact's canonical text; a blank fact takes nothing away.
bool factHolds(const Fact& fact, const FactTest& test, const std::string& text);

// A fact as a person reads it.
std::string displayFact(const Fact& fact, const std::string& text, std::string_view language);

}  // namespace plumb::checklist
