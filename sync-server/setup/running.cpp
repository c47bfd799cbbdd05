#include "sync-server/setup/running.h"

#include <spdlog/spdlog.h>

#include <thread>

#include "sync-server/archive/disposed.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/blobs/folder_holders.h"
#include "sync-server/blobs/s3_blobs.h"
#include "sync-server/http/sequencer_link.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/papers/document_judge.h"
#include "sync-server/projections/files/file_uses.h"
#include "sync-server/setup/held_turn.h"
#include "sync-server/setup/rebuild_progress.h"

namespace plumb::server {

namespace {

Issuer issuerOf(const RunningOptions& options, const ServerConfig& config) {
    return {options.office, options.contact, config.url};
}

// What all processes that serve the log have in common, unless it lies elsewhere.
const DataFolder& common(const RunningOptions& options) {
    return options.frontEnd && options.frontEnd->shared ? *options.frontEnd->shared : options.folder;
}

// What is kept beside the log: in the database that has the log, or in a file of its own (store/book.h).
template <class Book>
std::unique_ptr<Book> bookAt(Store& store, const std::filesystem::path& file) {
    auto connection = store.connectBooks();
    return connection ? std::make_unique<Book>(std::move(connection)) : std::make_unique<Book>(file);
}

struct Books {
    Books(Store& store, const DataFolder& folder)
        : lastCalls(bookAt<LastCalls>(store, folder.lastCalls())),
          savedViews(bookAt<SavedViews>(store, folder.savedViews())),
          spent(bookAt<SpentIds>(store, folder.spent())),
          hooks(bookAt<HookBook>(store, folder.hooks())) {
        if (auto connection = store.connectBooks())
            holders = std::make_unique<SqlHolders>(std::move(connection));
        else
            holders = std::make_unique<FolderHolders>(folder.holders());
    }

