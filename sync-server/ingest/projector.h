// Makes every projection that one line causes. The one place for it: the writer uses it when a line arrives, rebuilding
// uses it when the projections are made again from `lines`. The writer's thread only.
#pragma once

#include "sync-server/ingest/candidate.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class Projector {
  public:
    // `writer` outlives this. REQUIRES: a transaction of it is open.
    explicit Projector(StoreWriter& writer) : m_writer(writer) {}

    void apply(std::uint64_t index, TimePoint received, const record::Line& line, const record::Payload& payload,
               const std::optional<records::InspectionSummary>& summary);

  private:
    void submitted(std::uint64_t index, const record::Line& line, const record::Payload& payload,
                   const records::InspectionSummary& summary);
    void continued(std::uint64_t index, const record::Line& line, const record::Payload& payload,
                   const std::optional<records::InspectionSummary>& summary);

    StoreWriter& m_writer;
};

}  // namespace plumb::server
