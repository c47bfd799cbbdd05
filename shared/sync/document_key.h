// How a device comes to a certified document key (PROTOCOL.md): it makes the key, and asks the server's authority for a
// certificate. Same thread as the store.
#pragma once

#include "shared/store/document_key.h"
#include "shared/sync/server_link.h"

namespace plumb::sync {

// The key that is kept, where the root stands behind its authority and it is good for a month yet; otherwise a new one,
// which is on disk when this returns. Nothing of the answer is believed: the authority must be one that the root named
// in the trust lines that are held here, the certificate be for this key and this person.
// REQUIRES: `link` is logged in. documents_uncertified, wrong_role; badSignature "bad_certificate"; those of the link.
Result<store::DocumentKey> documentKey(store::TabletStore& store, ServerLink& link);

// Of whom the server makes papers: the office that heads them. "" where it names none.
Result<std::string> issuingOffice(ServerLink& link);

}  // namespace plumb::sync
