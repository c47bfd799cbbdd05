// A CSV file as rows to look things up in (RFC 4180; also LF line ends, a byte order mark, semicolons, tabs, a first
// line "sep=;"; in UTF-8, GB18030 or UTF-16, see csv_encoding.h; its texts are UTF-8 always). Kept in memory: where
// each row begins, one block of the file, and per column that was asked for a list of hashes; never the cells. The file
// must not change while it is open. Thread-safe: all filled forms of a definition look things up in one.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/form/data/csv_encoding.h"
#include "shared/form/data/tree.h"
#include "shared/form/data/tuning.h"

namespace plumb::form {

class CsvRows : public RowSource {
  public:
    // Reads the file once or twice. Not found "no_file"; malformed "bad_csv" (no header, a quotation mark that is never
    // closed, no UTF-8), too large "csv_too_large". Column names are interned in `names`.
    static Result<std::unique_ptr<CsvRows>> open(const std::string& path, Names& names);
    // What the file was written in.
    [[nodiscard]] CsvEncoding encoding() const { return m_encoding; }
    // The names of the columns only, by reading no further than the header.
    static Result<std::vector<std::string>> header(const std::string& path);
    ~CsvRows() override;
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;

    [[nodiscard]] std::size_t size() const override { return m_begins.size(); }
    [[nodiscard]] NameId rowName() const override { return m_rowName; }
    [[nodiscard]] std::size_t columns() const override { return m_columns.size(); }
    [[nodiscard]] NameId columnName(std::size_t column) const override { return m_columns.at(column); }
    // A cell that its row is too short for is "". Throws std::system_error where the disk fails.
    [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const override;
    [[nodiscard]] std::vector<std::uint32_t> rowsWhere(std::size_t column, std::string_view value) const override;

  private:
    CsvRows() = default;
    [[nodiscard]] Result<void> scan();
    void load(std::size_t row) const;  // m_mutex is held
    [[nodiscard]] const std::vector<std::uint64_t>& index(std::size_t column) const;

    int m_file = -1;
    CsvEncoding m_encoding = CsvEncoding::utf8;
    std::uint32_t m_end = 0;
    char m_separator = ',';
    NameId m_rowName = kNone;
    std::vector<NameId> m_columns;
    std::vector<std::uint32_t> m_begins;  // of each row, in the file
    mutable std::mutex m_mutex;           // of all that follows
    // The last row that was looked at, and the part of the file around it.
    mutable std::size_t m_row = SIZE_MAX;
    mutable std::vector<std::string> m_cells;
    mutable std::string m_block;
    mutable std::uint32_t m_blockBegin = 0;
    mutable std::vector<std::vector<std::uint64_t>> m_indexes;  // per column, sorted: hash << 32 | row
};

// instance('…') of a CSV file: root/item/column. Errors as of CsvRows::open. `encoding`: what it was written in, if
// anybody wants to know.
Result<std::unique_ptr<Tree>> openCsvTree(const std::string& path, std::shared_ptr<Names> names,
                                          CsvEncoding* encoding = nullptr);

}  // namespace plumb::form
