// Everything that a running server owns, built in the order in which it depends on each other and ended in the reverse
// one: store, trust, files, writer, services. The listening part is given in, so that tests run without sockets.
#pragma once

#include "sync-server/blobs/s3_place.h"
#include "sync-server/http/services.h"
#include "sync-server/ingest/tuning.h"
#include "sync-server/setup/data_folder.h"
#include "sync-server/witness/collector.h"

namespace plumb::server {

struct RunningOptions {
    DataFolder folder;
    std::filesystem::path console;
    std::string office, contact;  // see Issuer (http/services.h)
    Clock clock = systemNow;
    std::chrono::hours clockBound = kClockBound;
    Limits limits;
    unsigned verifyThreads = 2;
    unsigned hookThreads = 0;     // that tell receivers of new lines; none: nobody is told
    AddressRule hookRule;         // where receivers may be
    std::string hookAuthorities;  // a file of certificates that receivers may have beside the system's; "": none
    std::vector<crypto::NamedWitness> witnesses;  // that are asked to cosign the log's checkpoints
    std::string witnessAuthorities;               // as hookAuthorities, of witnesses
    std::optional<S3Place> files;                 // where the files lie; none: in the folder
    std::int64_t maxPages = 0;                    // see SqliteOptions
    std::string store;                            // "": as the folder says (ServerConfig)
    // Files of cases that were disposed of are removed by a thread of the server; false: whoever asks removes them.
    bool disposes = false;
    std::function<void()> grown = [] {};
};

class Running {
  public:
    // Opens the folder, and makes again what does not hold what the log holds (ingest/rebuild.h), however long that
    // takes. not_initialised, folder_in_use, store_newer, data_damaged, bad_files; throws where a stored line is
    // damaged.
    static Result<std::unique_ptr<Running>> open(RunningOptions options);
    ~Running();

    Services& services();
    [[nodiscard]] const ServerConfig& config() const;

  private:
    struct Inside;
    explicit Running(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::server
