// What may be used once and was: kept until its time is over, on the disk, so that a restart forgets nothing. A
// database of its own beside the log's, since it is written by whoever lets callers in and not by the log's one writer.
// It is bounded: what is past its time goes. Thread-safe.
#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

class SpentIds {
  public:
    explicit SpentIds(const std::filesystem::path& file);
    // In a database that has others beside it (store/book.h).
    explicit SpentIds(std::unique_ptr<sql::Connection> book);
    ~SpentIds();

    // Whether this is the first use; then it is durable when this returns. While the disk is full it is remembered in
    // memory alone: reading must go on.
    [[nodiscard]] bool use(const Sha256& id, TimePoint until, TimePoint now);
    [[nodiscard]] std::size_t count() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::server
