// Sites as their newest published lines say, read from the log at first need and remembered, at most so many
// (tuning.h). For one thread at a time.
#pragma once

#include <unordered_map>

#include "shared/records/reference/site.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class SiteBook {
  public:
    // What is known of the site; a blank one where it is not published. Valid until the next call.
    const records::Site& find(StoreReader& reader, const std::string& id);

  private:
    std::unordered_map<std::string, records::Site> m_sites;
};

}  // namespace plumb::server
