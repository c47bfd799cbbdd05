// Letting originals go. The server is asked again about each of them right before, in a receipt for this very question;
// what it does not hold any more is sent again instead.
#include <algorithm>

#include "shared/store/file_release.h"
#include "shared/sync/engine.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {

Result<Released> Engine::releaseFiles(const std::function<bool(const store::FileRow&)>& beforeEach) {
    Released out;
    m_link.http().resume();
    const auto steps = [&]() -> Result<void> {
        if (auto done = connect(); !done) return done;
        if (auto done = meetLog(); !done) return done;
        auto files = store::releasableFiles(m_store);
        if (!files) return fail(files.error());
        for (std::size_t at = 0; at < files->size(); at += kAskAgain) {
            const auto end = std::min(files->size(), at + kAskAgain);
            const std::vector<store::FileRow> asked(files->begin() + static_cast<std::ptrdiff_t>(at),
                                                    files->begin() + static_cast<std::ptrdiff_t>(end));
            const auto missing = askAbout(asked);
            if (!missing) return fail(missing.error());
            for (const auto& file : asked) {
                const bool lost = std::any_of(missing->begin(), missing->end(),
                                              [&](const store::FileRow& one) { return one.sha256 == file.sha256; });
                if (lost) {
                    ++out.lost;
                    continue;
                }
                if (beforeEach && !beforeEach(file)) continue;
                if (auto done = store::releaseFile(m_store, file.sha256); !done) return done;
                ++out.files;
                out.bytes += file.size;
            }
        }
        return {};
    };
    if (const auto done = steps(); !done) {
        m_connected = false;
        // What went before is gone and can be fetched; the caller is told why the rest stayed.
        if (out.files == 0) return fail(ended(done.error()));
        out.stopped = done.error();
    }
    return out;
}

}  // namespace plumb::sync
