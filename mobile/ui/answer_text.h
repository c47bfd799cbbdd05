// Answers and points as people read them. Pure but for the language of the app's own words.
#pragma once

#include <QString>
#include <string>

#include "shared/checklist/model/model.h"

namespace plumb::mobile {

// An answer as it stands in its field: "07:30:00.000+08:00" as "07:30", "2026-11-22T07:30:00.000+08:00" as
// "2026-11-22 07:30"; others as they are.
QString fieldText(const checklist::Question& question, const std::string& value);
// An answer as people read it: choices by their labels, numbers with their unit, how many files; "" for blank.
QString answerText(const checklist::Question& question, const std::string& value, const QString& language);
// Thousandths of a point: "71.5".
QString pointsText(qint64 thousandths);

}  // namespace plumb::mobile
