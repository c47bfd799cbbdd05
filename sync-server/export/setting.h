// What every table that is taken away is made with: for whom, in which zone and language, up to which place of the log.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/export/table.h"
#include "sync-server/export/words.h"
#include "sync-server/export/zone.h"
#include "sync-server/ingest/checklists.h"

namespace plumb::server {

struct ExportSetting {
    const Trust& trust;
    Checklists& checklists;
    Zone zone;
    ExportLanguage language = ExportLanguage::zh;
    std::uint64_t size = 0;  // of the log when it began: what comes later is not in it
    Principal caller;        // looked up again while the download goes on: what she may read may change
};

// "甘肃省金昌市永昌县"; in English "Yongchang, Jinchang, Gansu" where all of them have a settled form.
std::string regionName(std::string_view code, ExportLanguage language);

// A column "column.<key>" of the words; of moments with the zone in its title.
ExportColumn wordColumn(std::string_view key, ExportLanguage language);
ExportColumn momentColumn(std::string_view key, const ExportSetting& setting);

}  // namespace plumb::server
