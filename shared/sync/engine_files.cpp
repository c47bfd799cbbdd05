// The engine's uploads (tus, resumed to the byte) and the documents that the feed names.
#include <algorithm>

#include "shared/checklist/load/loader.h"
#include "shared/store/reference.h"
#include "shared/sync/engine.h"
#include "shared/sync/feed_page.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

// The setting that says since when small files go each by itself, since something on the way swallowed what went
// together.
constexpr const char* kAlone = "files_alone";

// After what nothing more can be asked in this run. Anything else is said, and the run goes on.
bool stops(const Error& error) {
    return error.kind == ErrorKind::offline || error.kind == ErrorKind::full || error.code == "key_revoked";
}

// Its case was disposed of: the server takes it from nobody, which is as it should be. It is offered again with each
// run, since another record may name it by then.
bool isDisposed(const Error& error) {
    return error.code == "file_disposed";
}

}  // namespace

bool Engine::sendsAlone() const {
    const auto since = parseNumber(m_store.setting(kAlone));
    const auto now = m_store.tabletClock().utc.time_since_epoch().count();
    return since && std::chrono::milliseconds(std::abs(now - static_cast<std::int64_t>(*since))) < kAloneFor;
}

bool Engine::goesTogether(const store::FileRow& file) const {
    return record::isCodable(file.type) && file.type.size() <= record::kMostFileTypeBytes && file.size <= kSmallFile;
}

Result<void> Engine::sendTogether(const std::vector<store::FileRow>& files) {
    std::vector<Bytes> contents;
    std::vector<record::SmallFile> small;
    for (const auto& file : files) {
        auto content = m_store.vault().get(file.sha256);
        if (!content || content->size() != file.size) continue;  // uploadFile() says what is wrong with it
        contents.push_back(std::move(*content));
        small.push_back({file.sha256, file.type, asText(contents.back())});
    }
    if (small.empty()) return {};
    const auto refused = m_link.sendSmallFiles(small);
    if (!refused) {
        const auto& error = refused.error();
        if (error.code == "offline") m_together = m_together / 2 < kLeastTogether ? 0 : m_together / 2;
        if (stops(error)) return fail(error);
        m_together = 0;
        return {};
    }
    for (const auto& file : small) {
        if (refused->contains(file.sha256)) continue;
        if (auto marked = m_store.markUploaded(file.sha256); !marked) return marked;
        m_wentTogether.insert(file.sha256);
    }
    tell(Progress::Step::files);
    return {};
}

Result<void> Engine::uploadTogether(bool firstOnly) {
    if (m_reach || m_together == 0 || sendsAlone()) return {};
    std::vector<store::FileRow> batch;
    std::uint64_t bytes = 0;
    for (const auto& file : m_store.filesToUpload()) {
        if ((firstOnly && !file.first) || !file.url.empty() || !goesTogether(file) || file.size > m_together ||
            isHeld(file))
            continue;
        if (bytes + file.size > m_together || batch.size() == record::kMostSmallFiles) {
            if (auto sent = sendTogether(batch); !sent) return sent;
            batch.clear();
            bytes = 0;
            if (m_together == 0) return {};
        }
        bytes += file.size;
        batch.push_back(file);
    }
    return batch.empty() ? Result<void>() : sendTogether(batch);
}

Result<void> Engine::uploadFiles(bool firstOnly) {
    if (auto sent = uploadTogether(firstOnly); !sent) return sent;
    for (const auto& file : m_store.filesToUpload()) {
        if ((firstOnly && !file.first) || !reachesFile(file.sha256)) continue;
        if (isHeld(file)) {
            ++m_report.filesHeld;
            continue;
        }
        Result<void> done;
        for (int attempt = 0; attempt < kMaxFileTries; ++attempt) {
            const auto fresh = m_store.file(file.sha256);
            done = fresh ? uploadFile(*fresh) : Result<void>();
            if (done || stops(done.error()) || isDisposed(done.error())) break;
            // Whatever was wrong, the upload begins anew: an address that leads nowhere must not be kept for ever. At
            // once only where the server dropped or expired it; anything else is not mended by trying at once.
            if (auto reset = m_store.markUpload(file.sha256, "", 0); !reset) return reset;
            if (done.error().kind != ErrorKind::notFound && done.error().kind != ErrorKind::expired &&
                done.error().kind != ErrorKind::conflict)
                break;
        }
        if (!done) {
            if (stops(done.error())) return done;
            if (!isDisposed(done.error()))
                m_report.problems.push_back("file " + file.sha256.hex().substr(0, 12) + ": " + done.error().detail);
        }
        tell(Progress::Step::files);
    }
    return {};
}

Result<void> Engine::uploadFile(const store::FileRow& file) {
    const auto content = m_store.vault().get(file.sha256);
    if (!content)
        return fail(ErrorKind::broken, "no_file", "the file is damaged on this device: " + content.error().detail);
    // A file that came by another way has no upload that could go on.
    auto upload = file.url.empty() || m_reach ? m_link.createUpload(file.sha256, file.size, file.type)
                                              : m_link.uploadOffset(file.url);
    if (!upload) return fail(upload.error());
    if (auto marked = m_store.markUpload(file.sha256, upload->location, upload->offset); !marked) return marked;
    while (upload->offset < content->size()) {
        // The network may be another one by now; what was sent is kept, and goes on to the byte.
        if (isHeld(file)) {
            ++m_report.filesHeld;
            return {};
        }
        const auto chunk = ByteView(*content).subspan(
            upload->offset, std::min<std::uint64_t>(kUploadPiece, content->size() - upload->offset));
        const auto offset = m_link.sendChunk(upload->location, upload->offset, chunk);
        if (!offset) return fail(offset.error());
        if (*offset <= upload->offset || *offset > content->size())
            return fail(ErrorKind::conflict, "wrong_offset",
                        "the server acknowledged an impossible place in the upload");
        upload->offset = *offset;
        if (auto marked = m_store.markUpload(file.sha256, upload->location, upload->offset); !marked) return marked;
        tell(Progress::Step::files);
    }
    m_wentTogether.erase(file.sha256);
    return m_store.markUploaded(file.sha256);
}

