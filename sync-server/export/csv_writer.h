// CSV by RFC 4180, in UTF-8 with a byte order mark (without it Excel reads Chinese in the machine's own code page):
// commas, CR LF after every row, a quote where a cell needs it, the titles of the columns first. Texts that look like
// formulas are defused (defuse.h). One table a file.
#pragma once

#include "sync-server/export/writer.h"

namespace plumb::server {

class CsvWriter final : public ExportWriter {
  public:
    void begin(const ExportTable& table) override;
    void row(const ExportRow& row) override;
    void end() override {}
    [[nodiscard]] std::uint64_t ready() const override { return m_out.size(); }
    void take(std::string& piece) override;

  private:
    void cell(std::string_view text);

    std::string m_out;
};

}  // namespace plumb::server
