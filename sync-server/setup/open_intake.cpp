#include "sync-server/setup/open_intake.h"

#include "shared/domain/complaint_rights.h"
#include "sync-server/auth/trust.h"
#include "sync-server/setup/root_line.h"

namespace plumb::server {
namespace {

// As the log names it; whoever reads a complaint sees that no person signed it.
constexpr const char* kName = "网上受理 (public page)";
constexpr const char* kDevice = "plumbserver";
constexpr std::chrono::hours kInvitationLife{1};

}  // namespace

Result<std::string> openIntake(const DataFolder& folder, const ServerConfig& config, const crypto::PrivateKey& root,
                               Store& store, const Clock& clock) {
    auto key = loadIntakeKey(folder);
    if (!key) return fail(key.error());
    Trust trust(config.rootKid);
    trust.load(store.writer().reader());
    if (*key && trust.principal((*key)->kid()))
        return fail(ErrorKind::conflict, "intake_open", "this server takes complaints already");
    // A key that was revoked is not enrolled again.
    if (!*key || !trust.personId((*key)->kid()).empty()) {
        key->emplace(crypto::PrivateKey::generate(crypto::Suite::eddsa));
        saveIntakeKey(folder, **key);
    }
    const auto logKey = logVerifierKey(folder, config);
    if (!logKey) return fail(logKey.error());
    const auto invitation = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto now = clock();
    auto body = domain::inviteBody(invitation.publicKey(), std::string(domain::kIntakePerson), kName,
                                   {{domain::Role::auditor, {""}, {}}}, Instant{now.utc + kInvitationLife, now.offset},
                                   &root.publicKey(), *logKey);
    auto done = appendByRoot(folder, config, root, store, "invite.issued", std::move(body), clock);
    if (!done) return fail(done.error());
    done = appendLine(folder, config, store, domain::enrolLine(invitation, **key, kDevice, clock()), clock);
    if (!done) return fail(done.error());
    return (*key)->kid();
}

}  // namespace plumb::server
