// Results of inspections and where their publication stands, as far as the caller may read them: what is due, what is
// published, what has to be corrected. In the order of the log; pages by key.
#pragma once

#include <optional>

#include "shared/records/publication/published.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

enum class Publishing {
    pending,    // not published, and not withdrawn
    overdue,    // pending, and its last day has passed
    published,  // as the newest version says
    stale,      // published, and the result would be told otherwise now: the site is called otherwise
    withdrawn,
};
std::string_view publishingName(Publishing state);
std::optional<Publishing> publishingNamed(std::string_view name);

struct PublishedQuestion {
    Publishing state = Publishing::pending;
    Day today{};
    std::string region = {};  // "" = any
    PageAsked page = {};      // by the index of a submission
};

// "state" and "today", which have to be there, and "region"; all but the page. bad_query.
Result<PublishedQuestion> readPublishedQuestion(const AskedWords& words);

json::object listPublished(const PublishedQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
