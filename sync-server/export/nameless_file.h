// A file whose name is gone as soon as it is there: whatever ends this program, nothing of it remains. One thread at a
// time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace plumb::server {

class NamelessFile {
  public:
    // Throws where none can be made.
    explicit NamelessFile(const std::filesystem::path& folder);
    ~NamelessFile();
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    // A name by which it can be opened while this lives.
    [[nodiscard]] std::string name() const;
    // At its end. Throws StoreFull.
    void append(std::string_view bytes);
    [[nodiscard]] std::uint64_t size() const;
    // At most `most` bytes from `at` on, to the end of `to`; how many. Throws where they cannot be read.
    std::size_t read(std::uint64_t at, std::size_t most, std::string& to) const;

  private:
    int m_file;
};

}  // namespace plumb::server
