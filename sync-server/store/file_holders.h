// Who has shown that they have a file: the keys that uploaded its every byte. Knowing a hash gives nothing; a line that
// names a file counts for reading it only when its author is one of these (query/file_rights.h). No line of the log
// says it, so that it is kept as durable as the files themselves: of one machine in a folder (blobs/folder_holders.h),
// of several front ends in their database. Thread-safe. Throws StoreFull where there is no space.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sync-server/store/sql.h"

namespace plumb::server {

class FileHolders {
  public:
    virtual ~FileHolders() = default;

    // Durable on return.
    virtual void add(const Sha256& sha256, const std::string& kid) = 0;
    // None for a file of before holders were remembered.
    [[nodiscard]] virtual std::vector<std::string> of(const Sha256& sha256) const = 0;
    [[nodiscard]] virtual bool holds(const Sha256& sha256, const std::string& kid) const;
};

class SqlHolders final : public FileHolders {
  public:
    // Makes its table where it is missing.
    explicit SqlHolders(std::unique_ptr<sql::Connection> connection);

    void add(const Sha256& sha256, const std::string& kid) override;
    [[nodiscard]] std::vector<std::string> of(const Sha256& sha256) const override;

  private:
    std::unique_ptr<sql::Connection> m_connection;
    mutable std::mutex m_mutex;
};

}  // namespace plumb::server
