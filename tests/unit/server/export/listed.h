// A table whose rows a test writes down.
#pragma once

#include <functional>

#include "sync-server/export/table.h"

namespace plumb::server::kit {

class ListedTable final : public ExportTable {
  public:
    using Fill = std::function<void(ExportRow&)>;
    ListedTable(std::string title, std::vector<ExportColumn> columns, std::vector<Fill> rows)
        : m_title(std::move(title)), m_columns(std::move(columns)), m_rows(std::move(rows)) {}

    [[nodiscard]] std::string title() const override { return m_title; }
    [[nodiscard]] std::span<const ExportColumn> columns() const override { return m_columns; }
    bool next(StoreReader&, ExportRow& row) override {
        if (m_at == m_rows.size()) return false;
        m_rows[m_at++](row);
        return true;
    }

  private:
    std::string m_title;
    std::vector<ExportColumn> m_columns;
    std::vector<Fill> m_rows;
    std::size_t m_at = 0;
};

}  // namespace plumb::server::kit
