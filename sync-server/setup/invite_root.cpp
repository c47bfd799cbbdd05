#include "sync-server/setup/invite_root.h"

#include "shared/base/uuid.h"
#include "shared/domain/trust.h"
#include "sync-server/blobs/file_io.h"
#include "sync-server/setup/root_line.h"
#include "sync-server/tls/certificate.h"

namespace plumb::server {
namespace {

// Browsers claim invitations too, and older ones lack Ed25519.
crypto::Suite inviteSuite(crypto::Suite root) {
    return root == crypto::Suite::sm2 ? crypto::Suite::sm2 : crypto::Suite::es256;
}

}  // namespace

Result<std::string> inviteByRoot(const DataFolder& folder, const ServerConfig& config, const crypto::PrivateKey& root,
                                 Store& store, const RootInvite& invite, const Clock& clock) {
    const auto logKey = logVerifierKey(folder, config);
    if (!logKey) return fail(logKey.error());
    const auto pem = readWholeFile(folder.certificate());
    const auto pin = pem ? pinOf(*pem) : Result<std::string>(std::string());
    if (!pin) return fail(pin.error());

    const auto inviteKey = crypto::PrivateKey::generate(inviteSuite(root.suite()));
    const auto now = clock();
    const std::vector<domain::Grant> grants{{domain::Role::administrator, {""}, {}}};
    auto done = appendByRoot(folder, config, root, store, "invite.issued",
                             domain::inviteBody(inviteKey.publicKey(), makeUuid7(now.utc), invite.person, grants,
                                                Instant{now.utc + invite.life, now.offset}, &root.publicKey(), *logKey),
                             clock);
    if (!done) return fail(done.error());
    const bool unpinned = invite.publicTls || config.url.starts_with("http://");
    return domain::formatInvitation(
        {config.url, unpinned ? std::string() : *pin, *logKey, config.rootKid, inviteKey.suite(), inviteKey.secret()});
}

}  // namespace plumb::server
