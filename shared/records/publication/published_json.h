// A publication's derived row as JSON: how tables keep it. Reading takes what writing gave, and throws std::exception
// for anything else. Pure; any thread.
#pragma once

#include "shared/records/publication/published.h"

namespace plumb::records {

json::object toJson(const PublicationRow& row);
PublicationRow publicationFromJson(const json::object& object);

}  // namespace plumb::records
