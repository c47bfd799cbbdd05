#include "sync-server/query/entry_rights.h"

#include "shared/domain/complaint_rights.h"
#include "shared/records/panel/panel.h"
#include "sync-server/projections/complaints/complaint_rows.h"
#include "sync-server/projections/panels/panel_rows.h"

namespace plumb::server {

bool mayReadEntry(const Principal& caller, const Entry& entry, StoreReader& reader) {
    // Until a panel is over its sheets are their authors' alone.
    if (entry.type == records::kPanelScored && entry.author != caller.kid && !PanelRows(reader).isOver(entry.index))
        return false;
    return mayKnowOfEntry(caller, entry, reader);
}

bool mayKnowOfEntry(const Principal& caller, const Entry& entry, StoreReader& reader) {
    const bool own = entry.author == caller.kid;
    if (!domain::isComplaint(entry.type))
        return domain::mayRead(caller.grants, entry.type, entry.region, entry.site, own);
    const auto against = ComplaintRows(reader).against(entry.index);
    return domain::mayReadComplaint({caller.grants, caller.personId},
                                    {entry.type, entry.region, entry.site, against, own});
}

}  // namespace plumb::server
