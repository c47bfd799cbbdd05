// Where a table that is taken away comes from: its columns, and its rows one after the other. A list of the server is
// taken away by one class of this kind; what is written of it (CSV, XLSX, GeoJSON) is for the writers, who know none.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sync-server/export/row.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct ExportColumn {
    std::string key;     // for programs, the same in every language: "site_name"
    std::string title;   // for people
    bool onMap = false;  // what a row's geometry says already: left out where there is one
};

// What holds for all that is taken away at once: in which zone, as of when, with which filters.
struct ExportFact {
    std::string key, title, value;
};

class ExportTable {
  public:
    virtual ~ExportTable() = default;

    // For people: the name of a sheet.
    [[nodiscard]] virtual std::string title() const = 0;
    [[nodiscard]] virtual std::span<const ExportColumn> columns() const = 0;

    // Fills the next row, which comes cleared, with a cell a column; false at the end. `reader` is of one snapshot from
    // the first row to the last. Throws what the reader throws.
    virtual bool next(StoreReader& reader, ExportRow& row) = 0;
};

}  // namespace plumb::server
