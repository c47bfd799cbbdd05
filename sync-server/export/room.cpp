#include "sync-server/export/room.h"

namespace plumb::server {

ExportRoom::ExportRoom(Checklists& checklists, std::filesystem::path folder, unsigned most)
    : m_checklists(checklists), m_folder(std::move(folder)), m_most(most), m_left(most) {
    std::filesystem::remove_all(m_folder);
    std::filesystem::create_directories(m_folder);
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all);
}

std::optional<ExportRoom::Place> ExportRoom::enter() {
    for (auto left = m_left.load(); left > 0;) {
        if (m_left.compare_exchange_weak(left, left - 1)) return Place(*this);
    }
    return std::nullopt;
}

}  // namespace plumb::server
