// The server's intake: takes what people without an account complain of, and says so in the log with a key of its own
// (voice.h), which the root enrolled (setup/open_intake.h). Of an address nothing is kept but how much it may still
// send, in memory, for an hour. Thread-safe; one complaint is signed at a time.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/blobs/unnamed_files.h"
#include "sync-server/intake/submission.h"
#include "sync-server/intake/tuning.h"
#include "sync-server/intake/voice.h"
#include "sync-server/intake/work.h"
#include "sync-server/store/file_holders.h"

namespace plumb::server {

// What it borrows of the running server.
struct DeskPlace {
    ReaderPool& readers;
    const Trust& trust;
    BlobStore& blobs;
    FileHolders& holders;
    UnnamedFiles& unnamed;
    std::filesystem::path parts;  // where files lie until they take their place
    Clock clock;
};

struct Arrived {
    std::string_view content;  // the body as it came
    std::string_view work;     // "challenge:counter"
    std::string peer;
};

class IntakeDesk {
  public:
    // `voice` outlives this.
    IntakeDesk(IntakeVoice& voice, DeskPlace place);
    // Of the key that signs what is taken here.
    [[nodiscard]] const std::string& kid() const { return m_voice.kid(); }

    [[nodiscard]] WorkGate& work() { return m_work; }
    // The code for whoever complained. Codes: those of WorkGate::take(), too_many_calls, bad_request, about_unknown,
    // nobody_above (no office in this system lies above whom it is about), no_image, those of the log.
    Result<std::string> take(const Arrived& arrived, const Push& push);
    // Whether this address may look up one more code.
    bool mayAsk(const std::string& peer);

  private:
    struct Addressed {
        std::string region, site;
        records::Complaint says;
    };
    Result<Addressed> address(const Submission& submission, StoreReader& reader) const;
    Result<std::vector<record::FileRef>> keep(const std::vector<Bytes>& photos);
    Result<void> mayCome(const std::string& peer);

    IntakeVoice& m_voice;
    DeskPlace m_place;
    WorkGate m_work;
    std::mutex m_taking;  // one complaint after the other
    std::mutex m_rates;
    RateLimiter m_ofAddress{kComplaintsOfAddress}, m_ofAll{kComplaintsOfAll}, m_codes{kCodesOfAddress};
};

}  // namespace plumb::server
