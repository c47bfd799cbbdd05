// The engine's first question: is there anything new? The device tells what it has, and where the server has nothing
// else, one signed answer says so (crypto/receipt.h) in the place of a checkpoint, a receipt, a page of the feed and
// one of places. Nothing of it is taken for what it says: the log is the known one where the mark of its checkpoint is,
// a newer checkpoint is verified as ever, and files and lines are there where this device makes the same mark of what
// it has itself. Whatever differs, or is not said, is asked at length.
#include "shared/sync/engine.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {

Result<void> Engine::askWhatIsNew() {
    m_news = {};
    // A checkpoint of before trust lines were counted is asked for anew, which the long way does.
    auto known = m_store.newestCheckpoint();
    if (m_reach || m_older || !known || !known->checkpoint.trust) return {};
    const auto key = logKey();
    if (!key) return fail(key.error());
    const auto files = m_store.filesToAskAbout(kAskQuietly);
    NewsQuestion question{known->checkpoint.size, m_store.feedCursor(), looksFrom(), {}};
    for (const auto& file : files) question.files.push_back(file.sha256);
    const auto asked = m_store.tabletClock();
    const auto answer = m_link.whatIsNew(question, *key);
    if (!answer) {
        const auto& error = answer.error();
        if (error.kind == ErrorKind::offline || error.kind == ErrorKind::full || error.code == "key_revoked")
            return fail(error);
        return {};  // the long way tells what is wrong
    }
    const auto& receipt = answer->receipt;
    m_older = receipt.head.empty();
    if (m_older) return {};
    const auto measure =
        store::ClockMeasure::between(asked, m_store.tabletClock(), receipt.time, receipt.logSize, m_store.sinceBoot());
    if (auto kept = m_store.saveClockMeasure(measure); !kept) return kept;
    if (answer->checkpoint) {
        const auto taken = takeCheckpoint(answer->checkpoint->checkpoint, answer->checkpoint->consistency);
        if (!taken && taken.error().code == "log_forgot") return {};  // meetLog() hears it again, and says what follows
        if (!taken) return fail(taken.error());
        known = m_store.newestCheckpoint();
    }
    m_news.log = receipt.logSize == known->checkpoint.size && receipt.head == crypto::checkpointMark(known->note);
    if (!m_news.log) return {};
    if (auto taken = takeFileNews(receipt, files); !taken) return taken;
    return takeFeedNews(receipt);
}

Result<void> Engine::takeFileNews(const crypto::Receipt& receipt, const std::vector<store::FileRow>& asked) {
    std::map<Sha256, std::uint64_t> expected;
    std::vector<Sha256> hashes;
    for (const auto& file : asked) {
        expected[file.sha256] = file.size;
        hashes.push_back(file.sha256);
    }
    m_news.files = asked.empty() || receipt.held == crypto::filesMark(expected);
    if (!m_news.files) return {};
    for (const auto& file : asked) m_report.filesSent += !file.isThere();
    return m_store.markThere(hashes, receipt.time.utc);
}

Result<void> Engine::takeFeedNews(const crypto::Receipt& receipt) {
    const auto after = m_store.feedCursor();
    const auto from = looksFrom();
    if (!receipt.feed || *receipt.feed < after) return {};
    FeedAnswer page;
    page.cursor = *receipt.feed;
    const auto proved = proveFeed(after, std::move(page));
    if (!proved) return fail(proved.error());
    if (proved->next != after) {
        if (auto taken = takePage(proved->page, proved->checkpoint, proved->next); !taken) return taken;
    }
    m_news.feed = proved->next == proved->checkpoint.size;
    if (!m_news.feed || !receipt.places) return {};
    const auto held = holdsPlaces(from, *receipt.places);
    if (!held) return fail(held.error());
    m_news.places = *held;
    return {};
}

}  // namespace plumb::sync
