// Publishing results of inspections on this device (records/publication/published.h): what is signed is composed of the
// lines here and held against them by the rule that every reader asks. The store's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/publication/published.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// What was published of it last, as the lines here give it; none: nothing.
std::optional<records::PublicationRow> publicationAt(const TabletStore& store, const std::string& inspection);

// Where publishing a result stands on `today`.
struct DuePublication {
    std::string inspection, site, siteName;
    domain::Deadline due;
    bool overdue = false;
    std::optional<records::PublicationRow> published;
};
// Of every inspection here that counts, or was published, the first that is due first.
std::vector<DuePublication> publicationsAt(const TabletStore& store, Day today);

// Signs publication.made. notFound "no_record", "no_site"; refused as records::mayPublish and records::checkPublished.
Result<record::Line> publishResult(TabletStore& store, const std::string& inspection, const std::string& where);
// Signs publication.corrected: the result as it is now, in the place of what stands.
Result<record::Line> correctPublication(TabletStore& store, const std::string& inspection, const std::string& where,
                                        const std::string& reason);
Result<record::Line> withdrawPublication(TabletStore& store, const std::string& inspection, const std::string& reason);

}  // namespace plumb::store
