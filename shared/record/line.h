// The record line: "<protected>..<signature> <payload>" (RECORDS.md). Parsing checks the form only, and says what is
// wrong; whether the signature is good is a second, explicit step. A Line owns its text and is immutable.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/sha256.h"
#include "shared/crypto/jws.h"

namespace plumb::record {

constexpr std::size_t kMaxLineBytes = 256 * 1024;

class Line {
  public:
    // Refuses: over the limit (line_too_long), not UTF-8 (not_utf8), a newline or another shape (bad_line), an unknown
    // alg (unknown_alg).
    static Result<Line> parse(std::string text);
    // Signs `payload` (a JSON object's text) with `key`.
    static Line sign(const crypto::PrivateKey& key, std::string_view payload);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::string_view protectedHeader() const { return view(0, m_headerSize); }
    [[nodiscard]] std::string_view detached() const { return view(0, m_payloadAt - 1); }
    [[nodiscard]] std::string_view payload() const { return view(m_payloadAt, m_text.size() - m_payloadAt); }
    [[nodiscard]] const std::string& kid() const { return m_kid; }
    [[nodiscard]] crypto::Suite suite() const { return m_suite; }
    [[nodiscard]] const Sha256& hash() const { return m_hash; }

    // bad_signature unless `key` is the line's author and signed exactly these bytes.
    [[nodiscard]] Result<void> verify(const crypto::PublicKey& key) const;

  private:
    [[nodiscard]] std::string_view view(std::size_t at, std::size_t size) const {
        return std::string_view(m_text).substr(at, size);
    }

    std::string m_text;
    std::size_t m_headerSize = 0;
    std::size_t m_payloadAt = 0;
    std::string m_kid;
    crypto::Suite m_suite{};
    Sha256 m_hash;
};

}  // namespace plumb::record
