// From what is asked to a list on its way: which tables, which writer, what the file is called. What cannot be made is
// refused here, before the first byte.
#pragma once

#include "shared/base/json.h"
#include "sync-server/blobs/blob_store.h"
#include "sync-server/export/ask.h"
#include "sync-server/export/room.h"
#include "sync-server/export/run.h"

namespace plumb::server {

struct ExportSources {
    StoreReader& reader;  // of the snapshot that is taken away
    const Trust& trust;
    const ExportRoom& room;
    const BlobStore& blobs;
    ReviewDesk& desk;
    std::string origin;      // of the log
    std::uint64_t size = 0;  // of the log
    Instant now;
};

struct OpenedExport {
    std::unique_ptr<ExportRun> run;
    std::string fileName;   // for people: "检查记录-20261128.csv"
    std::string plainName;  // the same in ASCII
    std::string mediaType;
};

// bad_query where answers are asked without a checklist and the format holds one table; checklist_unknown;
// too_many_columns where a workbook cannot hold them.
Result<OpenedExport> openExport(const ExportAsk& ask, const Principal& caller, const ExportSources& sources);

// What would be taken away: {"rows": 12, "checklists": [{"id","version","sha256","title","rows"}]}; of lists without
// answers nothing but "rows".
// As openExport() refuses it.
Result<json::object> describeExport(const ExportAsk& ask, const Principal& caller, const ExportSources& sources);

}  // namespace plumb::server
