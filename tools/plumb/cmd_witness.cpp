// plumb witness: cosigning the checkpoints of logs (C2SP tlog-witness).
#include <iostream>
#include <iterator>

#include "shared/crypto/add_checkpoint.h"
#include "shared/crypto/hash.h"
#include "shared/store/durable_file.h"
#include "shared/store/owner_only.h"
#include "shared/sync/fork_evidence.h"
#include "shared/sync/witness.h"
#include "tools/plumb/app.h"
#include "tools/plumb/log_place.h"
#ifdef PLUMB_WITNESS_SERVICE
#include "tools/plumb/witness_server.h"
#endif

namespace plumb::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string data, name, logKey, request, url, pin, listen = "127.0.0.1:8444", prefix, certificate, key, evidence;
    bool json = false;
};

struct Opened {
    std::unique_ptr<store::WitnessBook> book;
    sync::Witness witness;
};

fs::path keyFile(const Options& options) {
    return fs::path(options.data) / "witness.key";
}

Result<std::unique_ptr<store::WitnessBook>> openBook(const Options& options) {
    store::makeOwnersFolder(options.data);
    return store::WitnessBook::open(fs::path(options.data) / "witness.db");
}

Result<Opened> open(const Options& options) {
    auto identity = sync::loadWitnessIdentity(keyFile(options));
    if (!identity) {
        if (identity.error().kind != ErrorKind::notFound) return fail(identity.error());
        return fail(ErrorKind::notFound, "no_key",
                    "there is no witness's key in " + options.data + "; run: plumb witness --new-key NAME --data " +
                        options.data);
    }
    auto book = openBook(options);
    if (!book) return fail(book.error());
    auto& held = **book;
    return Opened{std::move(*book), sync::Witness(held, std::move(*identity), systemNow)};
}

int newKey(const Options& options) {
    store::makeOwnersFolder(options.data);
    const auto made = sync::makeWitnessIdentity(keyFile(options), options.name);
    if (!made) return report(made.error(), options.json);
    return print({{"name", made->name}, {"key", made->verifierKey()}},
                 "witness key: " + made->verifierKey() + "\nGive it to whoever is to trust this witness; " +
                     keyFile(options).string() + " is secret",
                 options.json);
}

int addLogKnown(const Options& options) {
    const auto key = crypto::parseNoteKey(options.logKey);
    if (!key) return report(key.error(), options.json);
    auto book = openBook(options);
    if (!book) return report(book.error(), options.json);
    if (auto added = (*book)->addLog(*key); !added) return report(added.error(), options.json);
    return print({{"origin", key->name}}, "this witness knows the log " + key->name, options.json);
}

int status(const Options& options) {
    const auto opened = open(options);
    if (!opened) return report(opened.error(), options.json);
    const auto found = opened->book->contradictions();
    json::array logs;
    std::string text = "witness " + opened->witness.identity().verifierKey();
    for (const auto& one : opened->book->logs()) {
        const auto wrong =
            std::count_if(found.begin(), found.end(), [&](const auto& f) { return f.origin == one.key.name; });
        logs.push_back({{"origin", one.key.name},
                        {"key", crypto::formatNoteKey(one.key.name, one.key.key)},
                        {"size", one.size},
                        {"root", toBase64(one.root.view())},
                        {"contradictions", wrong}});
        text += "\n" + one.key.name + ": " +
                (one.size == 0 ? "nothing cosigned yet" : std::to_string(one.size) + " entries cosigned");
        if (wrong > 0)
            text += "; " + std::to_string(wrong) +
                    " signed checkpoints contradict what was cosigned (plumb witness evidence)";
    }
    return print({{"key", opened->witness.identity().verifierKey()}, {"logs", std::move(logs)}}, text, options.json);
}