    std::unique_ptr<LastCalls> lastCalls;
    std::unique_ptr<SavedViews> savedViews;
    std::unique_ptr<SpentIds> spent;
    std::unique_ptr<HookBook> hooks;
    std::unique_ptr<FileHolders> holders;
    std::unique_ptr<RatingBox> ratings;  // where the server has an intake
};

std::unique_ptr<SequencerLink> linkOf(const RunningOptions& options, const LogSigner& signer) {
    if (!options.frontEnd) return nullptr;
    const auto& front = *options.frontEnd;
    return std::make_unique<SequencerLink>(
        LinkOptions{front.secret, signer.verifierKey(), front.authorities, front.address.starts_with("http://")});
}

std::unique_ptr<BlobStore> blobsOf(const RunningOptions& options, S3Store* store) {
    if (store) return std::make_unique<S3Blobs>(*store, options.folder.copies());
    return std::make_unique<FolderBlobs>(common(options).blobs());
}

// A store that is away now will be back; one that is not there or does not know us is a mistake of who started us.
Result<std::unique_ptr<S3Store>> openFiles(const RunningOptions& options) {
    if (!options.files) return std::unique_ptr<S3Store>();
    auto store = std::make_unique<S3Store>(*options.files, options.clock);
    try {
        if (auto good = store->check(); !good) return fail(good.error());
    } catch (const BlobsAway& away) {
        spdlog::warn("{}; files are neither taken nor given until it is back", away.what());
    }
    return store;
}

// The store that is asked for beside the folder's own word. One folder has one log: keys of one that lies elsewhere
// must not sign a second one.
Result<void> nameStore(const RunningOptions& options, ServerConfig& config) {
    if (options.store.empty() || options.store == config.store) return {};
    if (!isPostgresUrl(options.store))
        return fail(ErrorKind::malformed, "bad_store",
                    "\"" + options.store + "\" is no address of a database: postgresql://user@host/database");
    if (config.store.empty() && std::filesystem::exists(options.folder.database()))
        return fail(ErrorKind::conflict, "bad_store",
                    "the log of this folder lies in " + options.folder.database().string() +
                        "; plumbserver move takes it to a database");
    config.store = options.store;
    return {};
}

}  // namespace

struct Running::Inside {
    Inside(RunningOptions given, ServerConfig givenConfig, FolderLock givenLock, crypto::PrivateKey logKey,
           std::unique_ptr<Store> givenStore, std::unique_ptr<HeldTurn> givenTurn, std::unique_ptr<S3Store> givenFiles,
           std::vector<std::uint64_t> places, std::optional<ClockWord> clockWord,
           std::optional<DocumentAuthority> authority)
        : options(std::move(given)),
          config(std::move(givenConfig)),
          lock(std::move(givenLock)),
          store(std::move(givenStore)),
          turn(std::move(givenTurn)),
          readers(*store),
          signer(config.origin, std::move(logKey)),
          link(linkOf(options, signer)),
          trust(config.rootKid),
          tokens(options.clock, link ? std::optional(link->tokenKey()) : std::nullopt),
          books(*store, common(options)),
          assertions(config.origin, options.clock, *books.spent),
          files(std::move(givenFiles)),
          placeOfBlobs(blobsOf(options, files.get())),
          blobs(*placeOfBlobs),
          holders(*books.holders),
          unnamed(
              options.folder.unnamed(), blobs, options.clock,
              [this](const Sha256& sha256) { return FileUses(*readers.borrow()).isNamed(sha256); },
              options.limits.unnamed),
          uploads(options.folder.uploads(), blobs, holders, options.clock, UploadLimits{options.limits.file}, &unnamed),
          disposer(blobs, readers, [this] { return worksAlone(); }),
          pictures(blobs, options.folder.pictures(), options.pictureMaker, options.clock),
          checklists(blobs),
          stateless(trust, checklists),
          pool(options.verifyThreads),
          recovery(std::move(places), crypto::parseNoteKey(signer.verifierKey()).value(), trust),
          clockGuard(options.clock, options.clockBound, clockWord),
          rooms(options.limits.bodyMemory),
          exports(checklists, options.folder.exports()),
          board([this](const Sha256& sha256) {
              const auto found = checklists.find(sha256);
              return found ? *found : nullptr;
          }),
          papers(checklists, blobs, holders),
          hookSender(
              {*books.hooks, readers, head, trust, config.origin, options.clock, [this] { return worksAlone(); }},
              std::make_unique<CurlPost>(options.hookRule, options.hookAuthorities)),
          hooks({*books.hooks, hookSender, head, readers, options.hookRule, options.clock}),
          collector(
              {readers, head, cosigned, options.clock, [this] { return worksAlone(); }, [this] { tellCosigned(); }},
              options.witnesses, std::make_unique<CurlWitnessCall>(options.witnessAuthorities)),
          documents(std::move(authority)),
          documentJudge(readers, head, trust, papers, recovery, options.clock,
                        {options.office, {issuerOf(options, config).publicPage(), signer.verifierKey()}}) {
        stateless.judgeDocumentsBy([this](const record::Line& line, const record::Payload& payload) {
            return documentJudge.judge(line, payload);
        });
        const auto grown = [this] {
            options.grown();
            disposer.wake();
        };
        if (options.frontEnd) {
            const auto& front = *options.frontEnd;
            frontEnd = std::make_unique<FrontEnd>(
                FrontEndPlace{{*store, trust, checklists, recovery, signer, head},
                              stateless,
                              clockGuard,
                              grown,
                              [this](const SequencerRow& row) { adoptCosigned(row); },
                              ToldNowAndThen([](const std::string& how) { spdlog::info("{}", how); })},
                TurnOptions{front.name, front.address, options.clock, front.steady, front.pace, front.lapse,
                            [this] { store->endStanding(); }},
                &*link);
            role = frontEnd->role();
            begun = frontEnd->begin(front.threads);
            if (!begun) return;
        } else {
            trust.load(store->writer().reader());
            checklists.reload(store->writer().reader());
            writer = std::make_unique<LogWriter>(*store, trust, checklists, stateless, signer, head, clockGuard,
                                                 recovery, grown);
        }
        uploads.takeOnly([this](const Sha256& sha256) -> Result<void> {
            if (!disposedFile(sha256, *readers.borrow())) return {};
            return fail(ErrorKind::refused, "file_disposed",
                        "the case whose file this is was disposed of; its files are not taken any more");
        });
        services.reset(new Services{config.rootKid,
                                    options.clock,
                                    options.limits,
                                    options.console,
                                    readers,
                                    head,
                                    cosigned,
                                    signer,
                                    trust,
                                    tokens,
                                    *books.lastCalls,
                                    assertions,
                                    blobs,
                                    holders,
                                    uploads,
                                    disposer,
                                    pictures,
                                    stateless,
                                    pool,
                                    writer.get(),
                                    frontEnd.get(),
                                    link.get(),
                                    recovery,
                                    clockGuard,
                                    counts,
                                    rooms,
                                    exports,
                                    board,
                                    desk,
                                    *books.savedViews,
                                    papers,
                                    hooks,
                                    issuerOf(options, config),
                                    documents ? &*documents : nullptr,
                                    nullptr,
                                    nullptr});
        openIntake();
        hookSender.start(options.hookThreads);
        disposer.tell([this](const Sha256& sha256) { pictures.forget(sha256); });
        if (options.disposes) disposer.start();
        collector.start();
        warming = std::jthread([this] { warm(); });
    }

