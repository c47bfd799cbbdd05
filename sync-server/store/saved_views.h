// What each person keeps of how she looks at lists: her saved views, wherever she signs in. A preference and no record:
// nobody has to prove it, it changes often and is deleted, and a log keeps everything for ever. Not made from the log;
// where it is gone people save their views anew. A database of its own beside the log's. Thread-safe.
//
// The text is the caller's own to read; its form is judged by who takes it in (http/view_calls.cpp).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

struct SavedViewsText {
    std::int64_t version = 0;  // counted up with each change; 0: nothing was saved yet
    std::string text;          // "" with version 0
};

class SavedViews {
  public:
    explicit SavedViews(const std::filesystem::path& file);
    // In a database that has others beside it (store/book.h).
    explicit SavedViews(std::unique_ptr<sql::Connection> book);
    ~SavedViews();

    [[nodiscard]] SavedViewsText of(std::string_view person) const;
    // Takes the place of `version`, durable when it returns; the new version. conflict "views_newer" where another
    // machine was there first.
    Result<std::int64_t> put(std::string_view person, std::int64_t version, std::string_view text);

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::server
