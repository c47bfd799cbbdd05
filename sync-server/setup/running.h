// Everything that a running server owns, built in the order in which it depends on each other and ended in the reverse
// one: store, trust, files, writer, services. The listening part is given in, so that tests run without sockets.
#pragma once

#include "sync-server/blobs/s3_place.h"
#include "sync-server/http/services.h"
#include "sync-server/ingest/tuning.h"
#include "sync-server/setup/data_folder.h"
#include "sync-server/witness/collector.h"

namespace plumb::server {

// Where this process is one of several that serve one log.
struct FrontEndOptions {
    std::string name;         // another one than the others'
    std::string address;      // at which the others reach it: "https://10.1.0.7:8443"
    std::string secret;       // that all of them hold, of kLeastSecret characters and more
    std::string authorities;  // a file of certificates that they may have beside the system's; "": none
    // Where all of them run on one machine without a database server: the folder that has log.db, the files and what is
    // kept beside the log. None: these lie in the database and in the store of files.
    std::optional<DataFolder> shared;
    SteadyClock steady = TurnOptions().steady;
    std::chrono::milliseconds pace = kTurnPace, lapse = kTurnLapse;  // see TurnOptions
    bool threads = true;                                             // see FrontEnd::begin
};

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
    std::filesystem::path pictureMaker;           // what makes small pictures; "": none are made
    std::optional<S3Place> files;                 // where the files lie; none: in the folder
    std::int64_t maxPages = 0;                    // see SqliteOptions
    std::string store;                            // "": as the folder says (ServerConfig)
    // Files of cases that were disposed of are removed by a thread of the server; false: whoever asks removes them.
    bool disposes = false;
    std::optional<FrontEndOptions> frontEnd;  // none: no other process serves this log
    std::function<void()> grown = [] {};
};

class Running {
  public:
    // Opens the folder, and makes again what does not hold what the log holds (ingest/rebuild.h), however long that
    // takes. A front end that is not the sequencer waits until the one that is did so. not_initialised, folder_in_use,
    // front_end_lost, bad_secret, store_newer, data_damaged, bad_s3; throws where a stored line is
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