    // Each question brings them up to date by itself, and the first one would read all that waits: it is read ahead,
    // while connections are taken already. Who asks meanwhile waits for it.
    void warm() {
        try {
            board.bringUpTo(*readers.borrow());
            desk.bringUpTo(*readers.borrow(), trust);
        } catch (const std::exception& broken) {
            spdlog::warn("what waits could not be read ahead: {}", broken.what());
        }
    }

    // What one process alone does: tells receivers, asks witnesses, removes files.
    [[nodiscard]] bool worksAlone() const { return !options.frontEnd || (role && *role); }

    void tellCosigned() {
        const auto newest = cosigned.newest();
        if (!options.frontEnd || !newest.head) return;
        const auto connection = store->connect();
        SequencerTable table(*connection);
        const auto row = table.read();
        if (row.holder == options.frontEnd->name)
            table.putCosigned(row.epoch, newest.head->size, newest.head->note, newest.lines, newest.ended);
    }
    void adoptCosigned(const SequencerRow& row) {
        if (row.cosignatures.empty()) return;
        Head of;
        of.size = row.cosignedSize;
        of.note = row.cosignedNote;
        cosigned.adopt({std::make_shared<const Head>(std::move(of)), row.cosignatures, row.cosigned});
    }

    // Where the root enrolled one, and the log still holds it.
    void openIntake() {
        auto key = loadIntakeKey(options.folder);
        if (!key || !*key || !trust.principal((*key)->kid())) return;
        voice.emplace(std::move(**key), readers, head, options.clock);
        intake.emplace(*voice,
                       DeskPlace{readers, trust, blobs, holders, unnamed, options.folder.uploads(), options.clock});
        books.ratings = bookAt<RatingBox>(*store, common(options).ratings());
        ratings.emplace(*voice, RatingPlaces{readers, trust, *books.ratings, options.clock});
        services->intake = &*intake;
        services->ratings = &*ratings;
    }

