// A site as a line of the log publishes it. For the thread of the reader.
#pragma once

#include "shared/records/reference/site.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// None where the line at `index` publishes no site that can be read.
std::optional<records::Site> siteOfLine(StoreReader& reader, std::uint64_t index);
// As its newest line does; none for one that is not published.
std::optional<records::Site> publishedSite(StoreReader& reader, std::string_view id);

}  // namespace plumb::server
