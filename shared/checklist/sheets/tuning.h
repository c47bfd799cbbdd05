// How large a workbook of a checklist may be, each with its reason.
#pragma once

#include <cstddef>

namespace plumb::checklist {

// More would be no checklist that anybody fills in: it is refused before it costs memory.
inline constexpr std::size_t kMostRows = 50'000, kMostColumns = 500;
// Of them in the sheet survey: what a document with as many questions as there may be needs.
inline constexpr std::size_t kMostSurveyRows = 12'000;
// Groups may lie so deep in one another; the loader allows less.
inline constexpr std::size_t kMostGroups = 16;
// So many notes are listed: who has more begins anew.
inline constexpr std::size_t kMostNotes = 200;

}  // namespace plumb::checklist
