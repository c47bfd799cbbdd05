// The second inspector's signature in a bundle: that it is over exactly the line that the bundle is about. For
// bundle_verify.cpp.
#pragma once

#include <string>

#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "shared/sync/bundle.h"

namespace plumb::sync {

class CosignCheck {
  public:
    // `line` is what the bundle is about, and outlives this.
    explicit CosignCheck(const record::Line& line) : m_line(line) {}

    // The next related line that is believed, and its author's name; others than second signatures say nothing.
    void add(const record::Payload& payload, const std::string& author);
    // The check "cosigned", of a record that so many inspectors have to sign; without a detail where there is nothing
    // to say.
    [[nodiscard]] Check word(int signers) const;

  private:
    const record::Line& m_line;
    std::string m_by;       // who co-signed it, and when she said so
    std::string m_differs;  // who signed another content under this line's name
};

}  // namespace plumb::sync
