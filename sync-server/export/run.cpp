#include "sync-server/export/run.h"

#include "sync-server/export/tuning.h"

namespace plumb::server {

ExportRun::ExportRun(std::unique_ptr<ExportSetting> setting, std::vector<std::unique_ptr<ExportTable>> tables,
                     std::unique_ptr<ExportWriter> writer)
    : m_setting(std::move(setting)), m_tables(std::move(tables)), m_writer(std::move(writer)) {}

bool ExportRun::advance(StoreReader& reader, std::string& piece) {
    for (std::size_t rows = 0; !m_ended && rows < kExportRows; ++rows) {
        if (m_at == m_tables.size()) {
            m_writer->end();
            m_ended = true;
            break;
        }
        auto& table = *m_tables[m_at];
        if (!m_begun) m_writer->begin(table);
        m_begun = true;
        m_row.clear();
        if (table.next(reader, m_row)) {
            m_writer->row(m_row);
        } else {
            ++m_at;
            m_begun = false;
        }
        // What is ready is taken in pieces that are worth a call.
        if (m_writer->ready() >= kExportPiece) break;
    }
    if (m_ended) return rest(piece);
    m_writer->take(piece);
    return true;
}

bool ExportRun::rest(std::string& piece) {
    m_writer->take(piece);
    return m_writer->ready() > 0;
}

}  // namespace plumb::server
