// A log that is not the one that this device verified: what has to be proved before it is followed all the same.
// Nothing here is changed before all of it was.
#include "shared/crypto/merkle.h"
#include "shared/domain/recovery.h"
#include "shared/records/believe.h"
#include "shared/sync/engine.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

tl::unexpected<Error> no(std::string why) {
    return fail(ErrorKind::badSignature, "log_forgot", std::move(why));
}

}  // namespace

Result<void> Engine::meetLog() {
    const auto fresh = refreshCheckpoint();
    if (fresh) return {};
    if (fresh.error().code != "log_forgot") return fail(fresh.error());
    return beginAnew(fresh.error());
}

Result<domain::TrustBook> Engine::trustOf(const crypto::Checkpoint& checkpoint) {
    domain::TrustBook book(m_profile.rootKid);
    crypto::TrustDigest digest;
    for (std::uint64_t after = 0;;) {
        const auto page = m_link.trust(after, kFeedLines, checkpoint.size);
        if (!page) return fail(page.error());
        if (auto proved = provePage(*page, checkpoint); !proved) return fail(proved.error());
        for (const auto& [index, text] : page->lines) {
            if (index < after) return no("its trust lines do not stand in the log's order");
            after = index + 1;
            const auto line = record::Line::parse(text);
            const auto payload =
                line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
            if (!payload || !domain::isTrustType(payload->type)) continue;
            digest.add(line->hash());
            (void)book.add(*line, *payload, index);  // what the root does not vouch for is not in the book
        }
        if (!page->more || page->lines.empty()) break;
    }
    if (!checkpoint.trust || digest != *checkpoint.trust) return no("it withholds keys or revocations");
    return book;
}

Result<store::LogBreak> Engine::judgeRecovery(std::uint64_t index, const std::string& text,
                                              const crypto::Checkpoint& checkpoint, const domain::TrustBook& book) {
    const auto key = logKey();
    const auto line = record::Line::parse(text);
    const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
    if (!key || !payload || payload->type != domain::kLogRecovered) return no("the line that is to say so is none");
    const auto said = domain::readRecovery(payload->body, *key);
    if (!said) return fail(said.error());
    if (said->kept != index) return no("the line that says so does not stand where the log begins again");

    // Who says it: as the new log knows her, and as the lost one did. A revocation that was lost with it still counts.
    if (auto good = records::believe(book, *line, *payload, index, domain::FactBook()); !good)
        return fail(good.error());
    if (!book.invitedByRoot(line->kid())) return no("the root did not itself invite the one who says so");
    const auto before = m_store.trust();
    if (!before) return fail(before.error());
    if (const auto* member = before->member(line->kid()); member && member->revoked())
        return no("the key of the one who says so was revoked");

    // A word that opened the log which this device follows cannot open another one.
    const auto known = m_store.newestCheckpoint();
    if (const auto held = m_store.recordByHash(line->hash()); held && held->logIndex)
        return no("the line that says so is part of the log that this device follows");
    for (const auto& old : m_store.breaks()) {
        if (old.line == line->hash()) return no("the line that says so was used before");
    }
    const bool names = known && said->lost.size == known->checkpoint.size && said->lost.root == known->checkpoint.root;
    if (known && !names && said->opened.utc <= known->checkpoint.time.utc)
        return no("the line that says so is older than what this device knows of the log");

    // That what was kept is kept.
    const auto goesOn = [&](std::uint64_t size, const Sha256& root) -> Result<bool> {
        if (size > checkpoint.size) return false;
        const auto proof = m_link.consistency(size, checkpoint.size);
        if (!proof) return fail(proof.error());
        return crypto::verifyConsistency(size, root, checkpoint.size, checkpoint.root, *proof);
    };
    const auto kept = goesOn(said->kept, said->root);
    if (!kept) return fail(kept.error());
    if (!*kept) return no("the log does not begin with the entries that were to be kept");
    store::LogBreak out{0, line->hash(), said->kept, 0, m_store.now().utc};
    // How much of it is what this device knew: where one checkpoint is continued, so is every smaller one. It may be
    // less than what the administrator calls kept, since the root may have invited her after the loss.
    const auto sizes = m_store.checkpointSizes(said->kept);
    for (std::size_t low = 0, high = sizes.size(); low < high;) {
        const auto at = high == sizes.size() ? high - 1 : low + (high - low) / 2;
        const auto own = m_store.checkpoint(sizes[at]).value();
        const auto same = goesOn(own.checkpoint.size, own.checkpoint.root);
        if (!same) return fail(same.error());
        if (*same) out.common = sizes[at];
        (*same ? low : high) = *same ? at + 1 : at;
    }
    return out;
}

