#include "sync-server/setup/init.h"

#include "sync-server/blobs/file_io.h"
#include "sync-server/setup/certify_documents.h"
#include "sync-server/setup/root_key.h"
#include "sync-server/tls/certificate.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

// The host of "https://host:port", without brackets.
Result<std::string> hostOf(const std::string& url) {
    const auto bad = [&] {
        return fail(ErrorKind::malformed, "bad_url",
                    "\"" + url + "\" is not https://host[:port] (or http:// on loopback)");
    };
    const auto scheme = url.find("://");
    if (scheme == std::string::npos) return bad();
    const auto name = url.substr(0, scheme);
    auto rest = url.substr(scheme + 3);
    if ((name != "https" && name != "http") || rest.empty() || rest.find_first_of("/?# ") != std::string::npos)
        return bad();
    if (rest.front() == '[') {
        const auto end = rest.find(']');
        if (end == std::string::npos) return bad();
        rest = rest.substr(1, end - 1);
    } else {
        rest = rest.substr(0, rest.find(':'));
    }
    if (rest.empty()) return bad();
    if (name == "http" && rest != "localhost" && rest != "127.0.0.1" && rest != "::1") return bad();
    return rest;
}

Result<void> checkOrigin(const std::string& origin) {
    if (!origin.empty() && origin.find_first_of(" +\t\r\n") == std::string::npos && origin.size() <= 255) return {};
    return fail(ErrorKind::malformed, "bad_origin",
                "the log's name must have 1 to 255 characters, without spaces and '+'");
}

// A log that is there already belongs to another folder, which has its keys.
Result<void> checkEmptyStore(const std::string& url) {
    if (!isPostgresUrl(url))
        return fail(ErrorKind::malformed, "bad_store",
                    "\"" + url + "\" is no address of a database: postgresql://user@host/database");
    auto store = openStore({{}, url});
    if (!store) return fail(store.error());
    if ((*store)->openReader()->size() == 0) return {};
    return fail(ErrorKind::conflict, "store_not_empty",
                url +
                    " holds a log already; a server is made with an empty database, and this one is served by "
                    "whoever has its folder");
}

}  // namespace

Result<InitResult> initialise(const InitOptions& options, const Clock& clock) {
    const auto& folder = options.folder;
    if (fs::exists(folder.path) && (!fs::is_directory(folder.path) || !fs::is_empty(folder.path))) {
        return fail(ErrorKind::conflict, "folder_not_empty",
                    folder.path.string() + " is not empty; a server is made in an empty folder only");
    }
    if (!options.store.empty()) {
        if (const auto good = checkEmptyStore(options.store); !good) return fail(good.error());
    }
    const auto host = hostOf(options.url);
    if (!host) return fail(host.error());
    const auto root = crypto::PrivateKey::generate(options.suite);
    const ServerConfig config{
        options.origin.empty() ? "plumbline-" + toHex(fromBase64Url(root.kid()).value()).substr(0, 12) : options.origin,
        root.kid(), options.suite, options.url, options.store};
    if (const auto good = checkOrigin(config.origin); !good) return fail(good.error());

    fs::create_directories(folder.path);
    fs::permissions(folder.path, fs::perms::owner_all);
    const auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    saveLogKey(folder, crypto::PrivateKey::generate(crypto::Suite::eddsa));
    const auto certificate = makeCertificate({*host}, clock().utc);
    writeWholeFile(folder.certificateKey(), certificate.keyPem, true);
    writeWholeFile(folder.certificate(), certificate.certificatePem);
    saveRootKey(folder.rootKey(), root, options.passphrase, options.cost);
    auto store = openStore(storePlace(folder, config));
    if (!store) return fail(store.error());
    const auto uri = inviteByRoot(folder, config, root, **store, options.invite, clock);
    if (!uri) return fail(uri.error());
    if (options.documents) {
        auto certified = certifyDocuments(folder, config, root, **store, {options.office}, clock);
        if (!certified) return fail(certified.error());
    }
    // Last, since it is what makes the folder a server's.
    saveConfig(folder, config);
    return InitResult{config.rootKid, config.origin, *uri};
}

}  // namespace plumb::server
