#include <malloc.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <iostream>

#include "sync-server/commands/command.h"
#include "sync-server/hooks/tuning.h"
#include "sync-server/http/server.h"
#include "sync-server/setup/running.h"
#include "sync-server/tls/certificate.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

// Descriptors that are not connections: sixteen workers with a database connection (three each) and a file.
constexpr std::size_t kOtherDescriptors = 200;

struct Options {
    fs::path data, certificate, key, console;
    std::string listen = "127.0.0.1:8443";
    bool plain = false;
    double rate = RateLimit{}.perSecond;
    unsigned clockDays = static_cast<unsigned>(kClockBound.count() / 24);
    std::size_t connectionsPerAddress = Limits{}.connectionsPerPeer;
    std::uint64_t unnamedPerKey = UnnamedLimits{}.perKey >> 20, unnamedTotal = UnnamedLimits{}.total >> 20;
    int unnamedDays = 7;
    std::size_t bodyMemory = Limits{}.bodyMemory / (1024 * 1024);
    std::string office, contact, store;
    std::vector<std::string> hookNetworks;
    fs::path hookAuthorities, witnesses, witnessAuthorities;
    std::string frontEnd, internal;
    fs::path frontEndSecret, frontEndAuthorities, shared;
    S3Options files;
};

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

// What makes small pictures: beside this program in a build, and where packages put it; else none are made.
fs::path pictureMaker() {
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto* place : {"plumb-small-picture", "../lib/plumbline/plumb-small-picture"}) {
        if (fs::is_regular_file(program / place, error)) return fs::weakly_canonical(program / place, error);
    }
    return {};
}

Result<std::optional<TlsContext>> tlsOf(const Options& options, const DataFolder& folder, const std::string& host) {
    if (options.plain) {
        if (isLoopbackAddress(host)) return std::optional<TlsContext>();
        return fail(ErrorKind::forbidden, "plain_refused",
                    "plain HTTP is served on loopback only (127.0.0.1 or ::1), not on " + host + "; leave out --plain");
    }
    if (options.certificate.empty() != options.key.empty())
        return fail(ErrorKind::malformed, "bad_certificate", "--tls-cert and --tls-key go together");
    const auto read = [&](const fs::path& given, const fs::path& own) {
        return readWholeFile(given.empty() ? own : given);
    };
    const auto certificate = read(options.certificate, folder.certificate()),
               key = read(options.key, folder.certificateKey());
    if (!certificate || !key)
        return fail(ErrorKind::notFound, "bad_certificate",
                    "the TLS certificate or its key is not where it was looked for");
    auto context = TlsContext::make(*certificate, *key);
    if (!context) return fail(context.error());
    return std::optional<TlsContext>(std::move(*context));
}

// The certificate of a running server as it lies there now. Devices that were invited with a pin hold on to the key:
// that it is another one is said where somebody will look when they stay away.
Result<TlsContext> renewTls(const Options& options, const DataFolder& folder, const std::string& host,
                            std::string& pin) {
    auto context = tlsOf(options, folder, host);
    if (!context) return fail(context.error());
    const auto pem = readWholeFile(options.certificate.empty() ? folder.certificate() : options.certificate);
    const auto now = pem ? pinOf(*pem) : Result<std::string>(pin);
    if (now && *now != pin && !pin.empty())
        spdlog::warn("the certificate has another key: devices that were invited with a pin of the old one stay away");
    if (now) pin = *now;
    spdlog::info("the certificate was read anew");
    return std::move(**context);
}

// Many workers, little memory each: their arenas would keep what a burst once needed. Bodies are mapped and go back
// when they are freed; without a fixed threshold the allocator soon keeps them.
void giveMemoryBack() {
    mallopt(M_ARENA_MAX, 8);
    mallopt(M_MMAP_THRESHOLD, 512 * 1024);
    mallopt(M_TRIM_THRESHOLD, 4 * 1024 * 1024);
}

Limits limitsOf(const Options& options) {
    Limits limits;
    limits.connectionsPerPeer = options.connectionsPerAddress;
    limits.unnamed = {options.unnamedPerKey << 20, options.unnamedTotal << 20,
                      std::chrono::hours(24) * options.unnamedDays};
    limits.bodyMemory = options.bodyMemory * 1024 * 1024;
    // Connections are descriptors; the usual soft limit is far below what this process can carry.
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
        // The rest is for the database and for files: a connection must never take the last descriptor.
        const std::size_t others = std::min<std::size_t>(kOtherDescriptors, files.rlim_cur / 2);
        limits.connections = std::min<std::size_t>(limits.connections, files.rlim_cur - others);
    }
    return limits;
}

