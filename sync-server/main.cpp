// plumbserver: init, serve, invite-root, rebuild, check, backup, restore, clock. This file reads arguments and prints;
// the work is in setup/ and http/.
#include <malloc.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>

#include "sync-server/check/check_log.h"
#include "sync-server/http/server.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/setup/backup.h"
#include "sync-server/setup/init.h"
#include "sync-server/setup/passphrase.h"
#include "sync-server/setup/qr.h"
#include "sync-server/setup/rebuild_progress.h"
#include "sync-server/setup/root_key.h"
#include "sync-server/setup/running.h"
#include "sync-server/store/sqlite_store.h"

namespace {

using namespace plumb;
using namespace plumb::server;
namespace fs = std::filesystem;

// Descriptors that are not connections: sixteen workers with a database connection (three each) and a file.
constexpr std::size_t kOtherDescriptors = 200;

constexpr int kRefused = 1;  // what was asked cannot be done; the sentence on stderr says why

constexpr std::size_t kMostTold = 200;
constexpr int kFoundWrong = 3;  // check: something is not as it was taken in

struct Arguments {
    std::string data, suite = "EdDSA", name, url, listen = "127.0.0.1:8443";
    std::string backup;
    std::vector<std::string> projections;
    unsigned clockDays = static_cast<unsigned>(kClockBound.count() / 24);
    bool clockRight = false;
    std::string tlsCert, tlsKey, console, person = "administrator", rootKey;
    bool json = false, qr = false, plain = false, publicTls = false;
    double rate = RateLimit{}.perSecond;
    std::size_t connectionsPerAddress = Limits{}.connectionsPerPeer;
    std::uint64_t unnamedPerKey = UnnamedLimits{}.perKey >> 20, unnamedTotal = UnnamedLimits{}.total >> 20;
    int unnamedDays = 7;
    std::size_t bodyMemory = Limits{}.bodyMemory / (1024 * 1024);
};

int say(const Error& error) {
    std::cerr << "plumbserver: " << error.detail << '\n';
    return kRefused;
}

void printInvitation(const Arguments& arguments, const std::string& root, const std::string& uri) {
    if (arguments.json) {
        std::cout << toText(json::object{{"root", root}, {"enrol", uri}}) << std::endl;
        return;
    }
    std::cout << "root KID: " << root << "\nenrol URI: " << uri << std::endl;
    if (arguments.qr || isatty(STDOUT_FILENO) == 1) std::cout << '\n' << terminalQr(uri) << std::flush;
}

int init(const Arguments& arguments) {
    const auto suite = crypto::suiteByName(arguments.suite);
    if (!suite) return say(suite.error());
    InitOptions options;
    options.folder.path = arguments.data;
    options.suite = *suite;
    options.origin = arguments.name;
    options.url = arguments.url.empty() ? "https://" + arguments.listen : arguments.url;
    options.invite.person = arguments.person;
    options.invite.publicTls = arguments.publicTls;
    const auto passphrase = newPassphrase();
    options.passphrase = passphrase.text;
    const auto made = initialise(options, systemNow);
    if (!made) return say(made.error());
    if (passphrase.drawn) {
        std::cerr << "The root key is sealed with this passphrase, shown only now: " << passphrase.text << '\n';
    }
    std::cerr << "Take " << options.folder.rootKey().string()
              << " off this machine and keep it safe; serving does not need it.\n";
    printInvitation(arguments, made->rootKid, made->enrolUri);
    return 0;
}

int inviteRoot(const Arguments& arguments) {
    const DataFolder folder{arguments.data};
    const auto config = loadConfig(folder);
    if (!config) return say(config.error());
    const auto lock = FolderLock::take(folder);
    if (!lock) return say(lock.error());
    const auto passphrase = knownPassphrase();
    if (!passphrase) return say(passphrase.error());
    const auto root =
        loadRootKey(arguments.rootKey.empty() ? folder.rootKey() : fs::path(arguments.rootKey), *passphrase);
    if (!root) return say(root.error());
    auto store = openSqliteStore(folder.database());
    if (!store) return say(store.error());
    RootInvite invite;
    invite.person = arguments.person;
    invite.publicTls = arguments.publicTls;
    const auto uri = inviteByRoot(folder, *config, *root, **store, invite, systemNow);
    if (!uri) return say(uri.error());
    printInvitation(arguments, config->rootKid, *uri);
    return 0;
}

int rebuild(const Arguments& arguments) {
    const DataFolder folder{arguments.data};
    const auto config = loadConfig(folder);
    if (!config) return say(config.error());
    const auto lock = FolderLock::take(folder);
    if (!lock) return say(lock.error());
    auto store = openSqliteStore(folder.database());
    if (!store) return say(store.error());
    const auto lines =
        rebuild(**store, arguments.projections,
                ToldNowAndThen([](const std::string& how) { std::cerr << "plumbserver: " << how << std::endl; }));
    if (!lines) return say(lines.error());
    std::cout << "rebuilt from " << *lines << " lines" << std::endl;
    return 0;
}

// A folder of its own beside the data, gone when this goes.
struct ScratchFolder {
    explicit ScratchFolder(fs::path given) : path(std::move(given)) {
        fs::remove_all(path);
        fs::create_directory(path);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    fs::path path;
};

int check(const Arguments& arguments) {
    const DataFolder folder{arguments.data};
    const auto config = loadConfig(folder);
    if (!config) return say(config.error());
    const auto lock = FolderLock::take(folder);
    if (!lock) return say(lock.error());
    const ScratchFolder scratch(folder.path / "checking");
    auto told = std::chrono::steady_clock::now();
    CheckVoice voice;
    // One changed trust line makes every later line of its keys wrong: the first sentences say where to look.
    std::size_t toldWrong = 0;
    voice.wrong = [&toldWrong](const std::string& sentence) {
        if (++toldWrong <= kMostTold) std::cout << sentence << std::endl;
    };
    voice.progress = [&told](const char* what, std::uint64_t done, std::uint64_t total) {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1) && done != total) return;
        told = now;
        std::cerr << "checking: " << done << " of " << total << ' ' << what << '\n';
    };
    const auto totals = checkLog({folder.database(), folder.blobs(), scratch.path, config->rootKid}, voice);
    std::cout << "checked " << totals.lines << " lines of " << totals.chains.authors << " authors and " << totals.files
              << " files; on their way: " << totals.filesMissing << " files, named by no line: " << totals.filesUnnamed
              << ", authors with a gap: " << totals.chains.withGaps << ", with a fork: " << totals.chains.withForks
              << '\n';
    if (totals.wrong == 0) {
        std::cout << "everything is as it was taken in" << std::endl;
        return 0;
    }
    std::cout << "wrong: " << totals.wrong << " things, "
              << (totals.wrong > kMostTold ? "the first of them told above" : "told above") << std::endl;
    return kFoundWrong;
}