Result<void> Engine::beginAnew(const Error& forgot) {
    const auto key = logKey();
    if (!key) return fail(key.error());
    const auto page = m_link.recoveries(0);
    if (!page && page.error().kind == ErrorKind::offline) return fail(page.error());
    if (!page || page->lines.empty() || page->checkpoint.empty()) return fail(forgot);
    const auto checkpoint = crypto::verifyCheckpoint(page->checkpoint, *key);
    if (!checkpoint) return fail(checkpoint.error());
    if (auto proved = provePage(*page, *checkpoint); !proved) return proved;
    const auto book = trustOf(*checkpoint);
    if (!book && book.error().kind == ErrorKind::offline) return fail(book.error());
    std::string why = book ? "" : book.error().detail;
    for (auto entry = page->lines.rbegin(); book && entry != page->lines.rend(); ++entry) {
        const auto good = judgeRecovery(entry->first, entry->second, *checkpoint, *book);
        if (!good && good.error().kind == ErrorKind::offline) return fail(good.error());
        if (!good) {
            if (why.empty()) why = good.error().detail;
            continue;
        }
        if (auto done = m_store.beginAnew(*good, *checkpoint, page->checkpoint); !done) return done;
        m_book.reset();
        m_report.beganAnew = true;
        m_report.problems.push_back("the server lost its log beyond entry " + std::to_string(good->kept) +
                                    "; an administrator opened it again. This device offers it everything once more, "
                                    "and keeps what was proved before");
        return {};
    }
    auto error = forgot;
    error.detail += ". A log.recovered is there and is not believed: " + why;
    return fail(std::move(error));
}

Result<Report> Engine::recoverLog(const std::string& reason) {
    m_report = {};
    m_link.http().resume();
    const auto key = logKey();
    if (!key) return fail(key.error());
    if (auto done = connect(); !done) return fail(done.error());
    const auto waits = m_link.recovering();
    if (!waits) return fail(waits.error());
    if (!*waits)
        return fail(ErrorKind::refused, "nothing_lost",
                    "the server does not wait for its log to be opened again; nothing was signed");
    const auto answer = m_link.checkpoint(std::nullopt);
    if (!answer) return fail(answer.error());
    const auto fresh = crypto::verifyCheckpoint(answer->checkpoint, *key);
    if (!fresh) return fail(fresh.error());
    if (const auto own = m_store.checkpointWithin(fresh->size)) {
        const auto proof = m_link.consistency(own->checkpoint.size, fresh->size);
        if (!proof) return fail(proof.error());
        if (!crypto::verifyConsistency(own->checkpoint.size, own->checkpoint.root, fresh->size, fresh->root, *proof))
            return no("what the server has is not the beginning of the log that this device knows; nothing was signed");
    }
    // Where the server has all that this device knows of, that is what was lost: nothing that anybody can name.
    const auto newest = m_store.newestCheckpoint();
    const bool behind = !newest || newest->checkpoint.size <= fresh->size;
    // After all that was signed by the lost log, and not after what the server's clock says: a time ahead of it would
    // leave the line good for more than this loss.
    const auto receipt = m_link.receipt({}, *key);
    if (!receipt) return fail(receipt.error());
    Instant opened = m_store.now();
    opened.utc = std::min(opened.utc, receipt->time.utc);
    if (newest) opened.utc = std::max(opened.utc, newest->checkpoint.time.utc + std::chrono::milliseconds(1));
    store::NewRecord record;
    record.type = domain::kLogRecovered;
    record.body = domain::recoveryBody(behind ? answer->checkpoint : newest->note, *fresh, opened, reason);
    // A word that was signed for this very state and did not arrive is sent again, not said twice.
    std::optional<record::Line> line;
    for (const auto& row : m_store.toOffer(false)) {
        if (row.type != domain::kLogRecovered) continue;
        auto old = m_store.line(row.hash);
        const auto payload = m_store.payload(row.hash);
        const auto said = payload ? domain::readRecovery(payload->body, *key) : Result<domain::Recovery>(fail(Error{}));
        if (old && said && said->kept == fresh->size && said->root == fresh->root) line = std::move(*old);
    }
    if (!line) {
        auto made = m_store.append(record);
        if (!made) return fail(made.error());
        line = std::move(*made);
    }
    const auto pushed = m_link.push({line->text()}, std::nullopt);
    if (!pushed) return fail(pushed.error());
    if (pushed->results.front().status == "refused") {
        const auto& result = pushed->results.front();
        if (auto kept = m_store.markRefused(line->hash(), result.code + ": " + result.detail); !kept)
            return fail(kept.error());
        return fail(ErrorKind::refused, result.code, result.detail);
    }
    return run();
}

}  // namespace plumb::sync