    RunningOptions options;
    ServerConfig config;
    FolderLock lock;
    std::optional<FolderLock> sharedLock;
    std::unique_ptr<Store> store;
    std::unique_ptr<HeldTurn> turn;  // where others could reach the log, too
    ReaderPool readers;
    HeadHolder head;
    CosignedHeads cosigned;
    LogSigner signer;
    std::unique_ptr<SequencerLink> link;            // where there are other front ends
    std::shared_ptr<const std::atomic<bool>> role;  // likewise: whether this one is the sequencer
    Trust trust;
    Tokens tokens;
    Books books;
    Assertions assertions;
    std::unique_ptr<S3Store> files;
    std::unique_ptr<BlobStore> placeOfBlobs;
    BlobStore& blobs;
    FileHolders& holders;
    UnnamedFiles unnamed;
    Uploads uploads;
    FileDisposer disposer;
    SmallPictures pictures;
    Checklists checklists;
    StatelessValidator stateless;
    VerifyPool pool;
    RecoveryGate recovery;
    ClockGuard clockGuard;
    HttpCounts counts;
    MemoryRooms rooms;
    ExportRoom exports;
    Board board;
    ReviewDesk desk;
    PaperRoom papers;
    HookSender hookSender;
    HookDesk hooks;
    Collector collector;
    std::optional<DocumentAuthority> documents;
    DocumentJudge documentJudge;
    Result<void> begun;
    std::unique_ptr<FrontEnd> frontEnd;
    std::unique_ptr<LogWriter> writer;
    std::optional<IntakeVoice> voice;
    std::optional<IntakeDesk> intake;
    std::optional<RatingDesk> ratings;
    std::unique_ptr<Services> services;
    std::jthread warming;  // last: it uses the above
};

Running::Running(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Running::~Running() = default;
Services& Running::services() {
    return *m_inside->services;
}
const ServerConfig& Running::config() const {
    return m_inside->config;
}

Result<std::unique_ptr<Running>> Running::open(RunningOptions options) {
    auto config = loadConfig(options.folder);
    if (!config) return fail(config.error());
    if (const auto named = nameStore(options, *config); !named) return fail(named.error());
    const bool apart = options.frontEnd && options.frontEnd->shared;
    const bool itself = apart && std::filesystem::equivalent(options.folder.path, common(options).path);
    auto lock = itself ? FolderLock::share(options.folder) : FolderLock::take(options.folder);
    if (!lock) return fail(lock.error());
    std::optional<FolderLock> sharedLock;
    if (apart && !itself) {
        auto shared = FolderLock::share(common(options));
        if (!shared) return fail(shared.error());
        sharedLock.emplace(std::move(*shared));
    }
    auto logKey = loadLogKey(options.folder);
    if (!logKey) return fail(logKey.error());
    auto places = loadRecovery(options.folder);
    if (!places) return fail(places.error());
    auto clockWord = loadClockWord(options.folder);
    if (!clockWord) return fail(clockWord.error());
    auto authority = loadDocumentAuthority(options.folder);
    if (!authority) return fail(authority.error());
    auto store = openStore(storePlace(common(options), *config), {options.maxPages});
    if (!store) return fail(store.error());
    if (options.frontEnd && !options.frontEnd->shared && config->store.empty())
        return fail(ErrorKind::malformed, "bad_front_end",
                    "several front ends serve a log in a PostgreSQL database, or one that all find in a folder of one "
                    "machine; this folder's log is its own");
    if (options.frontEnd && options.frontEnd->secret.size() < kLeastSecret)
        return fail(ErrorKind::malformed, "bad_secret",
                    "the secret of the front ends has fewer than " + std::to_string(kLeastSecret) + " characters");
    auto files = openFiles(options);
    if (!files) return fail(files.error());
    std::unique_ptr<HeldTurn> turn;
    if (!options.frontEnd) {
        auto held = HeldTurn::take(**store, storePlace(options.folder, *config), "plumbserver " + config->url);
        if (!held) return fail(held.error());
        turn = std::move(*held);
    }
    // Of several front ends the sequencer does it.
    if (!options.frontEnd)
        bringUpToDate(**store, ToldNowAndThen([](const std::string& how) { spdlog::info("{}", how); }));
    auto inside = std::make_unique<Inside>(std::move(options), std::move(*config), std::move(*lock), std::move(*logKey),
                                           std::move(*store), std::move(turn), std::move(*files), std::move(*places),
                                           *clockWord, std::move(*authority));
    if (sharedLock) inside->sharedLock.emplace(std::move(*sharedLock));
    if (!inside->begun) return fail(inside->begun.error());
    return std::unique_ptr<Running>(new Running(std::move(inside)));
}

}  // namespace plumb::server
