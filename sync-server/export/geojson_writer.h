// GeoJSON (RFC 7946): a FeatureCollection with a Feature a row, a Point where the row has a place, `null` where it has
// none, the cells as properties under the keys of their columns; empty cells are left out, numbers are numbers. What
// holds for the whole file (zone, log, filters) stands in the member "export" before the features, a foreign member as
// §6.1 allows. One table a file.
#pragma once

#include "sync-server/export/writer.h"

namespace plumb::server {

class GeoJsonWriter final : public ExportWriter {
  public:
    explicit GeoJsonWriter(std::vector<ExportFact> about) : m_about(std::move(about)) {}

    void begin(const ExportTable& table) override;
    void row(const ExportRow& row) override;
    void end() override;
    [[nodiscard]] std::uint64_t ready() const override { return m_out.size(); }
    void take(std::string& piece) override;

  private:
    void putGeometry(const ExportRow& row);

    std::vector<ExportFact> m_about;
    std::vector<std::string> m_keys;  // as JSON, with the colon
    std::string m_out;
    bool m_first = true;
};

}  // namespace plumb::server
