// One file on its way to its place by its caller's own upload, for calls that bring several at once: what is there
// already is not written again, and what broke off goes on. One thread at a time.
#pragma once

#include "sync-server/http/services.h"

namespace plumb::server {

class FileItem {
  public:
    // `meta.kid` is the caller's. What is wrong is told by finish().
    FileItem(const UploadMeta& meta, const Principal& caller, Services& services);
    // What was not finished is kept as a connection's cut leaves it.
    ~FileItem();
    FileItem(const FileItem&) = delete;
    FileItem& operator=(const FileItem&) = delete;

    void append(ByteView bytes);
    // None where all of it is there now.
    std::optional<Error> finish();

  private:
    std::unique_ptr<UploadWriter> m_writer;
    std::uint64_t m_skip = 0;
    std::optional<Error> m_wrong;
};

}  // namespace plumb::server
