#include "sync-server/setup/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "sync-server/blobs/file_io.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> damaged(const std::filesystem::path& file) {
    return fail(ErrorKind::broken, "data_damaged", file.string() + " is damaged; bring it back from the backup");
}

}  // namespace

Result<ServerConfig> loadConfig(const DataFolder& folder) {
    const auto text = readWholeFile(folder.config());
    if (!text) {
        return fail(ErrorKind::notFound, "not_initialised",
                    folder.path.string() + " is no data folder yet; make one with: plumbserver init --data " +
                        folder.path.string());
    }
    const auto value = parseJson(*text, 4);
    if (!value || !value->is_object()) return damaged(folder.config());
    const auto& object = value->get_object();
    const auto suite = crypto::suiteByName(textOr(object, "suite"));
    ServerConfig out{textOr(object, "origin"), textOr(object, "root"), suite.value_or(crypto::Suite::eddsa),
                     textOr(object, "url"), textOr(object, "store")};
    if (!suite || out.origin.empty() || out.rootKid.empty()) return damaged(folder.config());
    return out;
}

void saveConfig(const DataFolder& folder, const ServerConfig& config) {
    json::object out{{"v", 1},
                     {"origin", config.origin},
                     {"root", config.rootKid},
                     {"suite", crypto::suiteName(config.suite)},
                     {"url", config.url}};
    if (!config.store.empty()) out["store"] = config.store;
    writeWholeFile(folder.config(), toText(out) + "\n");
}

StorePlace storePlace(const DataFolder& folder, const ServerConfig& config) {
    return {folder.database(), config.store};
}

Result<crypto::PrivateKey> loadLogKey(const DataFolder& folder) {
    auto text = readWholeFile(folder.logKey());
    if (!text) return damaged(folder.logKey());
    if (text->ends_with('\n')) text->pop_back();
    const auto seed = fromBase64Url(*text);
    if (!seed) return damaged(folder.logKey());
    auto key = crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, *seed);
    if (!key) return damaged(folder.logKey());
    return key;
}

void saveLogKey(const DataFolder& folder, const crypto::PrivateKey& key) {
    writeWholeFile(folder.logKey(), toBase64Url(key.secret()) + "\n", true);
}

Result<std::optional<DocumentAuthority>> loadDocumentAuthority(const DataFolder& folder) {
    const auto pem = readWholeFile(folder.documentsCertificate());
    if (!pem) return std::optional<DocumentAuthority>();
    auto certificate = crypto::Certificate::fromPem(*pem);
    if (!certificate) return damaged(folder.documentsCertificate());
    auto text = readWholeFile(folder.documentsKey());
    if (!text) return damaged(folder.documentsKey());
    if (text->ends_with('\n')) text->pop_back();
    const auto secret = fromBase64Url(*text);
    auto key = secret ? crypto::PrivateKey::fromSecret(crypto::Suite::es256, *secret)
                      : Result<crypto::PrivateKey>(fail(secret.error()));
    if (!key || !certificate->isFor(key->publicKey())) return damaged(folder.documentsKey());
    return std::optional(DocumentAuthority{std::move(*key), std::move(*certificate)});
}

// The key first: a certificate is there only with its key.
void saveDocumentAuthority(const DataFolder& folder, const DocumentAuthority& authority) {
    std::filesystem::remove(folder.documentsCertificate());
    writeWholeFile(folder.documentsKey(), toBase64Url(authority.key.secret()) + "\n", true);
    writeWholeFile(folder.documentsCertificate(), authority.certificate.pem());
}

Result<std::optional<crypto::PrivateKey>> loadIntakeKey(const DataFolder& folder) {
    auto text = readWholeFile(folder.intakeKey());
    if (!text) return std::optional<crypto::PrivateKey>();
    if (text->ends_with('\n')) text->pop_back();
    const auto secret = fromBase64Url(*text);
    auto key = secret ? crypto::PrivateKey::fromSecret(crypto::Suite::eddsa, *secret)
                      : Result<crypto::PrivateKey>(fail(secret.error()));
    if (!key) return damaged(folder.intakeKey());
    return std::optional(std::move(*key));
}

void saveIntakeKey(const DataFolder& folder, const crypto::PrivateKey& key) {
    writeWholeFile(folder.intakeKey(), toBase64Url(key.secret()) + "\n", true);
}

Result<std::vector<std::uint64_t>> loadRecovery(const DataFolder& folder) {
    std::vector<std::uint64_t> out;
    const auto text = readWholeFile(folder.recovery());
    if (!text) return out;
    const auto value = parseJson(*text, 4);
    const auto places = value && value->is_object() ? arrayAt(value->get_object(), "places") : fail(Error{});
    if (!places) return damaged(folder.recovery());
    for (const auto& place : **places) {
        if (!place.is_int64() || place.get_int64() < 1) return damaged(folder.recovery());
        out.push_back(static_cast<std::uint64_t>(place.get_int64()));
    }
    return out;
}

void saveRecovery(const DataFolder& folder, const std::vector<std::uint64_t>& places) {
    json::array array;
    for (const auto place : places) array.emplace_back(place);
    writeWholeFile(folder.recovery(), toText(json::object{{"v", 1}, {"places", std::move(array)}}) + "\n");
}

Result<std::optional<ClockWord>> loadClockWord(const DataFolder& folder) {
    const auto text = readWholeFile(folder.clock());
    if (!text) return std::optional<ClockWord>();
    const auto value = parseJson(*text, 4);
    if (!value || !value->is_object()) return damaged(folder.clock());
    const auto size = integerAt(value->get_object(), "size");
    const auto said = parseInstant(textOr(value->get_object(), "said"));
    if (!size || *size < 0 || !said) return damaged(folder.clock());
    return std::optional(ClockWord{static_cast<std::uint64_t>(*size), said->utc});
}

void saveClockWord(const DataFolder& folder, const ClockWord& word) {
    writeWholeFile(
        folder.clock(),
        toText(json::object{{"v", 1}, {"size", word.size}, {"said", formatInstant({word.said, {}})}}) + "\n");
}

Result<FolderLock> FolderLock::take(const DataFolder& folder) {
    return lock(folder, LOCK_EX);
}

Result<FolderLock> FolderLock::share(const DataFolder& folder) {
    return lock(folder, LOCK_SH);
}

Result<FolderLock> FolderLock::lock(const DataFolder& folder, int how) {
    const auto file = folder.path / "lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return fail(ErrorKind::notFound, "not_initialised", folder.path.string() + " cannot be opened");
    if (::flock(descriptor, how | LOCK_NB) != 0) {
        ::close(descriptor);
        return fail(ErrorKind::conflict, "folder_in_use",
                    "another plumbserver uses " + folder.path.string() + "; stop it first");
    }
    return FolderLock(descriptor);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
FolderLock::~FolderLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

}  // namespace plumb::server