// One file for each contradiction, which plumb log evidence checks.
int writeEvidence(const Options& options) {
    const auto opened = open(options);
    if (!opened) return report(opened.error(), options.json);
    json::array files;
    std::string text;
    store::makeOwnersFolder(options.evidence);
    for (const auto& one : opened->book->contradictions()) {
        const auto log = opened->book->log(one.origin);
        if (!log) continue;
        const sync::ForkEvidence evidence{crypto::formatNoteKey(log->key.name, log->key.key), one.cosigned, one.note};
        const auto content = sync::formatEvidence(evidence);
        const auto file = fs::path(options.evidence) / (crypto::sha256(content).hex().substr(0, 16) + ".json");
        if (auto written = store::writeDurably(file, asBytes(content)); !written)
            return report(written.error(), options.json);
        files.push_back(json::value(file.string()));
        text += (text.empty() ? "wrote " : "\nwrote ") + file.string();
    }
    return print({{"files", std::move(files)}}, text.empty() ? "no log contradicted what was cosigned" : text,
                 options.json);
}

// The question that the log would put, asked of its tiles.
Result<std::string> questionTo(const Options& options, store::WitnessBook& book) {
    auto log = LogAt::make(options.url, options.pin);
    if (!log) return fail(log.error());
    auto& tiles = (*log)->tiles();
    auto note = tiles.checkpoint();
    if (!note) return fail(note.error());
    const auto parts = crypto::splitNote(*note, crypto::kMostCheckpointBytes, "checkpoint");
    if (!parts) return fail(parts.error());
    const auto head = crypto::readTreeHead(parts->body);
    if (!head) return fail(head.error());
    crypto::AddCheckpoint asked{0, {}, *note};
    if (const auto known = book.log(head->origin)) {
        asked.old = std::min(known->size, head->size);
        if (asked.old > 0 && asked.old < head->size) {
            if (auto opened = tiles.open(*head); !opened) return fail(opened.error());
            auto proof = tiles.consistency(asked.old);
            if (!proof) return fail(proof.error());
            asked.proof = std::move(*proof);
        }
    }
    return crypto::formatAddCheckpoint(asked);
}

int sign(const Options& options) {
    auto opened = open(options);
    if (!opened) return report(opened.error(), options.json);
    std::string asked;
    if (!options.url.empty()) {
        auto question = questionTo(options, *opened->book);
        if (!question) return report(question.error(), options.json);
        asked = std::move(*question);
    } else if (options.request.empty() || options.request == "-") {
        asked.assign(std::istreambuf_iterator<char>(std::cin), {});
    } else {
        const auto content = store::readWhole(options.request, 1 << 20);
        if (!content) return report(content.error(), options.json);
        asked = asText(*content);
    }
    const auto reply = opened->witness.addCheckpoint(asked);
    if (reply.status == 200) {
        if (options.json) return print({{"status", 200}, {"signatures", reply.body}}, "", true);
        std::cout << reply.body << std::flush;
        return kDone;
    }
    std::string why = reply.body.substr(0, reply.body.find('\n'));
    if (reply.status == 409)
        why = "what this witness cosigned last has " + why + " entries, and this does not continue it";
    return report({ErrorKind::refused, "http_" + std::to_string(reply.status), "not cosigned: " + why}, options.json);
}

#ifdef PLUMB_WITNESS_SERVICE
Result<WitnessListen> listenOf(const Options& options) {
    const auto bad = [&] {
        return fail(ErrorKind::malformed, "bad_listen",
                    "--listen takes ADDRESS:PORT, as in 127.0.0.1:8444 or [::1]:8444, not \"" + options.listen + "\"");
    };
    const auto colon = options.listen.rfind(':');
    if (colon == std::string::npos) return bad();
    WitnessListen out;
    out.host = options.listen.substr(0, colon);
    if (out.host.size() > 2 && out.host.front() == '[' && out.host.back() == ']')
        out.host = out.host.substr(1, out.host.size() - 2);
    const auto port = options.listen.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos ||
        std::stoul(port) > 65'535)
        return bad();
    out.port = static_cast<unsigned short>(std::stoul(port));
    out.prefix = options.prefix;
    while (out.prefix.ends_with('/')) out.prefix.pop_back();
    if (!out.prefix.empty() && !out.prefix.starts_with('/')) out.prefix = "/" + out.prefix;
    if (options.certificate.empty() != options.key.empty())
        return fail(ErrorKind::malformed, "bad_certificate", "--tls-cert and --tls-key go together");
    if (options.certificate.empty()) return out;
    const auto certificate = store::readWhole(options.certificate, 1 << 20),
               key = store::readWhole(options.key, 1 << 20);
    if (!certificate) return fail(certificate.error());
    if (!key) return fail(key.error());
    out.certificatePem = asText(*certificate);
    out.keyPem = asText(*key);
    return out;
}

