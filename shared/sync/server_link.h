// The calls of PROTOCOL.md, typed: what the engine and the command line say to the server. Keeps the bearer token and
// renews it. Not thread-safe.
#pragma once

#include <optional>
#include <set>
#include <utility>

#include "shared/crypto/checkpoint.h"
#include "shared/crypto/receipt.h"
#include "shared/record/line.h"
#include "shared/record/small_files.h"
#include "shared/sync/http.h"
#include "shared/sync/revocation_answer.h"

namespace plumb::sync {

struct PushResult {
    std::string hash;
    std::string status;  // accepted, known, refused
    std::uint64_t index = 0;
    std::string code, detail;
    std::vector<std::string> notes;
};

struct PushAnswer {
    std::vector<PushResult> results;
    std::string checkpoint;
    std::vector<Sha256> consistency;
    std::map<std::uint64_t, std::vector<Sha256>> inclusion;
};

// A page of the feed as it came; nothing of it is proved yet.
struct FeedAnswer {
    std::vector<std::pair<std::uint64_t, std::string>> lines;
    std::vector<Sha256> proof;        // multi-proof of the lines
    std::string checkpoint;           // the note; empty where the caller has the newest one
    std::vector<Sha256> consistency;  // from the caller's checkpoint
    std::uint64_t cursor = 0;
    bool more = false;
};

struct CheckpointAnswer {
    std::string checkpoint;
    std::vector<Sha256> consistency;
};

// What a device has, told so that the server may say that there is nothing else.
struct NewsQuestion {
    std::uint64_t have = 0;     // size of its newest checkpoint
    std::uint64_t after = 0;    // cursor of its feed
    std::uint64_t places = 0;   // from where it looks for what the feed left out
    std::vector<Sha256> files;  // that it was told are there
};

struct NewsAnswer {
    crypto::Receipt receipt;
    std::optional<CheckpointAnswer> checkpoint;  // where the log has grown
};

struct EnrolAnswer {
    std::uint64_t index = 0;
    std::string checkpoint;
    std::vector<Sha256> inclusion;
    std::vector<std::string> trust;
};

struct InclusionAnswer {
    std::uint64_t index = 0, size = 0;
    std::vector<Sha256> hashes;
};

class ServerLink {
  public:
    ServerLink(std::string server, std::string pin)
        : m_http(std::make_unique<HttpClient>(std::move(server), std::move(pin))) {}
    explicit ServerLink(std::unique_ptr<HttpCaller> caller) : m_http(std::move(caller)) {}
    HttpCaller& http() { return *m_http; }

    Result<EnrolAnswer> enrol(const record::Line& line);
    // Makes an assertion with `key` for `origin`; a server whose clock differs from `now` is asked for its time first.
    // The token is renewed by itself afterwards.
    Result<void> login(const crypto::PrivateKey& key, const std::string& origin, const Clock& clock);

    // What proves that `key` was revoked: the trust lines from the log index `after` on. conflict "key_stands".
    Result<RevocationAnswer> revocation(const crypto::PrivateKey& key, const std::string& origin, const Clock& clock,
                                        std::uint64_t after, std::uint64_t have);
    // How long the server's last refusal asked to wait (Retry-After of a 429 or 503), and forgets it; 0: it named none.
    std::chrono::seconds takeRetryAfter() { return std::exchange(m_retryAfter, std::chrono::seconds{0}); }

    // Lines are compressed with zstd. `have`: size of the caller's newest checkpoint.
    Result<PushAnswer> push(const std::vector<std::string>& lines, std::optional<std::uint64_t> have);
    Result<FeedAnswer> feed(std::uint64_t cursor, std::chrono::seconds wait, std::size_t limit, std::uint64_t have);
    // Trust lines from the log index `after` on, proved against the tree of `size` entries.
    Result<FeedAnswer> trust(std::uint64_t after, std::size_t limit, std::uint64_t size);
    // The log.recovered lines with which the log began anew, proved as a page of the feed is.
    Result<FeedAnswer> recoveries(std::uint64_t have);
    // What was said about a complaint or a panel of experts, with what it rests on.
    Result<FeedAnswer> about(const std::string& id, std::uint64_t after, std::uint64_t size);
    // At which log indexes from `after` on the caller may read a line, in ranges [first, last], and where the next
    // page begins; it is not proved, and says only where it is worth asking again.
    struct Places {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
        std::uint64_t next = 0;
        bool more = false;
    };
    Result<Places> places(std::uint64_t after);
    Result<std::vector<Sha256>> consistency(std::uint64_t from, std::uint64_t to);
    // Whether the server was restored from a backup and waits for a log.recovered.
    Result<bool> recovering();
    Result<CheckpointAnswer> checkpoint(std::optional<std::uint64_t> have);
    Result<InclusionAnswer> inclusion(const Sha256& lineHash, std::uint64_t size);

