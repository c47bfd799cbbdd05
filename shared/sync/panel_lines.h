// A panel of experts as this device itself makes it out: its lines asked of the server, proved against the newest
// checkpoint that the device verified, judged by its own book of trust, and folded. Sheets that the server does not
// give out yet are not among them. Blocking; for the thread of the store.
#pragma once

#include "shared/records/panel/panel.h"
#include "shared/store/tablet_store.h"
#include "shared/sync/server_link.h"

namespace plumb::sync {

struct ProvedPanel {
    records::PanelRow row;
    std::size_t unbelieved = 0;  // lines that count for nothing
};
// badSignature "bad_feed" (the log does not hold what the server hands out); notFound "panel_unknown" (no believed line
// assigns it, the caller may not read it, or the device never synced).
Result<ProvedPanel> provedPanel(const store::TabletStore& store, ServerLink& link, const std::string& id);

}  // namespace plumb::sync
