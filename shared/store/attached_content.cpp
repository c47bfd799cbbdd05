#include "shared/store/attached_content.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace plumb::store {

AttachedContent::AttachedContent(const std::string& name, ByteView content)
    : m_descriptor(::memfd_create(name.substr(0, 200).c_str(), MFD_CLOEXEC)) {
    const auto refuse = [&] {
        const int why = errno;
        if (m_descriptor >= 0) ::close(m_descriptor);
        throw std::system_error(why, std::generic_category(), "cannot hold the attached file " + name + " in memory");
    };
    if (m_descriptor < 0) refuse();
    while (!content.empty()) {
        const auto written = ::write(m_descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) refuse();
        content = content.subspan(static_cast<std::size_t>(written));
    }
}

AttachedContent::~AttachedContent() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

AttachedContent::AttachedContent(AttachedContent&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

}  // namespace plumb::store
