// The engine's uploads (tus, resumed to the byte) and the documents that the feed names.
#include "shared/checklist/loader.h"
#include "shared/store/reference.h"
#include "shared/sync/engine.h"

namespace plumb::sync {
namespace {

constexpr std::uint64_t kChunk = 1 << 20;
constexpr int kMaxFileTries = 3;

}  // namespace

Result<void> Engine::uploadFiles(bool firstOnly) {
    for (const auto& file : m_store.filesToUpload()) {
        if (firstOnly && !file.first) continue;
        Result<void> done;
        for (int attempt = 0; attempt < kMaxFileTries; ++attempt) {
            const auto fresh = m_store.file(file.sha256);
            done = fresh ? uploadFile(*fresh) : Result<void>();
            // An upload that the server dropped or expired begins anew; anything else is not mended by trying at once.
            if (done || (done.error().kind != ErrorKind::notFound && done.error().kind != ErrorKind::expired &&
                         done.error().kind != ErrorKind::conflict))
                break;
            if (auto reset = m_store.markUpload(file.sha256, "", 0); !reset) return reset;
        }
        if (!done) {
            if (done.error().kind == ErrorKind::offline || done.error().kind == ErrorKind::full) return done;
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
    auto upload =
        file.url.empty() ? m_link.createUpload(file.sha256, file.size, file.type) : m_link.uploadOffset(file.url);
    if (!upload) return fail(upload.error());
    if (auto marked = m_store.markUpload(file.sha256, upload->location, upload->offset); !marked) return marked;
    while (upload->offset < content->size()) {
        const auto chunk = ByteView(*content).subspan(
            upload->offset, std::min<std::uint64_t>(kChunk, content->size() - upload->offset));
        const auto offset = m_link.sendChunk(upload->location, upload->offset, chunk);
        if (!offset) return fail(offset.error());
        if (*offset <= upload->offset || *offset > content->size())
            return fail(ErrorKind::conflict, "wrong_offset",
                        "the server acknowledged an impossible place in the upload");
        upload->offset = *offset;
        if (auto marked = m_store.markUpload(file.sha256, upload->location, upload->offset); !marked) return marked;
        tell(Progress::Step::files);
    }
    ++m_report.filesSent;
    return m_store.markUploaded(file.sha256);
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
                if (content.error().kind == ErrorKind::offline) return fail(content.error());
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
