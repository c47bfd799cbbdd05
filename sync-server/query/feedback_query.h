// What was said about clauses, as far as the caller may read it: the words themselves, newest first, and how many of
// them there are of each clause and class, from counters alone.
#pragma once

#include "sync-server/projections/feedback/feedback_rows.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct FeedbackQuestion {
    std::optional<FeedbackClause> of;  // none: of every clause
    std::string region;                // "" = any; a region and what lies in it
    std::optional<std::string> as;     // a class; "": of what waits for an answer; none: any
    PageAsked page;                    // by the index of a word
};
// "standard" with or without "clause", "class" (a class's name, or "waiting"), "region"; all but the page. bad_query.
Result<FeedbackQuestion> readFeedbackQuestion(const AskedWords& words);

json::object listFeedback(const FeedbackQuestion& question, const Principal& caller, const QuerySources& sources);

// {"clauses":[{"standard","clause","n","classes":[{"class","n"}]}],"n","more"}: those of which most was said first, at
// most kMostClausesTold, and whether there are more. Words of regions whose staff the caller is; of an enterprise's
// caller her own.
json::object countFeedback(const FeedbackQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