    // tus. An empty location or a 404/410 answer means: create anew. A location that is none of a server of ours is
    // "bad_answer".
    struct Upload {
        std::string location;
        std::uint64_t offset = 0;
    };
    Result<Upload> createUpload(const Sha256& hash, std::uint64_t size, const std::string& type);
    Result<Upload> uploadOffset(const std::string& location);
    // The new offset. Conflict "wrong_offset" where the server is elsewhere. Where the connection broke it is as far as
    // the server has come. Where something on the way answers a PATCH in the server's place, or breaks it off whole,
    // the chunk goes as a POST with X-HTTP-Method-Override, and so does all that follows.
    Result<std::uint64_t> sendChunk(const std::string& location, std::uint64_t offset, ByteView chunk);
    // Small files whole, in one call and coded as one; those that the server refused, which may say why when they are
    // sent by themselves. notFound or unsupported: a server of before takes none so.
    Result<std::set<Sha256>> sendSmallFiles(const std::vector<record::SmallFile>& files);
    Result<Bytes> file(const Sha256& hash);
    // By POST from now on, or as the standard has it.
    void sendByPost(bool byPost) { m_byPost = byPost; }
    [[nodiscard]] bool sendsByPost() const { return m_byPost; }

    // What a list of the console's says (PROTOCOL.md, `/v1/query/…`): `what` is the rest of the path, with its
    // parameters. Nothing of it is proved.
    Result<json::object> query(const std::string& what);
    // A draw as the server tells of it (PROTOCOL.md); nothing of it is proved yet.
    Result<json::object> draw(const std::string& id);
    // Asks for a certificate of a document key (document_key.h); the answer as it came.
    Result<json::object> certifyDocumentKey(const json::object& asked);
    // Receivers of new lines (PROTOCOL.md, Webhooks): all of them, or the one of this id; with `said`, registers one,
    // or does something with it.
    Result<json::object> hooks(const std::string& id, const std::optional<json::object>& said = {});
    // What time it is and which of `files` (at most kReceiptFiles) the server holds now, signed by the log's key for
    // this very question. badSignature, malformed "bad_receipt".
    Result<crypto::Receipt> receipt(const std::vector<Sha256>& files, const crypto::NoteKey& logKey);
    // Whether there is anything new for a device that has this, in a receipt (crypto/receipt.h). A server of before
    // this could be asked gives one without `head`. Errors: those of receipt().
    Result<NewsAnswer> whatIsNew(const NewsQuestion& question, const crypto::NoteKey& logKey);
    // Receipts from now on are those that answer this nonce.
    void askWith(std::string nonce) { m_nonce = std::move(nonce); }

  private:
    struct Login {
        crypto::PrivateKey key;
        std::string origin;
        Clock clock;
    };
    // The form that says who calls: an assertion for `origin`, whose clock is the server's where `now` is far off.
    Result<std::string> introduction(const crypto::PrivateKey& key, const std::string& origin, const Instant& now);
    // Every call goes by here: a server that is busy says until when.
    Result<HttpResponse> send(const HttpRequest& request);
    Result<void> authenticate(const crypto::PrivateKey& key, const std::string& origin, const Instant& now);
    Result<HttpResponse> authorized(HttpRequest request);
    Result<FeedAnswer> feedPage(HttpRequest request);
    Result<CheckpointAnswer> checkpointIn(const json::object& object);
    Result<json::object> askReceipt(json::object asked);
    Result<HttpResponse> sendPiece(const std::string& location, std::uint64_t offset, ByteView chunk, bool byPost);
    Result<json::object> answer(const Result<HttpResponse>& response);

    std::unique_ptr<HttpCaller> m_http;
    std::string m_token;
    std::optional<Login> m_login;
    bool m_byPost = false;
    std::chrono::seconds m_retryAfter{0};
    std::string m_nonce;  // "": a new one each time
};

}  // namespace plumb::sync
