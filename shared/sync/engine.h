// One sync: what waits here goes to the server, what is new there comes here, and each step is proved before it is
// believed. Order: the log's state, checklist files (the server takes their lines only with them), lines, the feed,
// documents that the feed named, then photos, small before large. Everything can break off anywhere and goes on at the
// next run.
//
// No single answer decides anything for ever. What was said to be accepted and cannot be proved waits again, what was
// refused is offered again at growing distances, what the feed left out is looked for, an upload that does not go on
// begins anew: after any finite number of wrong answers, an honest server brings everything to "proved". Until then the
// report and the records say what is wrong. "Nothing new" is such an answer too: it is believed for one run, of a
// device whose log, files and lines are what the answer's marks were made of, and hides no more than an old checkpoint
// and an empty feed would.
//
// A file counts as there only once the server has said so about its SHA-256, in a receipt that the log's key signed for
// this very question: asked after the upload, and again, oldest answer first, as long as the file is here. One that the
// server lost is sent again. The same receipt says what time it is (store/clock_state.h).
//
// Threads: the engine and its store belong to one thread; stop() may be called from any. Within run(), threads of its
// own fetch the next page of the feed and try signatures (page_lines.h); they touch no store.
#pragma once

#include <functional>
#include <set>

#include "shared/store/tablet_store.h"
#include "shared/sync/server_link.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {

struct Progress {
    enum class Step { connecting, lines, files, feed, done } step = Step::connecting;
    std::size_t linesLeft = 0, filesLeft = 0;
    std::uint64_t bytesLeft = 0;
};

struct Report {
    std::size_t sent = 0, refused = 0, proved = 0, pulled = 0, filesFetched = 0;
    std::size_t notBelieved = 0;  // lines that the log holds and that prove nothing: kept, and counted for nothing
    std::size_t filesSent = 0;    // that the server says it holds since this run
    std::size_t filesLost = 0;    // that it held before and no longer did
    std::size_t filesHeld = 0;    // that were not sent since they may not go now (holdFiles)
    std::size_t waiting = 0;      // own lines that are not proved after this run, refused ones included
    bool beganAnew = false;       // the server's log was lost and opened again; everything is offered once more
    store::FileTally files;       // of all that are to be there, after this run
    store::ClockState clock;
    std::vector<std::string> problems;  // sentences: refused lines, files that failed
    std::uint64_t logSize = 0;
    std::uint64_t bytesUp = 0, bytesDown = 0;
};

// Originals that were let go of; what is said to be lost is no longer at the server, stays here and is sent again.
struct Released {
    std::size_t files = 0, lost = 0;
    std::uint64_t bytes = 0;
    std::optional<Error> stopped = {};  // why it ended before its end
};

// What an answer that came by file speaks of (pack.h): lines and files of which it says nothing wait for another.
struct Reach {
    std::set<Sha256> lines, files;
    std::string nonce;  // of its receipt, which was asked for when the device wrote its file
};

class Engine {
  public:
    // `store` outlives this, and belongs to the same thread. `onProgress` is called on that thread, within run().
    // `caller` takes the place of the connection to the profile's server; `reach` says how far it goes, where it is no
    // server.
    explicit Engine(store::TabletStore& store, std::function<void(const Progress&)> onProgress = {},
                    std::unique_ptr<HttpCaller> caller = {}, std::optional<Reach> reach = std::nullopt);

    // Errors: offline (all is kept), wrong_server, "log_forgot" (badSignature: the server's log is smaller than, or
    // inconsistent with, what this device verified before, and no administrator's log.recovered says why; nothing was
    // changed here), key_revoked (proved by the log; what waits here is marked and counted in the sentence; bundle.h
    // lets it out), revocation_unproved (the server says so and shows nothing: all stays as it is), full.
    Result<Report> run();

    // Waits on the feed for up to `wait`; true when something came. For the app's background thread.
    Result<bool> waitForNews(std::chrono::seconds wait);

    // An administrator's word that the server's log begins again from what it has now: signs a log.recovered, sends it,
    // and syncs. Errors: those of run(), nothing_lost (the server does not wait for it), log_forgot (what the server
    // has is not the beginning of the log that this device knows), refused.
    Result<Report> recoverLog(const std::string& reason);

    // Lets go of what may be (store/file_release.h), once the server has said again that it holds it. `beforeEach` may
    // keep something of it, and says no where it could not: that one stays. Errors: those of run(); nothing went then.
    Result<Released> releaseFiles(const std::function<bool(const store::FileRow&)>& beforeEach = {});

    void stop() { m_link.http().cancel(); }

    // Whether this file may go now; asked before each piece. What may not waits, and the report counts it. Files that
    // lines need are never held.
    void holdFiles(std::function<bool(const store::FileRow&)> held) { m_held = std::move(held); }
    // How long the server's last refusal asked to wait, and forgets it; 0: it named no time.
    std::chrono::seconds takeRetryAfter() { return m_link.takeRetryAfter(); }

