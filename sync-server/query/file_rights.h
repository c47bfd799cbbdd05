// Who may read a file, and who may learn that it is here: whoever may read a line that names it as its own content. A
// line does that when its author uploaded the file (store/file_holders.h), or when it publishes something that
// everybody may read. Borrowed for the time of one call.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/store/file_holders.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class FileRights {
  public:
    FileRights(StoreReader& reader, const FileHolders& holders) : m_reader(reader), m_holders(holders) {}

    // The media type that a line states by which the caller may read the file; none where there is no such line.
    [[nodiscard]] std::optional<std::string> readableType(const Sha256& sha256, const Principal& caller) const;
    // Uploaded it, or may read it.
    [[nodiscard]] bool mayKnow(const Sha256& sha256, const Principal& caller) const;

  private:
    StoreReader& m_reader;
    const FileHolders& m_holders;
};

}  // namespace plumb::server
