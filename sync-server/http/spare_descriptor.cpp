#include "sync-server/http/spare_descriptor.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace plumb::server {
namespace {

int take() {
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

}  // namespace

SpareDescriptor::SpareDescriptor() : m_descriptor(take()) {}

SpareDescriptor::~SpareDescriptor() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

bool SpareDescriptor::turnAway(int acceptor) {
    if (m_descriptor >= 0) ::close(m_descriptor);
    const int newcomer = ::accept4(acceptor, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (newcomer >= 0) ::close(newcomer);
    m_descriptor = take();
    return newcomer >= 0;
}

}  // namespace plumb::server
