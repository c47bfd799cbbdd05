// Cases as records/rectification/case.h folds them, their findings as the board shows them, and which lines speak of
// which case.
#pragma once

#include <map>

#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class CasesProjection final : public Projection {
  public:
    explicit CasesProjection(StoreWriter& writer)
        : m_writer(writer), m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "cases"; }
    [[nodiscard]] int version() const override { return 8; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;
    void settle() override;

  private:
    void put(const records::CaseRow& row, std::uint64_t index, std::uint64_t changed);
    void putFindings(const records::CaseRow& row, std::uint64_t index, std::uint64_t changed);

    // What of a case is counted.
    struct Counted {
        records::CaseState state{};
        std::string region, site, kid;
        friend auto operator<=>(const Counted&, const Counted&) = default;
    };
    static Counted counted(const records::CaseRow& row);
    void countFindings(std::uint64_t index, int by);

    // What was put right, and what is not any more: `day` is that of the line that did it.
    void putClosings(const records::CaseRow& row, std::uint64_t index, Day day);
    void countClosing(std::string_view region, std::string_view programme, const ClosingCount& count, Day closed);
    // As the site's newest publication has it; "".
    std::string programmeOf(std::string_view site);
    void applySite(const LoggedLine& line);

    StoreWriter& m_writer;
    sql::Connection& m_sql;
    CaseRows m_rows;
    std::map<Counted, std::int64_t> m_tallies;  // of the lines since the last settle()
};

}  // namespace plumb::server
