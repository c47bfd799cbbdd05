// What is written of tables: one class a format. A writer is given one table after the other and its rows; what it has
// made so far is taken from it at any time. One thread at a time.
#pragma once

#include <memory>

#include "sync-server/export/table.h"

namespace plumb::server {

class ExportWriter {
  public:
    virtual ~ExportWriter() = default;

    virtual void begin(const ExportTable& table) = 0;
    // A row of the table that was begun last.
    virtual void row(const ExportRow& row) = 0;
    // No more tables. Throws StoreFull where there was no space for it.
    virtual void end() = 0;

    // How many bytes can be taken.
    [[nodiscard]] virtual std::uint64_t ready() const = 0;
    // Moves what is ready, about a piece, to the end of `piece`.
    virtual void take(std::string& piece) = 0;
};

}  // namespace plumb::server
