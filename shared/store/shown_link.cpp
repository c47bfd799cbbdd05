#include "shared/store/shown_link.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "shared/store/database.h"

namespace plumb::store {

std::string shownName(const FileVault& vault, const Sha256& original) {
    return "shown/" + vault.nameOf(original).hex();
}

std::optional<Sha256> shownLink(const std::filesystem::path& folder, const FileVault& vault, const crypto::DataKey& key,
                                const Sha256& original) {
    try {
        SQLite::Database database((folder / "store.db").string(), SQLite::OPEN_READONLY, 200);
        SQLite::Statement get(database, "SELECT value FROM setting WHERE name = ?");
        const auto name = shownName(vault, original);
        get.bind(1, name);
        if (!get.executeStep()) return std::nullopt;
        const auto plain = key.open(blobOf(get.getColumn(0)), "setting/" + name);
        const auto hash = plain ? Sha256::fromHex(asText(*plain)) : fail(plain.error());
        return hash ? std::optional(*hash) : std::nullopt;
    } catch (const SQLite::Exception&) {
        return std::nullopt;
    }
}

}  // namespace plumb::store
