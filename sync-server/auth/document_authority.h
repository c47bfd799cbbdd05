// The authority that certifies this deployment's document keys (documents.certified, RECORDS.md): who signs papers.
// Its key lies on the server, so a certificate says no more than that the server gave it to whoever held that person's
// key; whose paper it is, is proved by the record that names it (document.issued), which her own key signs. Immutable;
// any thread.
#pragma once

#include "shared/domain/document_authority.h"
#include "sync-server/auth/trust.h"

namespace plumb::server {

struct DocumentAuthority {
    crypto::PrivateKey key;  // ES256
    crypto::Certificate certificate;
};

// The root's line that names this authority; none where the root has not signed one.
std::optional<std::string> authorityLine(const DocumentAuthority& authority, const Trust& trust);
// Of every authority that the root named, older ones too.
std::vector<crypto::Certificate> documentAuthorities(const Trust& trust);

}  // namespace plumb::server
