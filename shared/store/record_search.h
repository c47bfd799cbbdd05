// Finds inspections by what stands in them: the site (name, code, id), the checklist (title, id), the inspected party,
// the people who signed, the day, the fingerprint, the number in the log. On the disk all of that is sealed, so the
// index is made in memory after the vault was opened, newest records first, in pieces, and goes with it; what is not
// read yet is not found yet, and complete() says so. One thread; the store is that thread's own connection.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/store/reference.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

class RecordSearch {
  public:
    // Something was signed, pulled or published since: the next update() looks for it.
    void stale() { m_listed = false; }
    // Reads at most so many records that it does not know yet. What cannot be read is passed over.
    Result<void> update(TabletStore& store, std::size_t most);
    [[nodiscard]] bool complete() const { return m_listed && m_unread.empty(); }

    struct Found {
        std::vector<std::string> ids;  // of the submissions, newest first
        std::size_t total = 0;
    };
    // Every word must stand somewhere in the record. Case does not matter in ASCII; "#12" is the number in the log.
    [[nodiscard]] Found find(std::string_view query, std::size_t offset, std::size_t limit);

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

  private:
    struct Unread {
        Sha256 hash;
        std::string id;  // of the submission that it is, or speaks of
        std::int64_t at = 0;
        std::uint64_t seq = 0;
        std::uint64_t number = 0;  // in the log, from 1; 0 while it is in none
        bool submission = false;
    };
    struct Entry {
        std::string id;
        std::int64_t at = 0;
        std::uint64_t seq = 0;
        std::string text;  // folded, a space before and after each piece
    };
    Result<void> list(TabletStore& store);
    void read(TabletStore& store, const Unread& one);

    bool m_listed = false, m_sorted = true;
    std::vector<Unread> m_unread;                            // the newest last
    std::unordered_map<std::string, std::uint64_t> m_known;  // by hash: the number in the log that was seen
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_order;  // of m_entries, newest first
    std::unordered_map<std::string, std::uint32_t> m_byId;
    std::map<std::string, std::string> m_sites, m_checklists;  // by id, by hash: their texts
    std::size_t m_reference = 0;                               // how many published lines these were made from
};

}  // namespace plumb::store
