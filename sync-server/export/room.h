// What all exports of a server share: how many may be made at once, and the folder in which workbooks grow.
// Thread-safe.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <utility>

#include "sync-server/export/tuning.h"
#include "sync-server/ingest/checklists.h"

namespace plumb::server {

class ExportRoom {
  public:
    // Makes the folder where it is missing and empties it: nothing in it outlives a server. `checklists` outlives this.
    ExportRoom(Checklists& checklists, std::filesystem::path folder, unsigned most = kMostExports);

    // One export's place; given back when it goes. Must not outlive the room.
    class Place {
      public:
        explicit Place(ExportRoom& room) : m_room(&room) {}
        Place(Place&& other) noexcept : m_room(std::exchange(other.m_room, nullptr)) {}
        Place& operator=(Place&&) = delete;
        ~Place() {
            if (m_room) ++m_room->m_left;
        }

      private:
        ExportRoom* m_room;
    };
    // None where all are taken.
    std::optional<Place> enter();

    [[nodiscard]] Checklists& checklists() const { return m_checklists; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] unsigned taken() const { return m_most - m_left; }

  private:
    Checklists& m_checklists;
    std::filesystem::path m_folder;
    unsigned m_most;
    std::atomic<unsigned> m_left;
};

}  // namespace plumb::server
