// Queries of the projection of lists of archived cases that are disposed of. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/disposal/disposal.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedDisposal {
    records::DisposalRow row;
    std::uint64_t index = 0;  // of the line that proposed it
};

// A case that was disposed of.
struct DisposedCase {
    std::string disposal;     // record id of the list
    std::uint64_t index = 0;  // of the approval
    std::string kid;          // who approved it
    Day day{};                // by her clock
};

class DisposalRows {
  public:
    // `reader` outlives this.
    explicit DisposalRows(StoreReader& reader) : m_sql(reader.connection()) {}

    std::optional<PlacedDisposal> find(std::string_view id);
    // Newest first, from below `before`, until `take` answers false.
    void each(std::uint64_t before, const std::function<bool(const PlacedDisposal&)>& take);
    // By the inspection that opened the case.
    std::optional<DisposedCase> disposed(std::string_view inspection);
    // The list that the case is on and that nobody decided about; "": none.
    std::string waiting(std::string_view inspection);
    // Cases that were disposed of by an approval at `from` or behind it, in the order of these lines.
    void eachDisposed(std::uint64_t from,
                      const std::function<void(const std::string& inspection, std::uint64_t index)>& take);
    // The place of the log behind the last approval; 0: there is none.
    std::uint64_t nextDisposed();

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
