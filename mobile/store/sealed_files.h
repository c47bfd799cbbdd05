// The file vault of whoever is signed in, for those who unseal files for the eye and the ear on threads of the pool:
// pictures, sounds, films. Any thread.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "shared/store/file_vault.h"

namespace plumb::mobile {

class SealedFiles {
  public:
    // Of a picture that is kept beside one that is easier to draw (shown_link.h), the other. Any thread.
    using ShownOf = std::function<std::optional<Sha256>(const Sha256& original)>;

    // Null: nobody is signed in.
    void use(std::shared_ptr<const store::FileVault> vault, ShownOf shownOf = {});
    // Blocking: reads and decrypts the whole file. notFound where it is not here or nobody is signed in.
    [[nodiscard]] Result<Bytes> get(const Sha256& hash) const;
    // What is drawn of a picture within `side` pixels (picture_content.h). Errors as above.
    [[nodiscard]] Result<Bytes> picture(const Sha256& hash, int side) const;

  private:
    struct Use {
        std::shared_ptr<const store::FileVault> vault;
        ShownOf shownOf;
    };

    [[nodiscard]] Use inUse() const;

    mutable std::mutex m_guard;
    Use m_use;
};

}  // namespace plumb::mobile
