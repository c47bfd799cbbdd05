#include <fcntl.h>

#include <cerrno>
#include <cstring>

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/jws.h"
#include "shared/crypto/sealed_stream.h"
#include "shared/record/pack_items.h"
#include "shared/store/durable_file.h"
#include "shared/store/file_descriptor.h"
#include "shared/store/reference.h"
#include "shared/sync/pack.h"
#include "shared/sync/pack_asked.h"

namespace plumb::sync {
namespace {

// Of lines; the server takes no more in one exchange.
constexpr std::size_t kMostLineBytes = 8 << 20;
constexpr std::size_t kMostLines = 5000;

// A file that grows under another name and takes its own when it is whole and on the medium.
class GrowingFile {
  public:
    explicit GrowingFile(std::filesystem::path file)
        : m_file(std::move(file)),
          m_part(m_file.string() + ".part"),
          m_fd(::open(m_part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {}
    ~GrowingFile() {
        if (!m_done && m_fd.isOpen()) ::unlink(m_part.c_str());
    }
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    Result<void> put(ByteView bytes) {
        if (!m_fd.isOpen()) return trouble("cannot be made");
        while (!bytes.empty()) {
            const auto written = ::write(m_fd.get(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return trouble("cannot be written");
            bytes = bytes.subspan(static_cast<std::size_t>(written));
            m_bytes += static_cast<std::uint64_t>(written);
        }
        return {};
    }
    Result<std::uint64_t> finish() {
        if (::fsync(m_fd.get()) != 0) return trouble("cannot be written");
        if (::rename(m_part.c_str(), m_file.c_str()) != 0) return trouble("cannot take its name");
        m_done = true;
        store::syncFolder(m_file.parent_path().empty() ? "." : m_file.parent_path());
        return m_bytes;
    }

  private:
    [[nodiscard]] tl::unexpected<Error> trouble(const char* what) const {
        const int why = errno;
        const bool full = why == ENOSPC || why == EDQUOT || why == EFBIG;
        return fail(full ? ErrorKind::full : ErrorKind::broken, full ? "disk_full" : "file_unwritable",
                    m_file.string() + " " + what + ": " + std::strerror(why));
    }

    std::filesystem::path m_file, m_part;
    store::FileDescriptor m_fd;
    std::uint64_t m_bytes = 0;
    bool m_done = false;
};

struct Load {
    std::string lines;
    std::size_t lineCount = 0;
    std::vector<store::FileRow> files;
    std::size_t filesLeft = 0;
};

Result<Load> loadOf(store::TabletStore& store) {
    Load out;
    for (const auto& row : store.toOffer(true)) {
        const auto line = store.line(row.hash);
        if (!line) return fail(line.error());
        if (out.lines.size() + line->text().size() > kMostLineBytes || out.lineCount == kMostLines) break;
        out.lines.append(line->text()).append(1, '\n');
        ++out.lineCount;
    }
    std::uint64_t bytes = out.lines.size();
    for (auto& file : store.filesToUpload()) {
        if (bytes + file.size > kMostPackBytes) {
            ++out.filesLeft;
            continue;
        }
        bytes += file.size;
        out.files.push_back(std::move(file));
    }
    return out;
}

json::array hexOf(const std::vector<Sha256>& hashes) {
    json::array out;
    for (const auto& hash : hashes) out.emplace_back(hash.hex());
    return out;
}

// What the device says and asks, signed by its key.
Result<std::string> headOf(store::TabletStore& store, const AskedPack& asked, const Load& load,
                           const std::string& origin) {
    const auto key = store.deviceKey();
    if (!key) return fail(key.error());
    std::vector<Sha256> ask, prove, documents;
    // Those that travel here first; then those about which the server spoke longest ago.
    for (const auto& file : load.files) {
        if (ask.size() < crypto::kReceiptFiles) ask.push_back(file.sha256);
    }
    for (const auto& file : store.filesToAskAbout(crypto::kReceiptFiles)) {
        if (ask.size() < crypto::kReceiptFiles && std::find(ask.begin(), ask.end(), file.sha256) == ask.end())
            ask.push_back(file.sha256);
    }
    store::RecordFilter sent;
    sent.own = true;
    sent.state = store::RecordState::sent;
    for (const auto& row : store.records(sent)) {
        if (prove.size() < crypto::kReceiptFiles) prove.push_back(row.hash);
    }
    const auto checklists = store::checklistsOf(store);
    if (!checklists) return fail(checklists.error());
    for (const auto& checklist : *checklists) {
        if (checklist.here) documents.push_back(checklist.sha256);
    }
    const json::object head{{"v", 1},
                            {"id", asked.id},
                            {"origin", origin},
                            {"at", formatInstant(store.tabletClock())},
                            {"reply", asked.opening.publicKey().jwk()},
                            {"nonce", asked.nonce},
                            {"have", asked.have},
                            {"cursor", store.feedCursor()},
                            {"trust", store.trustDigest(asked.have).next},
                            {"ask", hexOf(ask)},
                            {"prove", hexOf(prove)},
                            {"documents", hexOf(documents)}};
    return crypto::signCompact(*key, crypto::kPackTyp, toText(head));
}

}  // namespace

Result<PackWritten> writePack(store::TabletStore& store, const std::filesystem::path& file) {
    const auto profile = store.profile();
    if (!profile) return fail(profile.error());
    if (!profile->enrolled)
        return fail(ErrorKind::notFound, "not_enrolled", "this device is not enrolled yet; enter an invitation first");
    const auto logKey = crypto::parseNoteKey(profile->logKey);
    if (!logKey) return fail(logKey.error());
    const auto load = loadOf(store);
    if (!load) return fail(load.error());
    const auto known = store.newestCheckpoint();
    const AskedPack asked{makeUuid7(store.tabletClock().utc), crypto::makeReceiptNonce(),
                          known ? known->checkpoint.size : 0, crypto::PrivateKey::generate(crypto::Suite::eddsa)};
    const auto head = headOf(store, asked, *load, logKey->name);
    if (!head) return fail(head.error());

    GrowingFile out(file);
    crypto::StreamSealer sealer(logKey->key, "request", asked.id, [&out](ByteView bytes) { return out.put(bytes); });
    const auto item = [&sealer](json::object about, ByteView content) -> Result<void> {
        if (auto done = sealer.append(asBytes(record::packItemHead(std::move(about), content.size()))); !done)
            return done;
        return sealer.append(content);
    };
    const auto files = [&](bool first) -> Result<void> {
        for (const auto& row : load->files) {
            if (row.first != first) continue;
            const auto content = store.vault().get(row.sha256);
            if (!content) return fail(content.error());
            if (auto done = item({{"what", "file"}, {"sha256", row.sha256.hex()}, {"type", row.type}}, *content); !done)
                return done;
        }
        return {};
    };
    if (auto done = item({{"what", "head"}}, asBytes(*head)); !done) return fail(done.error());
    // Publications are only taken with the files that they speak of; all other lines before theirs.
    if (auto done = files(true); !done) return fail(done.error());
    if (auto done = item({{"what", "lines"}}, asBytes(load->lines)); !done) return fail(done.error());
    if (auto done = files(false); !done) return fail(done.error());
    if (auto done = sealer.finish(); !done) return fail(done.error());
    // The key to the answer is kept before anybody can bring one.
    if (auto done = rememberAsked(store, asked); !done) return fail(done.error());
    const auto bytes = out.finish();
    if (!bytes) return fail(bytes.error());
    return PackWritten{load->lineCount, load->files.size(), load->filesLeft, *bytes};
}

}  // namespace plumb::sync
