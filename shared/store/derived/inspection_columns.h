// An inspection's derived row between C++ and its table. For the sources of this room.
#pragma once

#include "shared/store/derived/fold.h"

namespace plumb::store {

// All of a row, with what it names: site, document, what it is found by. A WHERE or an ORDER follows.
extern const char* const kInspectionSelect;
// REQUIRES: `get` stands on a row of kInspectionSelect.
FoldedInspection inspectionOf(SQLite::Statement& get);

// Adds or replaces the row of this id; answers with its key.
extern const char* const kInspectionPut;
struct InspectionKeys {
    std::int64_t site, document, author;  // keys.h
};
void bindInspection(SQLite::Statement& put, const FoldedInspection& folded, const InspectionKeys& keys);

}  // namespace plumb::store
