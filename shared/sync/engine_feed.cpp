// The engine's reading of the feed. Nothing of a page is taken for what the server says it is: that the log holds its
// lines at their indexes is proved against a checkpoint that is consistent with all before it, that no trust line is
// withheld by the checkpoint's own digest of them, and each line is then judged as of its own index.
#include <future>

#include "shared/crypto/multi_proof.h"
#include "shared/records/believe.h"
#include "shared/store/tablet_facts.h"
#include "shared/sync/engine.h"
#include "shared/sync/feed_page.h"
#include "shared/sync/page_lines.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

// The setting that says how far this device has looked for lines that the feed left out.
constexpr const char* kLookedTo = "looked_to";

struct ReadLine {
    record::Line line;
    record::Payload payload;
};

Result<ReadLine> readLine(const std::string& text) {
    auto line = record::Line::parse(text);
    if (!line) return fail(line.error());
    auto payload = record::parsePayload(line->payload());
    if (!payload) return fail(payload.error());
    return ReadLine{std::move(*line), std::move(*payload)};
}

std::string doubtOf(const Error& error) {
    return error.code + ": " + error.detail;
}

}  // namespace

Result<void> Engine::provePage(const FeedAnswer& page, const crypto::Checkpoint& checkpoint) {
    if (page.lines.empty()) return {};
    std::vector<crypto::PlacedLeaf> leaves;
    leaves.reserve(page.lines.size());
    for (const auto& [index, text] : page.lines) leaves.push_back({index, crypto::leafHash(asBytes(text))});
    if (crypto::verifyMultiProof(leaves, checkpoint.size, page.proof, checkpoint.root)) return {};
    return fail(
        ErrorKind::badSignature, "bad_feed",
        "the server handed out lines that its log does not hold at these places; nothing of them was kept. Tell "
        "the administrator");
}

Result<void> Engine::pullTrust(std::uint64_t after, const crypto::Checkpoint& checkpoint) {
    for (;;) {
        const auto page = m_link.trust(after, kFeedLines, checkpoint.size);
        if (!page) return fail(page.error());
        if (auto proved = provePage(*page, checkpoint); !proved) return proved;
        std::vector<store::TabletStore::PulledLine> lines;
        for (const auto& [index, text] : page->lines) {
            auto read = readLine(text);
            if (!read || !domain::isTrustType(read->payload.type)) continue;  // the feed tells of it
            lines.push_back({index, std::move(read->line), std::move(read->payload), {}});
        }
        if (auto kept = m_store.takePulled(lines, checkpoint.size); !kept) return kept;
        if (page->lines.empty()) return {};
        const auto next = page->lines.back().first + 1;
        if (!page->more || next <= after) return {};
        after = next;
    }
}

Result<void> Engine::completeTrust(const crypto::Checkpoint& checkpoint) {
    if (!checkpoint.trust)
        return fail(ErrorKind::badSignature, "trust_withheld",
                    "the server's checkpoint does not say which keys it knows; nothing new is believed. The server has "
                    "to be brought up to date");
    // First what came since, then, where that is not it, everything again.
    for (const bool all : {false, true}) {
        const auto held = m_store.trustDigest(checkpoint.size);
        if (held.digest == *checkpoint.trust) return {};
        if (auto pulled = pullTrust(all ? 0 : held.next, checkpoint); !pulled) return pulled;
    }
    const auto held = m_store.trustDigest(checkpoint.size);
    if (held.digest == *checkpoint.trust) return {};
    return fail(ErrorKind::badSignature, "trust_withheld",
                "the server withholds keys or revocations: its log has " + std::to_string(checkpoint.trust->count) +
                    " such lines, " + std::to_string(held.digest.count) +
                    " came, or others. Nothing newer is believed until it hands them out; all records are kept. Tell "
                    "the administrator");
}

