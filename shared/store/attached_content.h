// Attached files of a checklist, unsealed for as long as someone fills or reads it: in memory that has no name on any
// disk (memfd_create(2)), so that what is sealed at rest is never written out. The form engine opens them by path.
#pragma once

#include <string>

#include "shared/base/bytes.h"

namespace plumb::store {

class AttachedContent {
  public:
    // Throws std::system_error where the machine has no memory left for it.
    AttachedContent(const std::string& name, ByteView content);
    ~AttachedContent();
    AttachedContent(AttachedContent&& other) noexcept;
    AttachedContent& operator=(AttachedContent&&) = delete;
    AttachedContent(const AttachedContent&) = delete;
    AttachedContent& operator=(const AttachedContent&) = delete;

    // Good while this object lives.
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

  private:
    int m_descriptor = -1;
};

}  // namespace plumb::store
