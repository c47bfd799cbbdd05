// A submission with its amendments and reviews. Blocking; on the vault thread.
#pragma once

#include <vector>

#include "shared/domain/status.h"
#include "shared/store/tablet_store.h"

namespace plumb::mobile {

struct RecordVersions {
    std::vector<store::RecordRow> rows;  // the submission first, then in log order as far as known
    std::vector<domain::HistoryLine> lines;
    domain::History history;

    [[nodiscard]] const record::Payload& newest() const { return lines[history.newest].payload; }
    [[nodiscard]] const store::RecordRow& newestRow() const { return rows[history.newest]; }
};

// Lines that the server refused are no versions.
Result<RecordVersions> versionsOf(const store::TabletStore& store, const store::RecordRow& submission);

}  // namespace plumb::mobile
