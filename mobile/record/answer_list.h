// The answers of one item of a record as a reader goes through them: in the document's order, those of repeats under
// each copy, those of groups under their heading; blanks and what stands in no copy are left out. A pure function.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "mobile/store/types.h"
#include "shared/checklist/model.h"

namespace plumb::mobile {

std::vector<AnswerFact> answersOf(const checklist::Checklist& checklist, const checklist::Item& item,
                                  const std::map<std::string, std::string>& values, const std::string& language);

}  // namespace plumb::mobile
