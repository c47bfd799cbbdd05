// The engine's frame and its checkpoints. Lines, the feed, files and a log that began anew have sources of their own.
#include "shared/sync/engine.h"

#include "shared/crypto/merkle.h"
#include "shared/store/key_history.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

// The setting that says that PATCH does not get through where this device is.
constexpr const char* kByPost = "uploads_by_post";

tl::unexpected<Error> logForgot(const std::string& why) {
    return fail(ErrorKind::badSignature, "log_forgot",
                "the server's log is not the one that this device verified before: " + why +
                    ". Nothing was changed here; all records are kept. Tell the administrator");
}

store::Profile profileOf(store::TabletStore& store) {
    auto profile = store.profile();
    return profile ? std::move(*profile) : store::Profile{};
}

ServerLink linkFor(const store::Profile& profile, std::unique_ptr<HttpCaller> caller) {
    return caller ? ServerLink(std::move(caller)) : ServerLink(profile.server, profile.pin);
}

}  // namespace

Engine::Engine(store::TabletStore& store, std::function<void(const Progress&)> onProgress,
               std::unique_ptr<HttpCaller> caller, std::optional<Reach> reach)
    : m_store(store),
      m_profile(profileOf(store)),
      m_link(linkFor(m_profile, std::move(caller))),
      m_onProgress(std::move(onProgress)),
      m_reach(std::move(reach)) {
    if (m_reach) m_link.askWith(m_reach->nonce);
}

void Engine::tell(Progress::Step step) {
    if (!m_onProgress) return;
    Progress progress{step, m_store.waiting().size() + m_store.countOffered(), 0, 0};
    for (const auto& file : m_store.filesNotThere()) {
        ++progress.filesLeft;
        progress.bytesLeft += file.size - std::min(file.sent, file.size);
    }
    m_onProgress(progress);
}

Result<void> Engine::connect() {
    if (!m_profile.enrolled)
        return fail(ErrorKind::notFound, "not_enrolled", "this device is not enrolled yet; enter an invitation first");
    if (m_connected) return {};
    const auto key = m_store.deviceKey();
    const auto logKey = crypto::parseNoteKey(m_profile.logKey);
    if (!key) return fail(key.error());
    if (!logKey) return fail(logKey.error());
    // A token may be asked for anew on the thread that fetches ahead: the clock is one that asks no store.
    const auto off = m_store.now().utc - m_store.tabletClock().utc;
    const auto now = [store = &m_store, off] {
        auto at = store->tabletClock();
        at.utc += off;
        return at;
    };
    const auto login = [&] { return m_link.login(*key, logKey->name, now); };
    auto done = login();
    if (!done && done.error().code == "key_unknown") {
        // A server that lost this enrolment may take the very same line again. It asks for no token.
        const auto line = record::Line::parse(m_profile.enrolment);
        if (line && m_link.enrol(*line)) done = login();
    }
    m_connected = done.has_value();
    m_link.sendByPost(m_store.setting(kByPost) == "1");
    return done;
}

Result<Report> Engine::run() {
    m_report = {};
    m_link.http().resume();
    const HttpTraffic before = m_link.http().traffic();
    tell(Progress::Step::connecting);
    if (auto counted = m_store.beginRun(); !counted) return fail(counted.error());
    const auto steps = [&]() -> Result<void> {
        if (auto done = connect(); !done) return done;
        if (auto done = askWhatIsNew(); !done) return done;
        if (!m_news.log) {
            if (auto done = meetLog(); !done) return done;
        }
        if (!m_news.files) {
            if (auto done = askServer(); !done) return done;
        }
        if (auto done = uploadFiles(true); !done) return done;
        tell(Progress::Step::lines);
        if (auto done = pushLines(false); !done) return done;
        tell(Progress::Step::feed);
        // Lines that went have made the log larger than it was when the server was asked.
        const auto newest = m_store.newestCheckpoint();
        const bool read = m_news.feed && newest && m_store.feedCursor() == newest->checkpoint.size;
        if (!read) {
            if (auto done = pullFeed(std::chrono::seconds{0}); !done) return done;
        }
        if (!read || !m_news.places) {
            if (auto done = lookAgain(); !done) return done;
        }
        if (auto done = fetchDocuments(); !done) return done;
        // What could not go before its reference was known may go now, and what the feed did not bring back.
        if (!m_reach && (m_report.pulled > 0 || m_store.countOffered() > 0)) {
            if (auto done = pushLines(true); !done) return done;
        }
        if (auto done = proveSent(); !done) return done;
        if (auto done = checkStanding(); !done) return done;
        tell(Progress::Step::files);
        if (auto done = uploadFiles(false); !done) return done;
        return confirmFiles();
    };
    const auto done = steps();
    m_report.bytesUp = m_link.http().traffic().sent - before.sent;
    m_report.bytesDown = m_link.http().traffic().received - before.received;
    if (m_connected && m_link.sendsByPost() != (m_store.setting(kByPost) == "1")) {
        if (auto kept = m_store.setSetting(kByPost, m_link.sendsByPost() ? "1" : ""); !kept) return fail(kept.error());
    }
    // Who a server of another day knows is not said yet: the next run introduces itself anew.
    if (!done) m_connected = false;
    if (!done) return fail(ended(done.error()));
    if (auto noted = store::noteTaken(m_store.folder()); !noted) return fail(noted.error());
    tell(Progress::Step::done);
    m_report.waiting = m_store.countUnproved();
    m_report.files = m_store.tally();
    m_report.clock = m_store.clock();
    if (const auto newest = m_store.newestCheckpoint()) m_report.logSize = newest->checkpoint.size;
    return m_report;
}

Result<crypto::Checkpoint> Engine::takeCheckpoint(const std::string& note, const std::vector<Sha256>& consistency) {
    const auto logKey = crypto::parseNoteKey(m_profile.logKey);
    if (!logKey) return fail(logKey.error());
    const auto fresh = crypto::verifyCheckpoint(note, *logKey);
    if (!fresh) return fail(fresh.error());
    const auto known = m_store.newestCheckpoint();
    if (known) {
        if (fresh->size < known->checkpoint.size) {
            return logForgot("it has " + std::to_string(fresh->size) + " entries, " +
                             std::to_string(known->checkpoint.size) + " were proved");
        }
        if (!crypto::verifyConsistency(known->checkpoint.size, known->checkpoint.root, fresh->size, fresh->root,
                                       consistency)) {
            return logForgot("its first " + std::to_string(known->checkpoint.size) +
                             " entries are not the ones that were proved");
        }
    }
    if (auto saved = m_store.saveCheckpoint(*fresh, note); !saved) return fail(saved.error());
    return *fresh;
}

Result<crypto::Checkpoint> Engine::refreshCheckpoint() {
    const auto known = m_store.newestCheckpoint();
    const auto answer = m_link.checkpoint(known ? std::optional(known->checkpoint.size) : std::nullopt);
    if (!answer) {
        if (answer.error().code == "log_smaller") return logForgot(answer.error().detail);
        return fail(answer.error());
    }
    return takeCheckpoint(answer->checkpoint, answer->consistency);
}

}  // namespace plumb::sync