// One of several front ends, where a name was given.
Result<std::optional<FrontEndOptions>> frontEndOf(const Options& given) {
    const auto bad = [](std::string why) { return fail(ErrorKind::malformed, "bad_front_end", std::move(why)); };
    if (given.frontEnd.empty()) {
        if (given.internal.empty() && given.frontEndSecret.empty() && given.shared.empty())
            return std::optional<FrontEndOptions>();
        return bad(
            "--internal, --front-end-secret and --shared are for a front end, which has a name: --front-end NAME");
    }
    const bool secure = given.internal.starts_with("https://");
    if (!secure && !(given.plain && given.internal.starts_with("http://")))
        return bad(
            "--internal takes the address at which the other front ends reach this one, as in "
            "https://10.1.0.7:8443");
    const auto secret = readWholeFile(given.frontEndSecret);
    if (!secret)
        return bad(
            "--front-end-secret names the file with the secret that all front ends of the log hold; there is none "
            "at \"" +
            given.frontEndSecret.string() + "\"");
    if (given.shared.empty() && given.files.files.empty())
        return bad("files of several front ends lie in one store: --files s3://…, or --shared on one machine");
    FrontEndOptions out;
    out.name = given.frontEnd;
    out.address = given.internal;
    while (out.address.ends_with('/')) out.address.pop_back();
    out.secret = *secret;
    while (!out.secret.empty() && (out.secret.back() == '\n' || out.secret.back() == '\r')) out.secret.pop_back();
    out.authorities = given.frontEndAuthorities.string();
    if (!given.shared.empty()) out.shared = DataFolder{given.shared};
    return std::optional<FrontEndOptions>(std::move(out));
}

int serve(const Options& given) {
    // A write beyond a limit or to a closed peer is an error to handle, not the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    giveMemoryBack();
    const auto address = parseListen(given.listen);
    if (!address) return say(address.error());
    const DataFolder folder{given.data};
    auto tls = tlsOf(given, folder, address->host);
    const auto config = loadConfig(folder);
    if (!config) return say(config.error());
    if (!tls) return say(tls.error());

    std::optional<Server> server;
    RunningOptions options;
    options.folder = folder;
    options.limits = limitsOf(given);
    options.console = consoleFolder(given.console);
    options.clockBound = std::chrono::hours(24) * given.clockDays;
    options.office = given.office;
    options.store = given.store;
    options.contact = given.contact;
    if (!given.files.files.empty()) {
        auto place = s3PlaceOf(given.files);
        if (!place) return say(place.error());
        options.files = std::move(*place);
    }
    options.hookThreads = kHookThreads;
    options.disposes = true;
    options.pictureMaker = pictureMaker();
    auto rule = AddressRule::allowing(given.hookNetworks);
    if (!rule) return say(rule.error());
    options.hookRule = std::move(*rule);
    options.hookAuthorities = given.hookAuthorities.string();
    if (!given.witnesses.empty()) {
        const auto text = readWholeFile(given.witnesses);
        auto witnesses = witnessesOf(text.value_or(""));
        if (!witnesses) return say(witnesses.error());
        options.witnesses = std::move(*witnesses);
    }
    options.witnessAuthorities = given.witnessAuthorities.string();
    auto frontEnd = frontEndOf(given);
    if (!frontEnd) return say(frontEnd.error());
    options.frontEnd = std::move(*frontEnd);
    // A front end follows the log before it listens.
    std::atomic<bool> listens{false};
    options.grown = [&server, &listens] {
        if (listens) server->announceGrowth();
    };
    auto running = Running::open(std::move(options));
    if (!running) return say(running.error());
    // Only now: what had to be made again may have taken its time, and nobody shall wait at a door that is not opened.
    ListenOptions listen;
    listen.address = address->host;
    listen.port = address->port;
    listen.rate = RateLimit{given.rate, given.rate * 10};
    std::string pin;
    if (*tls) {
        listen.renewTls = [&given, folder, host = address->host, &pin] { return renewTls(given, folder, host, pin); };
        if (const auto pem = readWholeFile(given.certificate.empty() ? folder.certificate() : given.certificate))
            pin = pinOf(*pem).value_or("");
    }
    server.emplace(listen, std::move(*tls));
    listens = true;
    const std::string host = address->host.find(':') == std::string::npos ? address->host : "[" + address->host + "]";
    std::cout << "listening on " << (given.plain ? "http://" : "https://") << host << ':' << server->port()
              << std::endl;
    spdlog::info("log {} has {} lines", config->origin, (*running)->services().head.get()->size);
    if (pictureMaker().empty())
        spdlog::info("no small pictures are made: plumb-small-picture was not found; the console shows the originals");
    if ((*running)->services().console.empty()) spdlog::info("no console is served: its files were not found");
    server->run((*running)->services());
    running->reset();
    spdlog::info("stopped");
    return 0;
}

}  // namespace

