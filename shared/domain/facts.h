// What believed lines have established and rights are judged against: where a site lies as it was published, what a
// record is as its first line says. A line's own word about its place is compared with these. Whoever keeps the lines
// gives them: the server from its log, a tablet from its store, a bundle's reader from the bundle.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/payload.h"

namespace plumb::domain {

// A place in the log; none: not in the log yet, after all that is.
using LogPlace = std::optional<std::uint64_t>;

// One believed publication of a site, a checklist, a programme or a standard.
struct Publication {
    LogPlace at;
    std::string region;  // as the line states it; for a site its own one
    std::string kid;     // its author

    [[nodiscard]] bool before(LogPlace place) const { return !place || (at && *at < *place); }
};

struct RecordFact {
    std::string type, site, region;
    std::string kid;  // its author
};

class Facts {
  public:
    virtual ~Facts() = default;
    // Every believed publication of this id, in log order.
    [[nodiscard]] virtual std::vector<Publication> publications(std::string_view type, std::string_view id) const = 0;
    // The first believed line under this id.
    [[nodiscard]] virtual std::optional<RecordFact> record(std::string_view id) const = 0;
};

// Facts of lines that are at hand, after those of `before`: a page of the feed, a bundle.
class FactBook final : public Facts {
  public:
    // `before` outlives this; null: nothing was established before.
    explicit FactBook(const Facts* before = nullptr) : m_before(before) {}

    // A line that is believed. REQUIRES: in the log's order.
    void add(const record::Payload& payload, const std::string& kid, LogPlace at);

    [[nodiscard]] std::vector<Publication> publications(std::string_view type, std::string_view id) const override;
    [[nodiscard]] std::optional<RecordFact> record(std::string_view id) const override;

  private:
    const Facts* m_before;
    std::map<std::pair<std::string, std::string>, std::vector<Publication>> m_publications;
    std::map<std::string, RecordFact, std::less<>> m_records;
};

}  // namespace plumb::domain
