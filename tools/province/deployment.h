// A server's data folder and, in this process, the server on it, with a clock that is set from outside: lines go
// through the very verification, writer and projections that `plumbserver serve` has, at the times at which they would
// have come. One thread.
#pragma once

#include <filesystem>

#include "shared/records/planning/draw_lines.h"
#include "sync-server/setup/running.h"
#include "tools/province/device.h"

namespace plumb::province {

struct DeploymentOptions {
    std::filesystem::path folder;  // must not be there, or be empty
    std::string url;
    std::string passphrase;  // seals the root key
    std::uint64_t seed = 1;
};

class Deployment {
  public:
    // Throws where the folder cannot be made.
    Deployment(DeploymentOptions options, TimePoint begin);

    void setTime(TimePoint now) { m_now = now; }
    [[nodiscard]] const crypto::PrivateKey& root() const { return m_root; }
    [[nodiscard]] std::string logKey() const;  // note verifier key
    [[nodiscard]] std::string pin() const;     // of the certificate
    [[nodiscard]] const std::string& url() const { return m_options.url; }
    [[nodiscard]] server::HeadPtr head() const { return m_running->services().head.get(); }

    // The server's intake has this key from its next start on.
    void keepIntake(const crypto::PrivateKey& key) const;

    // What decides a draw that was committed; none: nobody else has written since.
    [[nodiscard]] std::optional<records::DrawCheckpoint> deciding(const std::string& draw) const;

    // Sends all that waits on the device, files first, and lets it learn the newest checkpoint. Throws where the server
    // refuses a line: what is made here is meant to be good.
    void sync(Device& device);

    [[nodiscard]] std::uint64_t files() const { return m_files; }
    [[nodiscard]] std::uint64_t fileBytes() const { return m_fileBytes; }

  private:
    void makeFolder();
    void put(const Sha256& sha256, const std::string& content, const std::string& kid);

    DeploymentOptions m_options;
    TimePoint m_now;
    crypto::PrivateKey m_root, m_log;
    std::unique_ptr<server::Running> m_running;
    std::uint64_t m_files = 0, m_fileBytes = 0;
};

}  // namespace plumb::province