Run declareServe(CLI::App& app) {
    const auto given = std::make_shared<Options>();
    addDataFolder(app, given->data);
    app.add_option("--listen", given->listen, "ADDRESS:PORT; port 0 takes a free one");
    app.add_option("--tls-cert", given->certificate, "Certificate chain in PEM");
    app.add_option("--tls-key", given->key, "Its key in PEM");
    app.add_flag("--plain", given->plain, "Plain HTTP, on loopback only");
    app.add_option("--console", given->console, "Folder of the web console's files");
    app.add_option("--open-rate", given->rate, "Calls a second that one address may make without a token")
        ->check(CLI::PositiveNumber);
    app.add_option("--connections-per-address", given->connectionsPerAddress,
                   "Connections that one address (of IPv6: one network of 64 bits) may have open")
        ->check(CLI::PositiveNumber);
    app.add_option("--unnamed-days", given->unnamedDays, "Days until a file that no line names is removed")
        ->check(CLI::Range(1, 3650));
    app.add_option("--unnamed-per-key", given->unnamedPerKey, "MiB of files that no line names which one key may send");
    app.add_option("--unnamed-total", given->unnamedTotal, "MiB of files that no line names which may lie here in all");
    app.add_option("--body-memory", given->bodyMemory, "MiB that the bodies of all calls may take together")
        ->check(CLI::Range(64, 65536));
    app.add_option("--office", given->office, "The office that heads papers and the public page");
    app.add_option("--contact", given->contact,
                   "Whom readers tell that a paper does not hold: a telephone, an address");
    app.add_option("--store", given->store,
                   "The PostgreSQL database that has the log, where the folder does not say so itself "
                   "(postgresql://user@host/database; its password in PGPASSFILE)");
    addFilesPlace(app, given->files);
    app.add_option("--hook-allow", given->hookNetworks,
                   "Address or network (10.20.0.0/16) of this machine or a private one to which receivers of new lines "
                   "may be called; may be given again");
    app.add_option("--hook-ca", given->hookAuthorities,
                   "Certificates in PEM of authorities that receivers may have beside those of the system")
        ->check(CLI::ExistingFile);
    app.add_option("--witnesses", given->witnesses,
                   "Who is asked to cosign the log's checkpoints: a policy file (c2sp.org/tlog-policy) whose witness "
                   "lines have addresses")
        ->check(CLI::ExistingFile);
    app.add_option("--witness-ca", given->witnessAuthorities,
                   "Certificates in PEM of authorities that witnesses may have beside those of the system")
        ->check(CLI::ExistingFile);
    app.add_option("--front-end", given->frontEnd,
                   "Name of this process where several serve one log: one database, one store of files");
    app.add_option("--internal", given->internal, "Address at which the other front ends reach this one");
    app.add_option("--front-end-secret", given->frontEndSecret,
                   "File with a secret of 32 characters and more that all front ends of the log hold");
    app.add_option("--front-end-ca", given->frontEndAuthorities,
                   "Certificates in PEM of authorities that front ends may have beside those of the system")
        ->check(CLI::ExistingFile);
    app.add_option(
           "--shared", given->shared,
           "Folder with log.db and the files, where all front ends run on one machine without a database server")
        ->check(CLI::ExistingDirectory);
    app.add_option("--clock-bound", given->clockDays,
                   "Days after the log's last line beyond which the clock is not believed")
        ->check(CLI::Range(1u, 36'500u))
        ->capture_default_str();
    return [given] { return serve(*given); };
}

}  // namespace plumb::server
