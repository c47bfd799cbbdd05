// Everything that a handler may use. Borrowed: setup/running.h owns it for as long as the server runs.
#pragma once

#include <atomic>
#include <filesystem>

#include "sync-server/archive/file_disposer.h"
#include "sync-server/auth/assertion.h"
#include "sync-server/auth/document_authority.h"
#include "sync-server/auth/tokens.h"
#include "sync-server/blobs/uploads.h"
#include "sync-server/export/room.h"
#include "sync-server/hooks/desk.h"
#include "sync-server/http/memory_room.h"
#include "sync-server/ingest/front_end.h"
#include "sync-server/ingest/stateless_validator.h"
#include "sync-server/ingest/verify_pool.h"
#include "sync-server/intake/rating_desk.h"
#include "sync-server/log/head.h"
#include "sync-server/papers/room.h"
#include "sync-server/pictures/small_pictures.h"
#include "sync-server/query/board.h"
#include "sync-server/query/review_desk.h"
#include "sync-server/query/sources.h"
#include "sync-server/store/last_calls.h"
#include "sync-server/store/reader_pool.h"
#include "sync-server/store/saved_views.h"
#include "sync-server/witness/cosigned_heads.h"

namespace plumb::server {

struct Limits {
    std::size_t line = record::kMaxLineBytes;
    std::size_t batchLines = 1000;
    std::size_t body = 16 * 1024 * 1024;
    std::size_t smallBody = 512 * 1024;  // of calls that carry a list of names
    std::size_t openBody = 16 * 1024;    // of calls without a token: one enrolment line or one assertion
    // What all bodies together may take while they are worked on; half as much while they are read.
    std::size_t bodyMemory = 256 * 1024 * 1024;
    std::uint64_t file = kMostUploadBytes;
    std::uint64_t pack = 300 * 1024 * 1024;  // what a device without a network hands over at once
    UnnamedLimits unnamed;                   // files that no line names
    std::size_t header = 16 * 1024;
    std::size_t connections = 20'000;
    std::size_t connectionsPerPeer = 1'000;  // an office or a mobile network behind one address
};

// What this deployment says of itself on papers and on the public page.
struct Issuer {
    std::string office;   // "永昌县市场监督管理局"; "": papers have no head
    std::string contact;  // whom to tell that a paper does not hold; "": nobody is named
    std::string url;      // as people reach this server; "": papers carry no code

    // The address before a fingerprint (document/papers/verify_address.h).
    [[nodiscard]] std::string publicPage() const { return url.empty() ? std::string() : url + "/verify/"; }
};

class SequencerLink;

struct HttpCounts {
    std::atomic<std::uint64_t> connections{0}, open{0}, turnedAway{0}, requests{0};
    std::atomic<std::uint64_t> byClass[6]{};  // answers 1xx … 5xx
    std::atomic<std::uint64_t> bytesIn{0}, bytesOut{0};
};

struct Services {
    std::string rootKid;
    Clock clock;
    Limits limits;
    std::filesystem::path console;  // empty: no console is served

    ReaderPool& readers;
    HeadHolder& head;
    CosignedHeads& cosigned;
    const LogSigner& signer;
    Trust& trust;
    Tokens& tokens;
    LastCalls& lastCalls;
    Assertions& assertions;
    BlobStore& blobs;
    FileHolders& holders;
    Uploads& uploads;
    FileDisposer& disposer;
    SmallPictures& pictures;
    const StatelessValidator& stateless;
    VerifyPool& pool;
    LogWriter* writer;    // null where several processes serve this log:
    FrontEnd* frontEnd;   // then this process is one of them; null otherwise
    SequencerLink* link;  // to the one of them that appends; null likewise
    const RecoveryGate& recovery;
    const ClockGuard& clockGuard;
    HttpCounts& counts;
    MemoryRooms& rooms;
    ExportRoom& exports;
    Board& board;
    ReviewDesk& desk;
    SavedViews& savedViews;
    PaperRoom& papers;
    HookDesk& hooks;
    Issuer issuer;
    const DocumentAuthority* documents;  // null: none certifies document keys here
    IntakeDesk* intake;                  // null: no complaints are taken from people without an account
    RatingDesk* ratings;                 // null, likewise: and no ratings of visits
};

}  // namespace plumb::server
