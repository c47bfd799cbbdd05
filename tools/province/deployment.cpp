#include "tools/province/deployment.h"

#include "shared/base/encoding.h"
#include "sync-server/blobs/file_io.h"
#include "sync-server/http/push.h"
#include "sync-server/projections/draws/draw_rows.h"
#include "sync-server/setup/root_key.h"
#include "sync-server/store/sqlite_store.h"
#include "sync-server/tls/certificate.h"
#include "tools/province/timeline.h"

namespace plumb::province {
namespace {

crypto::PrivateKey keyOf(std::uint64_t seed, std::string_view name) {
    return crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, seedBytes(seed, name)).value();
}

[[noreturn]] void refused(const std::string& what, const Error& error) {
    throw std::runtime_error(what + ": " + error.code + ": " + error.detail);
}

}  // namespace

Deployment::Deployment(DeploymentOptions options, TimePoint begin)
    : m_options(std::move(options)),
      m_now(begin),
      m_root(keyOf(m_options.seed, "root")),
      m_log(keyOf(m_options.seed, "log")) {
    makeFolder();
    server::RunningOptions running;
    running.folder = {m_options.folder};
    running.clock = [this] { return Instant{m_now, kZone}; };
    auto opened = server::Running::open(std::move(running));
    if (!opened) refused(m_options.folder.string(), opened.error());
    m_running = std::move(*opened);
}

// What `plumbserver init` does with keys that it draws; the root's first line is the caller's.
void Deployment::makeFolder() {
    namespace fs = std::filesystem;
    const server::DataFolder folder{m_options.folder};
    if (fs::exists(folder.path) && !fs::is_empty(folder.path))
        throw std::runtime_error(folder.path.string() + " is not empty");
    fs::create_directories(folder.path);
    fs::permissions(folder.path, fs::perms::owner_all);
    server::saveLogKey(folder, m_log);
    const auto certificate = server::makeCertificate({"127.0.0.1"}, systemNow().utc);
    server::writeWholeFile(folder.certificateKey(), certificate.keyPem, true);
    server::writeWholeFile(folder.certificate(), certificate.certificatePem);
    server::saveRootKey(folder.rootKey(), m_root, m_options.passphrase);
    auto store = server::openSqliteStore(folder.database());
    if (!store) refused(folder.database().string(), store.error());
    const auto origin = "plumbline-" + toHex(fromBase64Url(m_root.kid()).value()).substr(0, 12);
    server::saveConfig(folder, {origin, m_root.kid(), m_root.suite(), m_options.url});
}

std::string Deployment::logKey() const {
    return m_running->services().signer.verifierKey();
}

void Deployment::keepIntake(const crypto::PrivateKey& key) const {
    server::saveIntakeKey({m_options.folder}, key);
}

std::string Deployment::pin() const {
    return server::pinOf(server::readWholeFile(server::DataFolder{m_options.folder}.certificate()).value()).value();
}

void Deployment::put(const Sha256& sha256, const std::string& content, const std::string& kid) {
    auto& services = m_running->services();
    if (!services.blobs.sizeOf(sha256)) {
        const auto beside = m_options.folder / "uploads" / (sha256.hex() + ".new");
        server::writeWholeFile(beside, content);
        services.blobs.adopt(beside, sha256);
        ++m_files;
        m_fileBytes += content.size();
    }
    services.holders.add(sha256, kid);
}

std::optional<records::DrawCheckpoint> Deployment::deciding(const std::string& draw) const {
    auto& services = m_running->services();
    const auto reader = services.readers.borrow();
    server::DrawRows rows(*reader);
    const auto found = rows.find(draw);
    const auto size =
        found ? rows.decidingSize(*found, [&](const std::string& kid) { return services.trust.personId(kid); })
              : std::nullopt;
    if (!size) return std::nullopt;
    return records::DrawCheckpoint{*size, crypto::rootOf(*size, server::nodesOf(*reader))};
}

void Deployment::sync(Device& device) {
    for (const auto& [sha256, content] : device.contents) put(sha256, content, device.kid());
    device.contents.clear();
    if (!device.lines.empty()) {
        std::vector<std::string_view> texts;
        for (const auto& line : device.lines) texts.push_back(line.text());
        const auto outcome = server::pushLines(texts, m_running->services());
        if (!outcome) refused("a push of " + device.name(), outcome.error());
        for (std::size_t i = 0; i < outcome->decisions.size(); ++i) {
            const auto& decision = outcome->decisions[i];
            if (decision.outcome != server::Outcome::accepted)
                refused("a line of " + device.name() + " was refused\n" + std::string(texts[i].substr(0, 3000)) + "\n",
                        decision.error);
        }
        device.lines.clear();
    }
    const auto newest = head();
    device.seen = record::Seen{newest->size, newest->root};
}

}  // namespace plumb::province
