// The exchange files that a device wrote and that may still be answered: the keys to their answers, sealed like all
// settings.
#pragma once

#include <optional>

#include "shared/store/tablet_store.h"

namespace plumb::sync {

struct AskedPack {
    std::string id;
    std::string nonce;           // of the receipt that the answer is to bring
    std::uint64_t have = 0;      // size of the checkpoint that it was asked from
    crypto::PrivateKey opening;  // for which the answer is sealed
};

// The newest so many are remembered.
constexpr std::size_t kPacksRemembered = 16;

Result<void> rememberAsked(store::TabletStore& store, const AskedPack& asked);
std::optional<AskedPack> askedPack(const store::TabletStore& store, const std::string& id);

}  // namespace plumb::sync