int serve(const Options& options) {
    auto opened = open(options);
    if (!opened) return report(opened.error(), options.json);
    auto listen = listenOf(options);
    if (!listen) return report(listen.error(), options.json);
    const bool tls = !listen->certificatePem.empty();
    const std::string host = listen->host.find(':') == std::string::npos ? listen->host : "[" + listen->host + "]";
    const std::string prefix = listen->prefix;
    auto server = WitnessServer::listen(std::move(*listen), [&](const std::string& body) {
        auto reply = opened->witness.addCheckpoint(body);
        return WitnessHttpAnswer{reply.status, std::move(reply.type), std::move(reply.body)};
    });
    if (!server) return report(server.error(), options.json);
    std::cout << "witness " << opened->witness.identity().verifierKey() << "\nlistening on "
              << (tls ? "https://" : "http://") << host << ':' << (*server)->port() << prefix << std::endl;
    (*server)->run();
    return kDone;
}
#else
int serve(const Options& options) {
    return report({ErrorKind::unsupported, "no_service",
                   "this program was built without the service; plumb witness sign is there"},
                  options.json);
}
#endif

}  // namespace

void addWitness(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* witness = app.add_subcommand("witness", "Cosign the checkpoints of logs, each only after the one before it");
    witness->require_subcommand(0, 1);
    const auto data = [&](CLI::App& command) {
        command.add_option("--data", options->data, "The witness's folder: its key and what it cosigned");
        addJson(command, options->json);
    };
    witness->add_option("--new-key", options->name,
                        "Make the witness's key, under this name, as witness.example.org/w1");
    data(*witness);
    const auto command = [&](const char* name, const char* what, int (*work)(const Options&)) {
        auto* one = witness->add_subcommand(name, what);
        data(*one);
        one->callback([options, work, &exit] {
            exit = options->data.empty()
                       ? (report({ErrorKind::malformed, "usage", "say --data"}, options->json), kUsage)
                       : work(*options);
        });
        return one;
    };
    command("add-log", "Know a log by its key", addLogKnown)
        ->add_option("KEY", options->logKey, "The log's verifier key, <origin>+<id>+<key>")
        ->required();
    command("status", "Which logs it knows, and how far it cosigned them", status);
    auto* signing = command("sign", "Cosign once, and print the signature line", sign);
    auto* request = signing->add_option("REQUEST", options->request,
                                        "The question (c2sp.org/tlog-witness); standard input without it");
    signing->add_option("--url", options->url, "Ask the log itself, by its tiles")->excludes(request);
    signing->add_option("--pin", options->pin, "Hash of the server's TLS key");
    auto* serving = command("serve", "Answer POST <prefix>/add-checkpoint", serve);
    serving->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes a free one")->capture_default_str();
    serving->add_option("--prefix", options->prefix, "Path before /add-checkpoint");
    serving->add_option("--tls-cert", options->certificate, "Certificate chain in PEM; without it plain HTTP");
    serving->add_option("--tls-key", options->key, "Its key in PEM");
    command("evidence", "Write what contradicts what was cosigned, a file each", writeEvidence)
        ->add_option("FOLDER", options->evidence)
        ->required();
    witness->callback([options, witness, &exit] {
        if (!witness->get_subcommands().empty()) return;
        exit = options->name.empty() || options->data.empty()
                   ? (report({ErrorKind::malformed, "usage", "say --new-key NAME and --data, or what to do"},
                             options->json),
                      kUsage)
                   : newKey(*options);
    });
}

}  // namespace plumb::cli
