// Files by descriptor, with the two answers that matter told apart: no space (StoreFull) and broken machinery (any
// other exception). Not thread-safe; one object, one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "shared/base/bytes.h"

namespace plumb::server {

class File {
  public:
    // Null where the file does not exist.
    static std::optional<File> openToRead(const std::filesystem::path& path);
    static File openToAppend(const std::filesystem::path& path);

    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    [[nodiscard]] std::uint64_t size() const;
    // Writes at the end. What was written before a failure stays.
    void append(ByteView bytes);
    void truncate(std::uint64_t size);
    // Contents and size are on the disk when this returns.
    void sync();
    // Reads up to `out.size()` bytes from `offset`; 0 at the end.
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> out) const;

  private:
    explicit File(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

// All bytes of what has size() and read() as File has them; fewer where it became shorter meanwhile.
template <class Source>
std::string wholeOf(Source& source) {
    std::string out(source.size(), '\0');
    std::size_t at = 0;
    while (at < out.size()) {
        const auto got = source.read(at, {reinterpret_cast<std::uint8_t*>(out.data()) + at, out.size() - at});
        if (got == 0) break;
        at += got;
    }
    out.resize(at);
    return out;
}

// Makes what happened to names in `folder` (new, renamed) durable.
void syncFolder(const std::filesystem::path& folder);

// Makes the folder where it is missing; its name is durable when this returns, or the folder is not there.
void makeDurableFolder(const std::filesystem::path& folder);

// A whole small file, written beside and renamed, durable; readable by the owner only when `secret`.
void writeWholeFile(const std::filesystem::path& path, std::string_view contents, bool secret = false);
std::optional<std::string> readWholeFile(const std::filesystem::path& path);

}  // namespace plumb::server
