// Upload-Checksum of tus: "sha256 <base64>" or "sha1 <base64>" (which the extension demands) over one PATCH's bytes.
#pragma once

#include <memory>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::server {

constexpr std::string_view kChecksumAlgorithms = "sha256,sha1";

class Checksum {
  public:
    // bad_checksum for an unknown algorithm or a value of the wrong size.
    static Result<Checksum> parse(std::string_view header);
    ~Checksum();
    Checksum(Checksum&&) noexcept;
    Checksum& operator=(Checksum&&) noexcept;

    void add(ByteView bytes);
    // Whether what was added has the stated sum; the object is spent afterwards.
    bool matches();

  private:
    struct Digest;
    Checksum(std::unique_ptr<Digest> digest, Bytes expected);
    std::unique_ptr<Digest> m_digest;
    Bytes m_expected;
};

}  // namespace plumb::server
