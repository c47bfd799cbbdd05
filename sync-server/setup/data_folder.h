// The server's one folder and what lies in it:
//   server.json  origin, root's thumbprint, public address     log.key   the log's Ed25519 seed (secret)
//   root.key     the sealed root key: meant to leave           tls.crt, tls.key   certificate and key (secret)
//   documents.key, documents.crt   the authority that certifies document keys (the key is secret)
//   intake.key   the Ed25519 seed with which the server says what people without an account sent (secret)
//   log.db       lines and projections, unless server.json names a PostgreSQL database for them
//   blobs/  files, or copies/  of a few that lie in an S3 store     uploads/  files on their way     lock   who uses
//   the folder unnamed/     notes of files that no line names     spent.db     assertions that were used calls.db when
//   each key last called     hooks.db     receivers that are told of new lines, with their secrets ratings.db   used
//   visit codes, and ratings of visits that wait until enough are together holders/   who uploaded which file
//   recovery.json  where the log was put back from a backup     clock.json  an operator's word on the clock exports/
//   where workbooks grow while they are taken away; empty when nobody does
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/crypto/suite.h"
#include "sync-server/auth/document_authority.h"
#include "sync-server/ingest/clock_guard.h"
#include "sync-server/store/open_store.h"

namespace plumb::server {

struct ServerConfig {
    std::string origin;
    std::string rootKid;
    crypto::Suite suite = crypto::Suite::eddsa;  // of the root
    std::string url;                             // as invitations name it
    std::string store = {};                      // the PostgreSQL database that has the log; "": log.db in the folder
};

struct DataFolder {
    std::filesystem::path path;

    [[nodiscard]] std::filesystem::path config() const { return path / "server.json"; }
    [[nodiscard]] std::filesystem::path logKey() const { return path / "log.key"; }
    [[nodiscard]] std::filesystem::path rootKey() const { return path / "root.key"; }
    [[nodiscard]] std::filesystem::path certificate() const { return path / "tls.crt"; }
    [[nodiscard]] std::filesystem::path certificateKey() const { return path / "tls.key"; }
    [[nodiscard]] std::filesystem::path documentsKey() const { return path / "documents.key"; }
    [[nodiscard]] std::filesystem::path documentsCertificate() const { return path / "documents.crt"; }
    [[nodiscard]] std::filesystem::path intakeKey() const { return path / "intake.key"; }
    [[nodiscard]] std::filesystem::path database() const { return path / "log.db"; }
    [[nodiscard]] std::filesystem::path recovery() const { return path / "recovery.json"; }
    [[nodiscard]] std::filesystem::path clock() const { return path / "clock.json"; }
    [[nodiscard]] std::filesystem::path blobs() const { return path / "blobs"; }
    [[nodiscard]] std::filesystem::path copies() const { return path / "copies"; }
    [[nodiscard]] std::filesystem::path holders() const { return path / "holders"; }
    [[nodiscard]] std::filesystem::path uploads() const { return path / "uploads"; }
    [[nodiscard]] std::filesystem::path pictures() const { return path / "pictures"; }
    [[nodiscard]] std::filesystem::path unnamed() const { return path / "unnamed"; }
    [[nodiscard]] std::filesystem::path lastCalls() const { return path / "calls.db"; }
    [[nodiscard]] std::filesystem::path ratings() const { return path / "ratings.db"; }
    [[nodiscard]] std::filesystem::path savedViews() const { return path / "views.db"; }
    [[nodiscard]] std::filesystem::path hooks() const { return path / "hooks.db"; }
    [[nodiscard]] std::filesystem::path exports() const { return path / "exports"; }
    [[nodiscard]] std::filesystem::path spent() const { return path / "spent.db"; }
};

// not_initialised where it is no data folder yet; damaged files are told by name.
Result<ServerConfig> loadConfig(const DataFolder& folder);
void saveConfig(const DataFolder& folder, const ServerConfig& config);

// Where the log of this folder lies.
StorePlace storePlace(const DataFolder& folder, const ServerConfig& config);

Result<crypto::PrivateKey> loadLogKey(const DataFolder& folder);
void saveLogKey(const DataFolder& folder, const crypto::PrivateKey& key);

// None where the folder has no authority (yet).
Result<std::optional<DocumentAuthority>> loadDocumentAuthority(const DataFolder& folder);
void saveDocumentAuthority(const DataFolder& folder, const DocumentAuthority& authority);

// The key with which the server says what came in through the public page; none where nobody opened an intake.
Result<std::optional<crypto::PrivateKey>> loadIntakeKey(const DataFolder& folder);
void saveIntakeKey(const DataFolder& folder, const crypto::PrivateKey& key);

// Sizes that the log had each time when it was put back from a backup; empty where it never was.
Result<std::vector<std::uint64_t>> loadRecovery(const DataFolder& folder);
void saveRecovery(const DataFolder& folder, const std::vector<std::uint64_t>& places);

Result<std::optional<ClockWord>> loadClockWord(const DataFolder& folder);
void saveClockWord(const DataFolder& folder, const ClockWord& word);

// Held while a process uses the folder; a second one is refused (folder_in_use). Freed when it goes, also by kill -9.
class FolderLock {
  public:
    static Result<FolderLock> take(const DataFolder& folder);
    // Beside others who share it: keeps away who would have it alone.
    static Result<FolderLock> share(const DataFolder& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

  private:
    static Result<FolderLock> lock(const DataFolder& folder, int how);
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

}  // namespace plumb::server
