// The archive's index: cases that were filed away, the newest first, by the year of the check and its kind, with the
// number of their order, for how long they are kept and whether that has passed, on which list of disposal they wait,
// and by which they were disposed of; and these lists (销毁清册).
#pragma once

#include "shared/records/disposal/disposal.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct ArchiveQuestion {
    Day today{};
    std::string year = {}, kind = {}, region = {}, term = {};  // "" = any
    bool due = false;       // only those whose term has passed and that were not disposed of
    bool disposed = false;  // only those that were
    PageAsked page = {};    // by the index of a submission
};

json::object listArchive(const ArchiveQuestion& question, const Principal& caller, const QuerySources& sources);

struct DisposalsQuestion {
    std::optional<records::DisposalState> state = {};  // none: any
    std::string region = {};                           // "": any; and what lies in it
    PageAsked page = {};                               // by the index of a proposal
};

// Lists of cases to dispose of, the newest first: all that their lines say, and of each case how people call it.
json::object listDisposals(const DisposalsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