int backup(const Arguments& arguments) {
    const auto copied = makeBackup({arguments.data}, arguments.backup);
    if (!copied) return say(copied.error());
    std::cout << "backed up " << copied->lines << " lines and " << copied->files << " files" << std::endl;
    return 0;
}

int restore(const Arguments& arguments) {
    const auto copied = restoreBackup(arguments.backup, {arguments.data});
    if (!copied) return say(copied.error());
    std::cout << "restored " << copied->lines << " lines and " << copied->files
              << " files. The log takes nothing before an administrator has opened it: start the server, then, on her "
                 "device: plumb admin recover-log --reason …"
              << std::endl;
    return 0;
}

// Says how the clock stands to the log, and takes the operator's word that it is right.
int clock(const Arguments& arguments) {
    const DataFolder folder{arguments.data};
    const auto config = loadConfig(folder);
    if (!config) return say(config.error());
    const auto lock = FolderLock::take(folder);
    if (!lock) return say(lock.error());
    auto store = openSqliteStore(folder.database());
    if (!store) return say(store.error());
    const auto reader = (*store)->openReader();
    const auto size = reader->size();
    const auto now = systemNow();
    const auto last = size > 0 ? reader->receivedAt(size - 1).value() : now.utc;
    std::cout << "the log's last line came at " << formatInstant({last, {}}) << "\nthis machine's clock says   "
              << formatInstant({now.utc, {}}) << std::endl;
    if (!arguments.clockRight) return 0;
    saveClockWord(folder, {size, now.utc});
    std::cout << "the log goes on from this clock with its next line" << std::endl;
    return 0;
}

struct Address {
    std::string host;
    unsigned short port = 0;
};

Result<Address> parseListen(const std::string& text) {
    const auto bad = [&] {
        return fail(ErrorKind::malformed, "bad_listen",
                    "--listen takes ADDRESS:PORT, as in 127.0.0.1:8443 or [::1]:8443, not \"" + text + "\"");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon + 1 == text.size() || text.size() - colon > 6) return bad();
    Address out{text.substr(0, colon), 0};
    if (out.host.size() > 2 && out.host.front() == '[' && out.host.back() == ']')
        out.host = out.host.substr(1, out.host.size() - 2);
    unsigned long port = 0;
    for (const char c : text.substr(colon + 1)) {
        if (c < '0' || c > '9') return bad();
        port = port * 10 + static_cast<unsigned long>(c - '0');
    }
    if (port > 65535 || out.host.empty()) return bad();
    out.port = static_cast<unsigned short>(port);
    return out;
}

