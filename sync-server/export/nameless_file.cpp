#include "sync-server/export/nameless_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "sync-server/store/sql.h"

namespace plumb::server {

NamelessFile::NamelessFile(const std::filesystem::path& folder) {
    auto name = (folder / "export.XXXXXX").string();
    m_file = mkostemp(name.data(), O_CLOEXEC);
    if (m_file < 0) throw std::runtime_error("no file can be made in " + folder.string());
    unlink(name.c_str());
}

NamelessFile::~NamelessFile() {
    close(m_file);
}

std::string NamelessFile::name() const {
    return "/proc/self/fd/" + std::to_string(m_file);
}

void NamelessFile::append(std::string_view bytes) {
    auto end = static_cast<off_t>(size());
    while (!bytes.empty()) {
        const auto put = pwrite(m_file, bytes.data(), bytes.size(), end);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) throw StoreFull("there is no space for the list");
        end += put;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
}

std::uint64_t NamelessFile::size() const {
    const auto size = lseek(m_file, 0, SEEK_END);
    if (size < 0) throw std::runtime_error("the list's file cannot be read");
    return static_cast<std::uint64_t>(size);
}

std::size_t NamelessFile::read(std::uint64_t at, std::size_t most, std::string& to) const {
    const auto size = this->size();
    if (at >= size) return 0;
    const auto begin = to.size();
    to.resize(begin + std::min<std::uint64_t>(most, size - at));
    const auto got = pread(m_file, to.data() + begin, to.size() - begin, static_cast<off_t>(at));
    to.resize(begin + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got <= 0) throw std::runtime_error("the list's file cannot be read");
    return static_cast<std::size_t>(got);
}

}  // namespace plumb::server