Result<std::vector<store::FileRow>> Engine::askAbout(const std::vector<store::FileRow>& files) {
    const auto logKey = crypto::parseNoteKey(m_profile.logKey);
    if (!logKey) return fail(logKey.error());
    std::vector<Sha256> hashes;
    for (const auto& file : files) hashes.push_back(file.sha256);
    const auto asked = m_store.tabletClock();
    const auto receipt = m_link.receipt(hashes, *logKey);
    if (!receipt) return fail(receipt.error());
    // One that was days on its way tells what time it was, not what time it is.
    if (!m_reach) {
        const auto measure = store::ClockMeasure::between(asked, m_store.tabletClock(), receipt->time, receipt->logSize,
                                                          m_store.sinceBoot());
        if (auto kept = m_store.saveClockMeasure(measure); !kept) return fail(kept.error());
    }
    std::vector<Sha256> there, lost;
    std::vector<store::FileRow> missing;
    for (const auto& file : files) {
        const auto found = receipt->files.find(file.sha256);
        if (found != receipt->files.end() && found->second == file.size) {
            there.push_back(file.sha256);
            m_report.filesSent += !file.isThere();
        } else {
            lost.push_back(file.sha256);
            m_report.filesLost += file.isThere();
            missing.push_back(file);
        }
    }
    if (auto marked = m_store.markThere(there, receipt->time.utc); !marked) return fail(marked.error());
    if (auto marked = m_store.markLost(lost); !marked) return fail(marked.error());
    return missing;
}

Result<void> Engine::askServer() {
    if (m_reach) return {};  // what its receipt says is asked at the end
    const auto missing = askAbout(m_store.filesToAskAbout(kAskAgain));
    if (!missing && missing.error().kind == ErrorKind::notFound) {
        m_report.problems.emplace_back(
            "this server does not say which files it holds (it is older than this program); until it does, none of "
            "them counts as there");
        return {};
    }
    if (!missing && stops(missing.error())) return fail(missing.error());
    if (!missing) {
        m_report.problems.push_back("the server does not say which files it holds: " + missing.error().detail);
        return {};
    }
    if (m_report.filesLost > 0) {
        m_report.problems.push_back("the server no longer holds " + std::to_string(m_report.filesLost) +
                                    " of the files that it said it held; they are sent again");
    }
    return {};
}

Result<void> Engine::confirmFiles() {
    for (;;) {
        auto files = m_store.filesToAskAbout(kAskAgain);
        std::erase_if(files,
                      [this](const store::FileRow& file) { return file.isThere() || !reachesFile(file.sha256); });
        if (files.empty()) return {};
        const auto missing = askAbout(files);
        if (!missing && stops(missing.error())) return fail(missing.error());
        if (!missing) {
            m_report.problems.push_back("the server does not say which files it holds: " + missing.error().detail);
            return {};
        }
        if (missing->empty()) continue;
        if (m_reach) {
            m_report.problems.push_back("the server's answer does not say that it holds " +
                                        std::to_string(missing->size()) + " of the files; they are sent again");
            return {};
        }
        for (const auto& file : *missing) {
            m_report.problems.push_back(
                "file " + file.sha256.hex().substr(0, 12) +
                ": every byte was acknowledged, but the server says that it does not hold it. Something on the way "
                "(a proxy) answers in its place; the file stays here and is sent again, by another way");
        }
        // Each by another way than the one that it went.
        const auto together = std::count_if(missing->begin(), missing->end(), [this](const store::FileRow& file) {
            return m_wentTogether.contains(file.sha256);
        });
        if (static_cast<std::size_t>(together) < missing->size()) m_link.sendByPost(!m_link.sendsByPost());
        if (together > 0) {
            const auto now = m_store.tabletClock().utc.time_since_epoch().count();
            if (auto kept = m_store.setSetting(kAlone, std::to_string(now)); !kept) return kept;
        }
    }
}

Result<void> Engine::fetchDocuments() {
    const auto published = store::checklistsOf(m_store);
    if (!published) return fail(published.error());
    for (const auto& checklist : *published) {
        if (checklist.here) continue;
        // Its lists and pictures first: a checklist is offered once all of it is here.
        auto files = checklist.attachments;
        files.push_back(checklist.sha256);
        for (const auto& hash : files) {
            if (m_store.vault().has(hash)) continue;
            const auto content = m_link.file(hash);
            if (!content) {
                if (stops(content.error())) return fail(content.error());
                m_report.problems.push_back("checklist " + checklist.id + ": " + content.error().detail);
                break;
            }
            const bool document = hash == checklist.sha256;
            const auto stored =
                m_store.importFile(*content, document ? "application/json" : "application/octet-stream");
            if (!stored) return fail(stored.error());
            ++m_report.filesFetched;
        }
    }
    return {};
}

}  // namespace plumb::sync
