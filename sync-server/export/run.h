// One list on its way out: its tables, one after the other, through a writer, a piece at a time, so that whoever sends
// them waits for the reader and not for the disk. One thread at a time.
#pragma once

#include "sync-server/export/setting.h"
#include "sync-server/export/writer.h"

namespace plumb::server {

class ExportRun {
  public:
    ExportRun(std::unique_ptr<ExportSetting> setting, std::vector<std::unique_ptr<ExportTable>> tables,
              std::unique_ptr<ExportWriter> writer);

    // Works until a piece is ready, and no longer than some hundred rows take; `piece` comes empty, and stays so while
    // a workbook is not ready. False: this was the last. Throws what the reader and the writer throw.
    bool advance(StoreReader& reader, std::string& piece);
    // Every row was read and written: what is left is taken by rest(), and nothing is read any more.
    [[nodiscard]] bool made() const { return m_ended; }
    // REQUIRES: made(). False: this was the last.
    bool rest(std::string& piece);

    [[nodiscard]] ExportSetting& setting() { return *m_setting; }

  private:
    std::unique_ptr<ExportSetting> m_setting;  // borrowed by the tables
    std::vector<std::unique_ptr<ExportTable>> m_tables;
    std::unique_ptr<ExportWriter> m_writer;
    std::size_t m_at = 0;
    bool m_begun = false, m_ended = false;
    ExportRow m_row;
};

}  // namespace plumb::server
