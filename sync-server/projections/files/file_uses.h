// Queries of the projection of files. For the thread of the reader.
#pragma once

#include "sync-server/store/store.h"

namespace plumb::server {

// A file that a line names.
struct FileUse {
    Sha256 sha256;
    std::uint64_t size = 0;
    std::string type;
    Entry entry;  // the line
};

struct NamedFile {
    Sha256 sha256;
    std::uint64_t index = 0;  // of the first line that names it
};

class FileUses {
  public:
    // `reader` outlives this.
    explicit FileUses(StoreReader& reader) : m_sql(reader.connection()) {}

    // Lines that name the file, in log order, until `take` answers false.
    void each(const Sha256& sha256, const std::function<bool(const FileUse&)>& take);
    // Whether any line names it.
    bool isNamed(const Sha256& sha256);
    // The files that a line names, in its order.
    std::vector<Sha256> of(std::uint64_t index);
    // The files that lines name whose hashes begin so, each once, and no more than a few.
    std::vector<Sha256> begunWith(ByteView beginning);
    // Each file that a line names, once, by its hash.
    void eachNamed(const std::function<void(const NamedFile&)>& take);
    std::uint64_t countNamed();

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
