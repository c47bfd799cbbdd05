#include "tools/plumb/log_place.h"

#include <thread>

#include "shared/domain/trust.h"
#include "shared/store/durable_file.h"
#include "shared/sync/bundle.h"

namespace plumb::cli {

void addLogKey(CLI::App& command, LogKeyOptions& options) {
    auto* key = command.add_option("--key", options.key, "The log's verifier key, <name>+<id>+<key>");
    auto* root = command.add_option("--root", options.root, "Thumbprint of the root key, with --bundle")->excludes(key);
    command.add_option("--bundle", options.bundle, "A bundle in which that root names its log")->needs(root);
}

Result<crypto::NoteKey> logKeyOf(const LogKeyOptions& options) {
    if (!options.key.empty()) return crypto::parseNoteKey(options.key);
    if (options.root.empty() || options.bundle.empty())
        return fail(ErrorKind::malformed, "usage",
                    "say by which key the log is verified: --key, or --root and --bundle");
    const auto content = store::readWhole(options.bundle, 1ULL << 30);
    if (!content) return fail(content.error());
    const auto bundle = sync::parseBundle(asText(*content));
    if (!bundle) return fail(bundle.error());
    // The root's line is signed by the root: nothing else of the bundle is needed for this, nor believed.
    domain::TrustBook book(options.root);
    for (const auto& placed : bundle->trust) {
        const auto line = record::Line::parse(placed.text);
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
        if (!payload || !book.add(*line, *payload, placed.index)) continue;
        if (!book.logKey().empty()) return crypto::parseNoteKey(book.logKey());
    }
    return fail(ErrorKind::badSignature, "root_names_no_log",
                "the root " + options.root + " names no log in this bundle: it is another deployment's");
}

LogAt::LogAt(const std::string& server, const std::string& pin, const std::string& prefix, sync::TileLog::Keep keep)
    : m_http(server, pin),
      m_tiles(
          m_http, prefix, [](std::chrono::seconds time) { std::this_thread::sleep_for(time); }, std::move(keep)) {}

Result<std::unique_ptr<LogAt>> LogAt::make(const std::string& url, const std::string& pin, sync::TileLog::Keep keep) {
    const auto scheme = url.find("://");
    if ((!url.starts_with("https://") && !url.starts_with("http://")) || url.size() == scheme + 3 ||
        url.find_first_of(" ?#") != std::string::npos)
        return fail(ErrorKind::malformed, "bad_url",
                    "a log's address is as https://sync.example:8443, not \"" + url + "\"");
    const auto slash = url.find('/', scheme + 3);
    std::string prefix = slash == std::string::npos ? "/log" : url.substr(slash);
    while (prefix.ends_with('/')) prefix.pop_back();
    return std::unique_ptr<LogAt>(new LogAt(url.substr(0, slash), pin, prefix, std::move(keep)));
}

}  // namespace plumb::cli
