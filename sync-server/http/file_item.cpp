#include "sync-server/http/file_item.h"

#include "sync-server/query/file_rights.h"

namespace plumb::server {

FileItem::FileItem(const UploadMeta& meta, const Principal& caller, Services& services) {
    // Who may not know of the file sends it like one that nobody has.
    const bool known = [&] {
        const auto reader = services.readers.borrow();
        return FileRights(*reader, services.holders).mayKnow(meta.sha256, caller);
    }();
    const auto state = services.uploads.create(meta, known);
    if (!state) {
        m_wrong = state.error();
        return;
    }
    m_skip = state->offset;
    if (state->complete()) return;
    auto writer = services.uploads.resume(meta.kid, state->id, state->offset, std::nullopt);
    if (writer)
        m_writer = std::move(*writer);
    else
        m_wrong = writer.error();
}

FileItem::~FileItem() {
    if (m_writer) m_writer->cut();
}

void FileItem::append(ByteView bytes) {
    const auto skipped = std::min<std::uint64_t>(m_skip, bytes.size());
    m_skip -= skipped;
    if (!m_writer || m_wrong) return;
    if (const auto done = m_writer->append(bytes.subspan(static_cast<std::size_t>(skipped))); !done)
        m_wrong = done.error();
}

std::optional<Error> FileItem::finish() {
    if (m_writer && !m_wrong) {
        if (const auto done = m_writer->finish(); !done) m_wrong = done.error();
        m_writer.reset();
    }
    return m_wrong;
}

}  // namespace plumb::server
