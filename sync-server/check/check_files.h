// The files of a log: what lines name and lies here must be what they name.
#pragma once

#include "sync-server/check/check_log.h"

namespace plumb::server {

void checkFiles(StoreReader& reader, const std::filesystem::path& blobs, const CheckVoice& voice, CheckTotals& totals);

}  // namespace plumb::server
