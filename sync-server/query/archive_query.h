// The archive's index: cases that were filed away, the newest first, by the year of the check and its kind, with the
// number of their order, for how long they are kept and whether that has passed. It is a list: nothing is deleted by
// it.
#pragma once

#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct ArchiveQuestion {
    Day today{};
    std::string year = {}, kind = {}, region = {}, term = {};  // "" = any
    bool due = false;                                          // only those whose term has passed
    PageAsked page = {};                                       // by the index of a submission
};

json::object listArchive(const ArchiveQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
