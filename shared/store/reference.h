// What administrators published, as the tablet has it: the newest line of each site, the checklists and their
// documents. Same thread as the store that is passed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/load/loader.h"
#include "shared/records/reference/checklist_fit.h"
#include "shared/records/reference/site.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

using records::Site;

struct PublishedChecklist {
    std::string id, version, titleZh, titleEn;
    Sha256 sha256;
    std::vector<Sha256> attachments;               // the files that it needs beside itself
    bool here = false;                             // the document and all of them are on this device
    std::vector<std::string> programmes, sectors;  // whose sites it is for, where it says so
    std::string withdrawn;                         // why nothing begins on it any more; "": it stands
    std::vector<std::string> kinds = {};           // of check, for which it is; none named: for all
    bool test = false;                             // a draft version, for test mode alone
};

// Whether the document and all the files that it needs are on this device.
bool isHere(const PublishedChecklist& checklist, const FileVault& vault);

// What a line publishes, but `here`; none where it is no checklist.
std::optional<PublishedChecklist> publishedChecklist(const record::Payload& payload);

// Whether a checklist is meant for a check of a site (records/reference/checklist_fit.h). `kind`: "" where nobody sent
// for it.
using records::Fit;
Fit fitOf(const PublishedChecklist& checklist, const Site& site, const std::string& kind = "");
// By the kind alone.
bool isForKind(const PublishedChecklist& checklist, std::string_view kind);

// In order of name; only lines that the chain of trust vouches for.
Result<std::vector<Site>> sitesOf(const TabletStore& store);
Result<Site> siteById(const TabletStore& store, const std::string& id);

// Newest publication first; each document once.
Result<std::vector<PublishedChecklist>> checklistsOf(TabletStore& store);
// By id (its newest version that stands, else the newest) or by "id@version". A draft version is found by its id in
// test mode alone.
Result<PublishedChecklist> checklistById(TabletStore& store, const std::string& id, bool test = false);
// The same, where something is to begin on it: with the errors of records::mayGoBy().
Result<PublishedChecklist> standingChecklist(TabletStore& store, const std::string& id,
                                             const records::CheckAsked& asked = {});
// Why nothing that counts begins on this checklist any more; "" while a version of it stands, or where none is known.
std::string withdrawnWord(const std::vector<PublishedChecklist>& newestFirst, std::string_view id);
Result<std::shared_ptr<const checklist::Checklist>> loadDocument(TabletStore& store, const Sha256& sha256);

}  // namespace plumb::store
