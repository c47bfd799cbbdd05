#include "shared/store/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "shared/store/database.h"

namespace plumb::store {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

  private:
    int m_fd;
};

Result<void> failed(const std::filesystem::path& file) {
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) return fail(diskFull());
    throw std::system_error(errno, std::generic_category(), "writing " + file.string());
}

}  // namespace

Result<void> writeDurably(const std::filesystem::path& file, ByteView content) {
    const std::filesystem::path temporary = file.string() + ".new";
    {
        const Descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (out.get() < 0) return failed(file);
        for (std::size_t done = 0; done < content.size();) {
            const auto count = ::write(out.get(), content.data() + done, content.size() - done);
            if (count < 0) {
                if (errno == EINTR) continue;
                const int reason = errno;
                ::unlink(temporary.c_str());
                errno = reason;
                return failed(file);
            }
            done += static_cast<std::size_t>(count);
        }
        if (::fsync(out.get()) != 0) return failed(file);
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0) return failed(file);
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) ::fsync(folder.get());
    return {};
}

Result<Bytes> readWhole(const std::filesystem::path& file, std::uint64_t limit) {
    std::error_code code;
    const auto size = std::filesystem::file_size(file, code);
    std::ifstream in(file, std::ios::binary);
    if (code || !in) return fail(ErrorKind::notFound, "no_file", "the file " + file.string() + " cannot be read");
    if (size > limit) {
        return fail(ErrorKind::tooLarge, "file_too_large",
                    file.filename().string() + " has " + std::to_string(size) + " bytes, the limit is " +
                        std::to_string(limit));
    }
    Bytes out(size);
    in.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(size));
    out.resize(static_cast<std::size_t>(in.gcount()));
    return out;
}

}  // namespace plumb::store
