// How often each registered item is inspected at an enterprise in a year, by the checks that name it and the tasks that
// they led to (records/planning/item_burden.h): for the list of visits and for the guard of items. For the thread of
// the reader.
#pragma once

#include "shared/base/civil_date.h"
#include "shared/records/planning/item_burden.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// The registers that hold for a region on a day, as this log publishes them. Throws where one cannot be read.
std::vector<records::ItemRegister> registersFor(std::string_view region, Day day, StoreReader& reader);

// Checks that count at all sites of the site's enterprise, but `without` ("": none).
std::vector<records::CheckRow> checksForItems(std::string_view site, int year, std::string_view without,
                                              StoreReader& reader);
// How many of them are for the item.
std::int64_t timesOf(const records::RegisterItem& item, const std::vector<records::CheckRow>& checks);

}  // namespace plumb::server
