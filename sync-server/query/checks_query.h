// Proposed checks as far as the caller may read them; pages by key, newest first.
#pragma once

#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct ChecksQuestion {
    std::optional<records::CheckState> state;
    std::string region, site;  // "" = any; a region and what lies in it
    PageAsked page;            // by the index of a proposal
};

// "state", "region", "site"; all but the page. bad_query.
Result<ChecksQuestion> readChecksQuestion(const AskedWords& words);

json::object listChecks(const ChecksQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
