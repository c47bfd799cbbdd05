// When a case was filed away, and how long that is kept: asked by the archive's index, and of each case that somebody
// proposes to dispose of. For the thread of the reader.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/records/rectification/case.h"
#include "shared/records/reference/retention.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct Archiving {
    Entry entry;  // of the act
    Instant at;   // its author's clock
};

// The act that filed the case away: others of its kind were out of turn. None: it is not archived.
std::optional<Archiving> archivingOf(const records::CaseRow& row, StoreReader& reader);

// The terms that hold for places. A list is of few counties: each one's tables are read once.
class TermsOfPlaces {
  public:
    // `reader` outlives this.
    explicit TermsOfPlaces(StoreReader& reader) : m_reader(reader) {}

    // The last day on which the case is kept, by the tables that held on the day of its archiving: that of its author's
    // clock, or on which the log got it, whichever is later; none: for ever.
    std::optional<Day> keptUntil(const records::CaseRow& row, const Archiving& archiving);

  private:
    StoreReader& m_reader;
    std::map<std::string, std::vector<records::Retention>> m_versions;
};

}  // namespace plumb::server
