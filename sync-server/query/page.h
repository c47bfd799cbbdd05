// One page of a list, by key: rows come in the list's order, some are told, and where the page ends its reader is told
// from where the next one goes on. For the thread of one call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/json.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {

// What a caller asks of a list whose key is an index of the log.
struct PageAsked {
    std::optional<std::uint64_t> from = {};  // "next" of the page before: its last row
    std::size_t limit = 50;

    // Of lists that begin with the newest.
    [[nodiscard]] std::uint64_t before() const { return from.value_or(std::uint64_t{1} << 62); }
};

class Page {
  public:
    explicit Page(std::size_t limit) : m_limit(limit) {}

    // Whether the page ends before the row that comes now. `wanted`: whether it would be told; true where to know that
    // is what costs. Once it has ended no row follows.
    bool ends(bool wanted = true) {
        if (m_looked < kMaxRowsLookedAt && !(wanted && m_items.size() == m_limit)) return false;
        m_next = m_last;
        return true;
    }
    // Takes the row of this key; `tell` makes what is said of it, where it is wanted. False: the page ended before it.
    template <typename Tell>
    bool take(bool wanted, std::string key, const Tell& tell) {
        if (ends(wanted)) return false;
        if (wanted) m_items.push_back(tell());
        m_last = std::move(key);
        ++m_looked;
        return true;
    }
    // {"items":[…],"next":the last row's key|null}
    [[nodiscard]] json::object answer() && {
        return {{"items", std::move(m_items)}, {"next", m_next.empty() ? json::value(nullptr) : json::value(m_next)}};
    }

  private:
    std::size_t m_limit, m_looked = 0;
    json::array m_items;
    std::string m_last, m_next;
};

}  // namespace plumb::server
