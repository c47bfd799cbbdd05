// What anybody may learn of a credential that an inspector shows: the trust lines that stand behind her device's key,
// from the root's own invitation down to hers (name, roles and regions), what was granted to and taken from each key on
// the way, and its revocation, each with the proof that the log holds it. The reader judges them by himself; that no
// later revocation is kept back is the office's own word. Nobody finds a key by trying:
// its thumbprint has 256 bits, and stands in the code that the inspector herself shows (SECURITY.md, "A shown
// credential").
#pragma once

#include <string>

#include "shared/base/json.h"
#include "sync-server/auth/trust.h"
#include "sync-server/log/head.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct CredentialSources {
    StoreReader& reader;
    HeadPtr head;
    const LogSigner& signer;
    const Trust& trust;
};

// notFound "credential_unknown". The members: PROTOCOL.md, "The public page".
Result<json::object> describeCredential(const std::string& kid, const CredentialSources& sources);

}  // namespace plumb::server
