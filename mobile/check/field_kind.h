// By what kind of field a question is answered. Pure functions.
#pragma once

#include <QString>

#include "mobile/check/field_rows.h"
#include "shared/checklist/model/model.h"

namespace plumb::mobile {

// Questions with more choices than these are searched through.
inline constexpr std::size_t kMostButtons = 12;

QString fieldKind(const checklist::Question& question);
bool takesWholeWidth(const QString& kind);
// "start=0 end=1 step=0.5"; XLSForm's 1 to 10 by 1 where nothing is said.
void setRange(QuestionRow& row, const std::string& parameters);

}  // namespace plumb::mobile
