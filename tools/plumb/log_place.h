// Where a log stands, as the command line says it, and by which key it is verified.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "shared/crypto/note.h"
#include "shared/sync/tile_log.h"

namespace plumb::cli {

struct LogKeyOptions {
    std::string key, root, bundle;
};
// --key VKEY, or --root THUMBPRINT and --bundle FILE: a bundle in which the root names its log.
void addLogKey(CLI::App& command, LogKeyOptions& options);
// Errors: malformed "usage" where none is given, those of bundles; badSignature "root_names_no_log".
Result<crypto::NoteKey> logKeyOf(const LogKeyOptions& options);

// A log's tiles at a URL: what stands before "/checkpoint", or a server's address alone, whose log is at "/log".
class LogAt {
  public:
    // `pin`: as invitations carry it; "": the certificate is verified as the public web has it. malformed "bad_url".
    static Result<std::unique_ptr<LogAt>> make(const std::string& url, const std::string& pin,
                                               sync::TileLog::Keep keep = {});
    [[nodiscard]] sync::TileLog& tiles() { return m_tiles; }

  private:
    LogAt(const std::string& server, const std::string& pin, const std::string& prefix, sync::TileLog::Keep keep);
    sync::HttpClient m_http;
    sync::TileLog m_tiles;
};

}  // namespace plumb::cli
