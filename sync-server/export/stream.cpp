#include "sync-server/export/stream.h"

namespace plumb::server {

ExportStream::ExportStream(std::unique_ptr<ReadSnapshot> snapshot, std::unique_ptr<ExportRun> run,
                           std::filesystem::path folder, std::chrono::milliseconds patience)
    : m_snapshot(std::move(snapshot)),
      m_run(std::move(run)),
      m_folder(std::move(folder)),
      m_until(std::chrono::steady_clock::now() + patience) {}

bool ExportStream::next(std::string& piece) {
    if (m_snapshot) {
        make(piece);
        if (m_run->made()) m_snapshot.reset();
        return true;
    }
    // What the writer still holds follows what is in the file.
    if (m_file) m_at += m_file->read(m_at, kExportPiece, piece);
    return !piece.empty() || m_run->rest(piece);
}

void ExportStream::make(std::string& piece) {
    if (!m_file && std::chrono::steady_clock::now() >= m_until) m_file = std::make_unique<NamelessFile>(m_folder);
    if (!m_file) {
        (void)m_run->advance(m_snapshot->reader(), piece);
        return;
    }
    m_made.clear();
    (void)m_run->advance(m_snapshot->reader(), m_made);
    m_file->append(m_made);
}

}  // namespace plumb::server
