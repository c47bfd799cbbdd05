#include "mobile/store/sealed_files.h"

#include <utility>

namespace plumb::mobile {

void SealedFiles::use(std::shared_ptr<const store::FileVault> vault) {
    const std::lock_guard guard(m_guard);
    m_vault = std::move(vault);
}

Result<Bytes> SealedFiles::get(const Sha256& hash) const {
    std::shared_ptr<const store::FileVault> vault;
    {
        const std::lock_guard guard(m_guard);
        vault = m_vault;
    }
    if (!vault) return fail(ErrorKind::notFound, "no_file", "nobody is signed in");
    return vault->get(hash);
}

}  // namespace plumb::mobile
