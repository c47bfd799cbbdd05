// Panels of experts as far as the caller reads them; the newest first. Of a panel that is not over it is told who has
// handed in, and of the sheets the caller's own alone.
#pragma once

#include "sync-server/projections/panels/panel_rows.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct PanelsQuestion {
    std::optional<bool> over;
    bool mine = false;         // on which the caller is an expert
    std::string region, site;  // "" = any; a region and what lies in it
    std::string of;            // inspection; "": any
    PageAsked page;
};

json::object listPanels(const PanelsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
