// A picture before it is sealed: judged by the one rule for pictures (image_type.h), what its camera wrote read, and of
// one that browsers and printers do not show the JPEG made that is shown for it. All that takes processor time and
// needs no store: up to seconds for a large HEIC, on any thread but the store's, whose drafts would wait; what is left
// for TabletStore::sealPicture() is sealing bytes. Only what of() gave can be sealed as a picture, so that nothing
// becomes evidence that was not decoded whole. Immutable; any thread.
#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/store/photo_metadata.h"

namespace plumb::store {

class JudgedPicture {
  public:
    // malformed "file_empty", and the errors of imageInfo(); tooLarge "file_too_large" beyond kMaxFileBytes, which no
    // vault takes: not worth decoding.
    static Result<JudgedPicture> of(Bytes content);

    [[nodiscard]] const Bytes& content() const { return m_content; }
    [[nodiscard]] const std::string& type() const { return m_type; }
    // The JPEG that is shown of a HEIC, its longer side at most kShownSide; empty where the picture itself is shown.
    [[nodiscard]] const Bytes& shown() const { return m_shown; }
    [[nodiscard]] const PhotoMetadata& facts() const { return m_facts; }

  private:
    JudgedPicture() = default;

    Bytes m_content, m_shown;
    std::string m_type;
    PhotoMetadata m_facts;
};

}  // namespace plumb::store