// The console's folder: as given, else the first of the usual places that is there.
fs::path consoleFolder(const std::string& given) {
    if (!given.empty()) return given;
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error).parent_path();
    std::stringstream places(PLUMB_CONSOLE_DIRS);
    for (std::string place; std::getline(places, place, ':');) {
        const auto folder = fs::weakly_canonical(program / place, error);
        if (fs::is_regular_file(folder / "index.html", error)) return folder;
    }
    return {};
}

Result<std::optional<TlsContext>> tlsOf(const Arguments& arguments, const DataFolder& folder, const std::string& host) {
    if (arguments.plain) {
        if (isLoopbackAddress(host)) return std::optional<TlsContext>();
        return fail(ErrorKind::forbidden, "plain_refused",
                    "plain HTTP is served on loopback only (127.0.0.1 or ::1), not on " + host + "; leave out --plain");
    }
    if (arguments.tlsCert.empty() != arguments.tlsKey.empty())
        return fail(ErrorKind::malformed, "bad_certificate", "--tls-cert and --tls-key go together");
    const auto read = [&](const fs::path& given, const fs::path& own) {
        return readWholeFile(given.empty() ? own : given);
    };
    const auto certificate = read(arguments.tlsCert, folder.certificate()),
               key = read(arguments.tlsKey, folder.certificateKey());
    if (!certificate || !key)
        return fail(ErrorKind::notFound, "bad_certificate",
                    "the TLS certificate or its key is not where it was looked for");
    auto context = TlsContext::make(*certificate, *key);
    if (!context) return fail(context.error());
    return std::optional<TlsContext>(std::move(*context));
}

