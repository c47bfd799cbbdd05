// What all papers that a server makes share: what they are made from, and how many may be made at once. Thread-safe.
#pragma once

#include <semaphore>

#include "sync-server/blobs/blob_store.h"
#include "sync-server/ingest/checklists.h"
#include "sync-server/store/file_holders.h"

namespace plumb::server {

// One of forty photos holds some 60 MB while it is made (a decoded photo, the paper so far), and a core for seconds;
// who comes later is told to come back.
inline constexpr std::ptrdiff_t kMostPapers = 2;
// A photo larger than a line may name is none.
inline constexpr std::uint64_t kMostPicture = 64 * 1024 * 1024;

class PaperRoom {
  public:
    // Borrows all of them.
    PaperRoom(Checklists& checklists, const BlobStore& blobs, const FileHolders& holders,
              std::ptrdiff_t most = kMostPapers)
        : m_checklists(checklists), m_blobs(blobs), m_holders(holders), m_left(most) {}

    // One paper's place; given back when it goes. Must not outlive the room.
    class Place {
      public:
        explicit Place(PaperRoom& room) : m_room(room.m_left.try_acquire() ? &room : nullptr) {}
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        ~Place() {
            if (m_room) m_room->m_left.release();
        }
        // False where all were taken.
        [[nodiscard]] bool taken() const { return m_room != nullptr; }

      private:
        PaperRoom* m_room;
    };

    [[nodiscard]] Checklists& checklists() const { return m_checklists; }
    [[nodiscard]] const BlobStore& blobs() const { return m_blobs; }
    [[nodiscard]] const FileHolders& holders() const { return m_holders; }

  private:
    Checklists& m_checklists;
    const BlobStore& m_blobs;
    const FileHolders& m_holders;
    std::counting_semaphore<> m_left;
};

}  // namespace plumb::server
