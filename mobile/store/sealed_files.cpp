#include "mobile/store/sealed_files.h"

#include <utility>

#include "mobile/store/picture_content.h"

namespace plumb::mobile {

void SealedFiles::use(std::shared_ptr<const store::FileVault> vault, ShownOf shownOf) {
    const std::lock_guard guard(m_guard);
    m_use = {std::move(vault), std::move(shownOf)};
}

SealedFiles::Use SealedFiles::inUse() const {
    const std::lock_guard guard(m_guard);
    return m_use;
}

Result<Bytes> SealedFiles::get(const Sha256& hash) const {
    const auto use = inUse();
    if (!use.vault) return fail(ErrorKind::notFound, "no_file", "nobody is signed in");
    return use.vault->get(hash);
}

Result<Bytes> SealedFiles::picture(const Sha256& hash, int side) const {
    const auto use = inUse();
    if (!use.vault) return fail(ErrorKind::notFound, "no_file", "nobody is signed in");
    auto original = use.vault->get(hash);
    if (!original || !use.shownOf || !isDrawnByAnother(*original, side)) return original;
    const auto shown = use.shownOf(hash);
    auto easier = shown ? use.vault->get(*shown) : fail(ErrorKind::notFound, "no_file", "it has no other");
    return easier ? std::move(easier) : std::move(original);
}

}  // namespace plumb::mobile
