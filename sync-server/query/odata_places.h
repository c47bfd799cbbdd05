// Where the properties that rules speak of stand in an entity (odata_sets.cpp has all of them).
#pragma once

#include <cstddef>

namespace plumb::server {

namespace site_at {
enum : std::size_t { id = 0, region = 3, logIndex = 12 };
}
namespace inspection_at {
enum : std::size_t { id = 0, site = 1, region = 3, at = 7, status = 13, logIndex = 15 };
}
namespace case_at {
enum : std::size_t { id = 0, site = 1, region = 3, state = 4, logIndex = 13 };
}
namespace finding_at {
enum : std::size_t { id = 0, caseId = 1, item = 2, site = 3, region = 5, column = 6, severity = 7, logIndex = 9 };
}

}  // namespace plumb::server
