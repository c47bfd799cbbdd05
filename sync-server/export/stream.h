// One list as of one moment, a piece at a time, however long its reader takes. While she keeps up, pieces go out as
// they are made; where she does not, the rest is made at once into a file without a name and read from there, so that
// the snapshot is held for as long as the list takes to make and not for as long as it takes to download. One thread at
// a time.
#pragma once

#include <chrono>

#include "sync-server/export/nameless_file.h"
#include "sync-server/export/run.h"
#include "sync-server/export/tuning.h"
#include "sync-server/store/read_snapshot.h"

namespace plumb::server {

class ExportStream {
  public:
    // `folder`: where the file goes. `patience`: how long the snapshot may wait for the reader of the list.
    ExportStream(std::unique_ptr<ReadSnapshot> snapshot, std::unique_ptr<ExportRun> run, std::filesystem::path folder,
                 std::chrono::milliseconds patience = kExportPatience);

    // As ExportRun::advance(). Throws StoreFull.
    bool next(std::string& piece);

    [[nodiscard]] ExportSetting& setting() { return m_run->setting(); }
    [[nodiscard]] bool holdsSnapshot() const { return m_snapshot != nullptr; }

  private:
    void make(std::string& piece);

    std::unique_ptr<ReadSnapshot> m_snapshot;  // until all is made
    std::unique_ptr<ExportRun> m_run;
    std::filesystem::path m_folder;
    std::chrono::steady_clock::time_point m_until;
    std::unique_ptr<NamelessFile> m_file;  // once she did not keep up
    std::uint64_t m_at = 0;                // read of it
    std::string m_made;
};

}  // namespace plumb::server
