// When each enrolled key last called: what tells a device that has nothing to say from one that has not been online for
// a month. Not made from the log and no loss when it is gone: then a key was last seen when its newest line came. A
// database of its own beside the log's, since it is written by whoever lets callers in. Thread-safe.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "shared/base/clock.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

class LastCalls {
  public:
    explicit LastCalls(const std::filesystem::path& file);
    // In a database that has others beside it (store/book.h).
    explicit LastCalls(std::unique_ptr<sql::Connection> book);
    ~LastCalls();

    // Never fails: where the disk is full the note is kept in memory until a later one is written.
    void note(std::string_view kid, TimePoint at);
    [[nodiscard]] std::optional<TimePoint> of(std::string_view kid) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::server