  private:
    Result<void> connect();
    [[nodiscard]] bool reachesLine(const Sha256& hash) const { return !m_reach || m_reach->lines.contains(hash); }
    [[nodiscard]] bool reachesFile(const Sha256& hash) const { return !m_reach || m_reach->files.contains(hash); }
    // What ends a run. "key_revoked" stands only where the log proves it: then all that waits here is said to be held
    // up, and the error names it. Otherwise it is "revocation_unproved", or what kept the proof away.
    Error ended(const Error& error);
    Result<void> proveRevocation();
    Result<void> readRevocation();
    Result<void> readRevocationByFile();
    // key_revoked where the lines held here say so, whatever the server takes.
    Result<void> checkStanding();
    // The server's newest checkpoint, verified before anything is sent or taken. One that does not continue what this
    // device knows is only taken with a log.recovered.
    Result<void> meetLog();
    Result<void> beginAnew(const Error& forgot);
    // Own lines, and where `all` those of a lost log.
    Result<void> pushLines(bool all);
    Result<void> takePush(const std::vector<store::RecordRow>& rows, const std::vector<std::string>& lines,
                          const PushAnswer& answer);
    Result<void> takeRefusal(const store::RecordRow& row, const PushResult& result);
    Result<void> proveSent();
    Result<void> uploadFiles(bool firstOnly);
    Result<void> uploadFile(const store::FileRow& file);
    // Texts of which nothing went yet, together; what did not go so is left to uploadFile().
    Result<void> uploadTogether(bool firstOnly);
    [[nodiscard]] bool goesTogether(const store::FileRow& file) const;
    [[nodiscard]] bool sendsAlone() const;
    Result<void> sendTogether(const std::vector<store::FileRow>& files);
    [[nodiscard]] bool isHeld(const store::FileRow& file) const { return m_held && !file.first && m_held(file); }
    // Tells what this device has and asks what is new: one question in the place of four, where the answer is nothing.
    // What it does not settle is asked at length, by the calls below.
    Result<void> askWhatIsNew();
    Result<void> takeFileNews(const crypto::Receipt& receipt, const std::vector<store::FileRow>& asked);
    Result<void> takeFeedNews(const crypto::Receipt& receipt);
    // Asks what time it is, and about the files whose answer is oldest.
    Result<void> askServer();
    // Asks about everything that was acknowledged and of which the server has not said that it is there.
    Result<void> confirmFiles();
    // What the receipt says of these files is remembered; those that are not there.
    Result<std::vector<store::FileRow>> askAbout(const std::vector<store::FileRow>& files);
    Result<void> pullFeed(std::chrono::seconds wait);
    Result<FeedAnswer> askFeed(std::uint64_t after, std::chrono::seconds wait);
    // A page that was asked for from `after` on, proved and the trust lines complete; nothing of it is kept yet.
    // `next`: where the feed goes on.
    struct ProvedPage {
        FeedAnswer page;
        crypto::Checkpoint checkpoint;
        std::uint64_t next = 0;
    };
    Result<ProvedPage> proveFeed(std::uint64_t after, Result<FeedAnswer> answer);
    // Asks where there are lines that this device may read, a stretch of the log each run, and fetches what the feed
    // once left out.
    Result<void> lookAgain();
    // From which place on it asks.
    [[nodiscard]] std::uint64_t looksFrom() const;
    // That this device holds all that these places were said to be; notes how far that was looked.
    Result<bool> holdsPlaces(std::uint64_t from, const crypto::Receipt::Places& places);
    // That the log holds these lines at these indexes under `checkpoint`, which was verified.
    Result<void> provePage(const FeedAnswer& page, const crypto::Checkpoint& checkpoint);
    // That the trust lines held here are all that `checkpoint` speaks of; what lacks is fetched, and judged. Until then
    // nothing newer is believed: "trust_withheld".
    Result<void> completeTrust(const crypto::Checkpoint& checkpoint);
    Result<void> pullTrust(std::uint64_t after, const crypto::Checkpoint& checkpoint);
    // Judges each line of a page that was proved, as of its own index, and keeps them all, and with them, where it is
    // given, how far the feed was read.
    Result<void> takePage(const FeedAnswer& page, const crypto::Checkpoint& checkpoint,
                          std::optional<std::uint64_t> cursor = std::nullopt);
    Result<void> fetchDocuments();
    // Verifies the note, and its consistency with the newest one; then remembers it.
    Result<crypto::Checkpoint> takeCheckpoint(const std::string& note, const std::vector<Sha256>& consistency);
    Result<crypto::Checkpoint> refreshCheckpoint();
    [[nodiscard]] Result<crypto::NoteKey> logKey() const { return crypto::parseNoteKey(m_profile.logKey); }
    // The trust lines of a log under `checkpoint`, complete and judged from the root; kept nowhere.
    Result<domain::TrustBook> trustOf(const crypto::Checkpoint& checkpoint);
    // Whether this line, entry `index` of the log of `checkpoint`, makes that log the one to follow from now on.
    Result<store::LogBreak> judgeRecovery(std::uint64_t index, const std::string& text,
                                          const crypto::Checkpoint& checkpoint, const domain::TrustBook& book);
    void tell(Progress::Step step);

    store::TabletStore& m_store;
    store::Profile m_profile;
    ServerLink m_link;
    std::function<void(const Progress&)> m_onProgress;
    std::function<bool(const store::FileRow&)> m_held;
    std::optional<Reach> m_reach;
    Report m_report;
    bool m_connected = false;
    // What the answer to askWhatIsNew() settled: the log is the one that is known, these files are there, the feed
    // holds nothing more, it left nothing out.
    struct News {
        bool log = false, files = false, feed = false, places = false;
    } m_news;
    bool m_older = false;  // the server is of before it could be asked so
    // How much of small files goes together; 0: nothing (the server takes none so, or something on the way does not).
    std::uint64_t m_together = kSmallFilesTogether;
    std::set<Sha256> m_wentTogether;  // and was acknowledged
    // Judging all trust lines anew for each page would cost as much as the page.
    std::optional<domain::TrustBook> m_book;
    crypto::TrustDigest m_bookOf;
};

}  // namespace plumb::sync