Result<void> Engine::takePage(const FeedAnswer& page, const crypto::Checkpoint& checkpoint,
                              std::optional<std::uint64_t> cursor) {
    if (page.lines.empty()) return cursor ? m_store.setFeedCursor(*cursor) : Result<void>{};
    if (!m_book || m_bookOf != *checkpoint.trust) {
        auto book = m_store.trust();
        if (!book) return fail(book.error());
        m_book = std::move(*book);
        m_bookOf = *checkpoint.trust;
    }
    const store::TabletFacts before(m_store);
    domain::FactBook facts(&before);  // with what the page itself establishes
    std::vector<store::TabletStore::PulledLine> lines;
    lines.reserve(page.lines.size());
    for (auto& [index, line, payload, signature] : readPage(page.lines, *m_book)) {
        if (!payload) {
            // Kept out and said; the cursor goes on, or one odd line would stop the feed for ever.
            m_report.problems.push_back("line " + std::to_string(index) + " of the feed: " + payload.error().detail);
            continue;
        }
        std::string doubt;
        if (domain::isTrustType(payload->type)) {
            // What the book did not take in, it did not believe.
            if (!m_book->holds(index)) doubt = "not_believed: the root does not vouch for it";
        } else if (!signature) {
            doubt = doubtOf(signature.error());
        } else if (const auto good = records::believeSigned(*m_book, line->kid(), *payload, index, facts); !good) {
            doubt = doubtOf(good.error());
        }
        if (!doubt.empty()) {
            ++m_report.notBelieved;
            m_report.problems.push_back("line " + std::to_string(index) + " of the log, " + payload->type +
                                        ", is not believed: " + doubt);
        } else {
            facts.add(*payload, line->kid(), index);
        }
        lines.push_back({index, std::move(*line), std::move(*payload), std::move(doubt)});
    }
    m_report.pulled += lines.size();
    return m_store.takePulled(lines, checkpoint.size, cursor);
}

Result<Engine::ProvedPage> Engine::proveFeed(std::uint64_t after, Result<FeedAnswer> answer) {
    if (!answer) return fail(answer.error());
    ProvedPage out{std::move(*answer), {}, 0};
    const auto& page = out.page;
    const auto known = m_store.newestCheckpoint();
    if (!page.checkpoint.empty()) {
        const auto taken = takeCheckpoint(page.checkpoint, page.consistency);
        if (!taken) return fail(taken.error());
        out.checkpoint = *taken;
    } else if (known) {
        out.checkpoint = known->checkpoint;
    } else {
        return fail(ErrorKind::badSignature, "bad_proof", "the server sent lines without a checkpoint of its log");
    }
    if (auto proved = provePage(page, out.checkpoint); !proved) return fail(proved.error());
    if (auto complete = completeTrust(out.checkpoint); !complete) return fail(complete.error());
    if (!page.lines.empty() && page.lines.front().first < after)
        return fail(ErrorKind::malformed, "bad_answer", "the server sent lines that were not asked for");
    const auto least = page.lines.empty() ? after : page.lines.back().first + 1;
    // No cursor leads beyond what the log was proved to hold. That it passed over a line is for lookAgain to find.
    out.next = std::clamp(page.cursor, least, std::max(least, out.checkpoint.size));
    return out;
}

Result<FeedAnswer> Engine::askFeed(std::uint64_t after, std::chrono::seconds wait) {
    const auto known = m_store.newestCheckpoint();
    return m_link.feed(after, wait, kFeedLines, known ? known->checkpoint.size : 0);
}

