// A submission with its amendments and reviews. Blocking; on the vault thread.
#pragma once

#include <vector>

#include "shared/records/inspection/standing.h"
#include "shared/store/tablet_store.h"

namespace plumb::mobile {

struct RecordVersions {
    std::vector<store::RecordRow> rows;  // the submission first, then in log order as far as known
    std::vector<records::HistoryLine> lines;
    records::History history;

    [[nodiscard]] const record::Payload& newest() const { return lines[history.newest].payload; }
    [[nodiscard]] const store::RecordRow& newestRow() const { return rows[history.newest]; }
};

// Lines that the server refused are no versions.
Result<RecordVersions> versionsOf(const store::TabletStore& store, const store::RecordRow& submission);

}  // namespace plumb::mobile
