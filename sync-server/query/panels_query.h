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

// By which rule experts would score this inspection: {"of","site","site_name","region","programme","programme_title",
// "rule"}, of the programme that its site counts for. record_unknown (none that the caller may read); panel_rule (the
// site counts for no programme, or that one states no rule).
Result<json::object> panelRuleFor(const std::string& inspection, const Principal& caller, const QuerySources& sources);

json::object listPanels(const PanelsQuestion& question, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
