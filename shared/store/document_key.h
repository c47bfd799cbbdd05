// The key with which this person signs PDFs: her own, made here, certified by the deployment's authority, sealed under
// the vault's data key as the device's key is. For the thread of the store.
#pragma once

#include <optional>

#include "shared/domain/document_authority.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

struct DocumentKey {
    crypto::PrivateKey key;                      // ES256
    crypto::Certificate certificate, authority;  // for that key, and who certified it
    std::string authorityLine;                   // the root's word on that authority
};

// None where there is none yet, or what was kept cannot be read.
std::optional<DocumentKey> documentKeyOf(const TabletStore& store);
Result<void> saveDocumentKey(TabletStore& store, const DocumentKey& key);

// Every authority that the root named, as this store holds the trust lines; in log order.
Result<std::vector<domain::NamedAuthority>> documentAuthorities(const TabletStore& store);

}  // namespace plumb::store
