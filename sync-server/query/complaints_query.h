// Complaints as far as the caller answers them; pages by key, newest first, with the day until which what comes next
// is due by working days.
#pragma once

#include "sync-server/projections/complaints/complaint_rows.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct ComplaintsQuestion {
    std::optional<records::ComplaintState> state;
    std::optional<records::ComplaintClass> as;
    std::string region, site;  // "" = any; a region and what lies in it
    Day today{};
    bool overdue = false;  // only those whose day has passed
    PageAsked page;        // by the index of the line by which a complaint came in
};

// "today", which has to be there, "state", "class", "region", "site", "overdue"; all but the page. bad_query.
Result<ComplaintsQuestion> readComplaintsQuestion(const AskedWords& words);

json::object listComplaints(const ComplaintsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
