// The engine's reading of the feed: whatever the server says is parsed, checked in form, and stored as it came.
#include "shared/sync/engine.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
Result<void> Engine::pullFeed(std::chrono::seconds wait) {
    for (;;) {
        const auto answer = m_link.feed(m_store.feedCursor(), wait, kFeedLines);
        if (!answer) return fail(answer.error());
        std::vector<store::TabletStore::PulledLine> lines;
        for (const auto& [index, text] : answer->lines) {
            auto line = record::Line::parse(text);
            auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
            if (!payload) {
                // Kept out and said; the cursor goes on, or one odd line would stop the feed for ever.
                m_report.problems.push_back("line " + std::to_string(index) +
                                            " of the feed: " + payload.error().detail);
                continue;
            }
            lines.push_back({index, std::move(*line), std::move(*payload)});
        }
        m_report.pulled += lines.size();
        if (auto taken = m_store.takePulled(lines, answer->cursor); !taken) return taken;
        if (!answer->more) return {};
        wait = std::chrono::seconds{0};
    }
}

Result<bool> Engine::waitForNews(std::chrono::seconds wait) {
    m_report = {};
    m_link.http().resume();
    if (auto done = connect(); !done) return fail(done.error());
    if (auto done = pullFeed(wait); !done) return fail(done.error());
    if (m_report.pulled == 0) return false;
    if (auto done = fetchDocuments(); !done) return fail(done.error());
    return true;
}

}  // namespace plumb::sync