Result<void> Engine::pullFeed(std::chrono::seconds wait) {
    // A checkpoint of before trust lines were counted: the same again, by a server that counts them.
    if (const auto known = m_store.newestCheckpoint(); known && !known->checkpoint.trust) {
        if (const auto fresh = refreshCheckpoint(); !fresh) return fail(fresh.error());
    }
    auto after = m_store.feedCursor();
    auto answer = askFeed(after, wait);
    for (;;) {
        const auto proved = proveFeed(after, std::move(answer));
        if (!proved) return fail(proved.error());
        const bool goesOn = proved->page.more && proved->next > after;
        // The next page is on its way while this one is judged and stored. Nothing else uses the connection meanwhile.
        std::future<Result<FeedAnswer>> ahead;
        if (goesOn) {
            ahead = std::async(std::launch::async, [this, next = proved->next, have = proved->checkpoint.size] {
                return m_link.feed(next, std::chrono::seconds{0}, kFeedLines, have);
            });
        }
        if (auto taken = takePage(proved->page, proved->checkpoint, proved->next); !taken) return taken;
        if (!goesOn) return {};
        after = proved->next;
        answer = ahead.get();
    }
}

std::uint64_t Engine::looksFrom() const {
    const auto stored = parseNumber(m_store.setting(kLookedTo)).value_or(0);
    return stored < m_store.feedCursor() ? stored : 0;
}

Result<bool> Engine::holdsPlaces(std::uint64_t from, const crypto::Receipt::Places& places) {
    const auto read = m_store.feedCursor();
    if (places.next < from || places.next > read) return false;
    // As the server says it: "first-last" or "only" on a line of its own each.
    std::string own;
    const auto held = [&own](std::uint64_t first, std::uint64_t end) {
        if (first >= end) return;
        own.append(std::to_string(first));
        if (end - first > 1) own.append(1, '-').append(std::to_string(end - 1));
        own.append(1, '\n');
    };
    auto first = from;
    for (const auto missing : m_store.missingPlaces(from, places.next)) {
        held(first, missing);
        first = missing + 1;
    }
    held(first, places.next);
    if (crypto::receiptMark(own) != places.mark) return false;
    const auto next = places.next < read ? std::to_string(places.next) : std::string("0");
    if (m_store.setting(kLookedTo) == next) return true;
    if (auto kept = m_store.setSetting(kLookedTo, next); !kept) return fail(kept.error());
    return true;
}

Result<void> Engine::lookAgain() {
    const auto read = m_store.feedCursor();
    const auto from = looksFrom();
    if (read == 0) return {};
    const auto places = m_link.places(from);
    if (!places) {
        // One that does not know this call has nothing to say; what else goes wrong here stops nothing.
        if (places.error().kind == ErrorKind::offline || places.error().code == "key_revoked")
            return fail(places.error());
        return {};
    }
    std::uint64_t fetched = 0;
    int pages = 0;
    for (const auto& [first, last] : places->ranges) {
        if (first >= read) break;
        for (const auto index : m_store.missingPlaces(first, std::min(last + 1, read))) {
            if (index < fetched) continue;
            if (pages++ == kMostPagesAgain) return m_store.setSetting(kLookedTo, std::to_string(index));
            const auto proved = proveFeed(index, askFeed(index, std::chrono::seconds{0}));
            if (!proved) return fail(proved.error());
            const auto& page = proved->page;
            if (auto taken = takePage(page, proved->checkpoint); !taken) return taken;
            fetched = std::max(page.lines.empty() ? index : page.lines.back().first + 1, index + 1);
        }
    }
    const auto next = places->more && places->next > from ? std::min(places->next, read) : 0;
    return m_store.setSetting(kLookedTo, std::to_string(next));
}

Result<bool> Engine::waitForNews(std::chrono::seconds wait) {
    m_report = {};
    m_link.http().resume();
    const auto steps = [&]() -> Result<void> {
        if (auto done = connect(); !done) return done;
        if (auto done = pullFeed(wait); !done) return done;
        if (m_report.pulled == 0) return {};
        if (auto done = checkStanding(); !done) return done;
        return fetchDocuments();
    };
    if (const auto done = steps(); !done) {
        if (done.error().code == "key_revoked") m_connected = false;
        return fail(ended(done.error()));
    }
    return m_report.pulled > 0;
}

}  // namespace plumb::sync