int serve(const Arguments& arguments) {
    // A write beyond a limit or to a closed peer is an error to handle, not the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    // Many workers, little memory each: their arenas would keep what a burst once needed. Bodies are mapped and go back
    // when they are freed; without a fixed threshold the allocator soon keeps them.
    mallopt(M_ARENA_MAX, 8);
    mallopt(M_MMAP_THRESHOLD, 512 * 1024);
    mallopt(M_TRIM_THRESHOLD, 4 * 1024 * 1024);
    // Connections are descriptors; the usual soft limit is far below what this process can carry.
    rlimit files{};
    RunningOptions options;
    options.limits.connectionsPerPeer = arguments.connectionsPerAddress;
    options.limits.unnamed = {arguments.unnamedPerKey << 20, arguments.unnamedTotal << 20,
                              std::chrono::hours(24) * arguments.unnamedDays};
    options.limits.bodyMemory = arguments.bodyMemory * 1024 * 1024;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
        // The rest is for the database and for files: a connection must never take the last descriptor.
        const std::size_t others = std::min<std::size_t>(kOtherDescriptors, files.rlim_cur / 2);
        options.limits.connections = std::min<std::size_t>(options.limits.connections, files.rlim_cur - others);
    }
    const auto address = parseListen(arguments.listen);
    if (!address) return say(address.error());
    const DataFolder folder{arguments.data};
    auto tls = tlsOf(arguments, folder, address->host);
    const auto config = loadConfig(folder);
    if (!config) return say(config.error());
    if (!tls) return say(tls.error());

    ListenOptions listen;
    listen.address = address->host;
    listen.port = address->port;
    listen.rate = RateLimit{arguments.rate, arguments.rate * 10};
    std::optional<Server> server;
    options.folder = folder;
    options.console = consoleFolder(arguments.console);
    options.clockBound = std::chrono::hours(24) * arguments.clockDays;
    options.grown = [&server] { server->announceGrowth(); };
    auto running = Running::open(std::move(options));
    if (!running) return say(running.error());
    // Only now: what the log lacks may have taken its time, and nobody shall wait at a door that is not opened.
    server.emplace(listen, std::move(*tls));
    const std::string host = address->host.find(':') == std::string::npos ? address->host : "[" + address->host + "]";
    std::cout << "listening on " << (arguments.plain ? "http://" : "https://") << host << ':' << server->port()
              << std::endl;
    spdlog::info("log {} has {} lines", config->origin, (*running)->services().head.get()->size);
    if ((*running)->services().console.empty()) spdlog::info("no console is served: its files were not found");
    server->run((*running)->services());
    running->reset();
    spdlog::info("stopped");
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    spdlog::set_default_logger(spdlog::stderr_color_mt("plumbserver"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    CLI::App app("The Plumbline sync server");
    app.set_version_flag("--version", PLUMB_VERSION);
    app.require_subcommand(1);
    Arguments arguments;
    const auto withData = [&](CLI::App* command) {
        command->add_option("--data", arguments.data, "The server's data folder")->required();
    };
    const auto withInvitation = [&](CLI::App* command) {
        command->add_option("--admin-name", arguments.person, "The administrator's name");
        command->add_flag("--public-tls", arguments.publicTls,
                          "The certificate will be one that every client trusts: no pin");
        command->add_flag("--json", arguments.json, "Print JSON");
        command->add_flag("--qr", arguments.qr, "Draw the QR code even where no terminal is seen");
    };
    auto* initCommand =
        app.add_subcommand("init", "Make root key, log key, certificate and the first administrator's invitation");
    withData(initCommand);
    withInvitation(initCommand);
    initCommand->add_option("--suite", arguments.suite, "The root's suite: EdDSA, ES256 or SM2");
    initCommand->add_option("--name", arguments.name, "The log's name (origin)");
    initCommand->add_option("--url", arguments.url, "The address that invitations name");
    initCommand->add_option("--listen", arguments.listen, "ADDRESS:PORT, for the address where --url is not given");
    auto* inviteCommand = app.add_subcommand(
        "invite-root", "Invite another administrator with the root key (the server must be stopped)");
    withData(inviteCommand);
    withInvitation(inviteCommand);
    inviteCommand->add_option("--root-key", arguments.rootKey, "The root key's file");
    auto* serveCommand = app.add_subcommand("serve", "Serve until SIGTERM or SIGINT");
    withData(serveCommand);
    serveCommand->add_option("--listen", arguments.listen, "ADDRESS:PORT; port 0 takes a free one");
    serveCommand->add_option("--tls-cert", arguments.tlsCert, "Certificate chain in PEM");
    serveCommand->add_option("--tls-key", arguments.tlsKey, "Its key in PEM");
    serveCommand->add_flag("--plain", arguments.plain, "Plain HTTP, on loopback only");
    serveCommand->add_option("--console", arguments.console, "Folder of the web console's files");
    serveCommand->add_option("--open-rate", arguments.rate, "Calls a second that one address may make without a token")
        ->check(CLI::PositiveNumber);
    serveCommand
        ->add_option("--connections-per-address", arguments.connectionsPerAddress,
                     "Connections that one address (of IPv6: one network of 64 bits) may have open")
        ->check(CLI::PositiveNumber);
    serveCommand->add_option("--unnamed-days", arguments.unnamedDays, "Days until a file that no line names is removed")
        ->check(CLI::Range(1, 3650));
    serveCommand->add_option("--unnamed-per-key", arguments.unnamedPerKey,
                             "MiB of files that no line names which one key may send");
    serveCommand->add_option("--unnamed-total", arguments.unnamedTotal,
                             "MiB of files that no line names which may lie here in all");
    serveCommand
        ->add_option("--body-memory", arguments.bodyMemory, "MiB that the bodies of all calls may take together")
        ->check(CLI::Range(64, 65536));
    auto* rebuildCommand = app.add_subcommand(
        "rebuild", "Make tables again from the lines, all but the lines themselves (the server must be stopped)");
    withData(rebuildCommand);
    rebuildCommand->add_option("NAME", arguments.projections, "Of these projections alone");
    auto* checkCommand = app.add_subcommand(
        "check",
        "Check every line, signature, table and file (the server must be stopped); exits 3 where one is wrong");
    withData(checkCommand);
    serveCommand
        ->add_option("--clock-bound", arguments.clockDays,
                     "Days after the log's last line beyond which the clock is not believed")
        ->check(CLI::Range(1u, 36'500u))
        ->capture_default_str();
    auto* backupCommand = app.add_subcommand("backup", "Copy the data folder, also while the server runs");
    withData(backupCommand);
    backupCommand->add_option("TO", arguments.backup, "A new folder")->required();
    auto* restoreCommand = app.add_subcommand("restore", "Put a backup into a new data folder");
    withData(restoreCommand);
    restoreCommand->add_option("BACKUP", arguments.backup, "What backup made")->required();
    auto* clockCommand = app.add_subcommand("clock", "How the clock stands to the log (the server must be stopped)");
    withData(clockCommand);
    clockCommand->add_flag("--is-right", arguments.clockRight,
                           "The machine's clock is right: the log goes on from it, forward or back");
    CLI11_PARSE(app, argc, argv);
    try {
        if (*initCommand) return init(arguments);
        if (*inviteCommand) return inviteRoot(arguments);
        if (*backupCommand) return backup(arguments);
        if (*restoreCommand) return restore(arguments);
        if (*clockCommand) return clock(arguments);
        if (*rebuildCommand) return rebuild(arguments);
        if (*checkCommand) return check(arguments);
        return serve(arguments);
    } catch (const std::exception& broken) {
        std::cerr << "plumbserver: " << broken.what() << '\n';
        return 2;
    }
}
