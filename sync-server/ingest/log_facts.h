// What the log has established, as rights are judged against it: sites as they were published, records as their first
// lines say. Belongs to the thread of the reader that is passed.
#pragma once

#include "shared/domain/facts.h"
#include "sync-server/projections/publications/publications.h"

namespace plumb::server {

class LogFacts final : public domain::Facts {
  public:
    // `reader` outlives this.
    explicit LogFacts(StoreReader& reader) : m_reader(reader) {}

    [[nodiscard]] std::vector<domain::Publication> publications(std::string_view type,
                                                                std::string_view id) const override {
        std::vector<domain::Publication> out;
        for (auto& entry : Publications(m_reader).of(type, id))
            out.push_back({entry.index, std::move(entry.region), std::move(entry.author)});
        return out;
    }
    [[nodiscard]] std::optional<domain::RecordFact> record(std::string_view id) const override {
        auto first = m_reader.firstOfRecord(id);
        if (!first) return std::nullopt;
        return domain::RecordFact{std::move(first->type), std::move(first->site), std::move(first->region),
                                  std::move(first->author)};
    }

  private:
    StoreReader& m_reader;
};

}  // namespace plumb::server
