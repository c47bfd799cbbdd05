#include "tests/unit/sync/kit/tablet.h"

#include "shared/base/encoding.h"
#include "shared/store/vault_store.h"
#include "sync-server/setup/invite_root.h"
#include "sync-server/setup/root_key.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/inspections.h"

namespace plumb::sync::kit {
namespace {

template <class T>
T needed(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + ": " + result.error().detail);
    return std::move(*result);
}

}  // namespace

Tablet::Tablet(World& world, const domain::Invitation& invitation) : m_world(world) {
    m_vault = store::createVault(m_home.path, "246810", world.clock()(), server::kit::kTestCost).value();
    reopen();
    const auto inviteKey = crypto::PrivateKey::fromSecret(invitation.suite, invitation.secret).value();
    const auto key = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto line = domain::enrolLine(inviteKey, key, "tablet", world.clock()());
    ServerLink link(std::make_unique<ToWorld>(world));
    const auto answer = needed(link.enrol(line));
    store::Profile profile;
    profile.device = "tablet";
    profile.server = invitation.server;
    profile.logKey = invitation.logKey;
    profile.rootKid = invitation.rootKid;
    profile.secret = key.secret();
    profile.enrolment = line.text();
    profile.enrolled = true;
    const auto checkpoint =
        crypto::verifyCheckpoint(answer.checkpoint, crypto::parseNoteKey(invitation.logKey).value()).value();
    if (!store->saveProfile(profile) || !store->saveCheckpoint(checkpoint, answer.checkpoint))
        throw std::runtime_error("the tablet's store is broken");
}

void Tablet::reopen() {
    store.reset();
    // Its machine runs as the world's clock does.
    const auto sinceBoot = [this] { return SinceBoot{"a start", m_world.now().time_since_epoch()}; };
    store = store::TabletStore::open(m_vault->folder, m_vault->key, m_world.clock(), sinceBoot).value();
}

Result<Report> Tablet::sync(std::unique_ptr<HttpCaller> caller) {
    if (!caller) caller = std::make_unique<ToWorld>(m_world);
    return Engine(*store, {}, std::move(caller)).run();
}

std::string Tablet::fate(std::unique_ptr<HttpCaller> caller) {
    const auto done = sync(std::move(caller));
    return done ? "" : done.error().code;
}

record::Line Tablet::inspect(const std::vector<std::string>& contents, const std::string& type) {
    store::NewRecord record{"inspection.submitted", "yongchang-veg", "620321", {}, server::kit::inspectionBody(), {}};
    for (const auto& content : contents) {
        const auto file = store->importFile(asBytes(content), type).value();
        record.files.push_back({file.sha256, file.size, file.type, "evidence", "2"});
    }
    return store->append(record).value();
}

Bundle Tablet::bundle(const std::string& record) {
    ServerLink link(std::make_unique<ToWorld>(m_world));
    const auto origin = crypto::parseNoteKey(store->profile().value().logKey).value().name;
    if (const auto in = link.login(store->deviceKey().value(), origin, m_world.clock()); !in)
        throw std::runtime_error(in.error().detail);
    auto made = makeBundle(*store, link, record);
    if (!made) throw std::runtime_error(made.error().detail);
    return std::move(*made);
}

domain::Invitation inviteByRoot(World& world) {
    world.stop();
    const auto folder = world.folder();
    server::RootInvite invite;
    invite.person = "administrator " + std::to_string(world.now().time_since_epoch().count());
    std::string uri;
    {
        const auto store = server::openSqliteStore(folder.database()).value();
        const auto root = needed(server::loadRootKey(folder.rootKey(), "passphrase"));
        uri = needed(
            server::inviteByRoot(folder, server::loadConfig(folder).value(), root, *store, invite, world.clock()));
    }
    world.restart();
    return domain::parseInvitation(uri).value();
}

std::vector<Sha256> linesOf(World& world) {
    std::vector<Sha256> out;
    world.services().readers.borrow()->eachLine(0, [&](server::RawLine line) {
        out.push_back(record::Line::parse(std::move(line.text)).value().hash());
        return true;
    });
    return out;
}

}  // namespace plumb::sync::kit
