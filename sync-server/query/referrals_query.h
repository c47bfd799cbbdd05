// What followed failed items under the four kinds of supervision, as far as the caller reads it: the papers, the newest
// first, with what was answered to them, and how many of each kind stand how.
#pragma once

#include "shared/records/rectification/referral.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct ReferralsQuestion {
    std::optional<domain::Supervision> kind = {};      // none: any
    std::optional<records::ReferralState> state = {};  // none: any
    bool open = false;                                 // only those that wait for an answer
    std::string year, region, site;                    // of the paper; "" = any; a region and what lies in it
    std::string of;                                    // inspection; "": any
    PageAsked page = {};
};

// {"items","next","counts"}; the counts are by region, site and year, and by nothing else that is asked: kind, then how
// many of it stand how, and "items", how many failed items they name.
json::object listReferrals(const ReferralsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
