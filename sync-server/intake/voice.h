// The key with which the server says what people without an account sent, and its chain of lines: one after the other.
// Its lines vouch that this came in so and for nothing else. Thread-safe.
#pragma once

#include <functional>
#include <mutex>

#include "shared/base/clock.h"
#include "shared/crypto/suite.h"
#include "shared/record/payload.h"
#include "sync-server/ingest/candidate.h"
#include "sync-server/log/head.h"
#include "sync-server/store/reader_pool.h"

namespace plumb::server {

// Brings a line into the log; blocks until it is durable.
using Push = std::function<Result<PushOutcome>(const std::string& line)>;

struct Spoken {
    std::string id;  // of the record
    std::string_view type;
    std::string region, site;
    json::object body;
    std::vector<record::FileRef> files = {};
};

class IntakeVoice {
  public:
    // What it borrows outlives it.
    IntakeVoice(crypto::PrivateKey key, ReaderPool& readers, HeadHolder& head, Clock clock)
        : m_key(std::move(key)), m_readers(readers), m_head(head), m_clock(std::move(clock)) {}

    [[nodiscard]] const std::string& kid() const { return m_key.kid(); }
    // The log's reason where it does not take the line. A line that it has already is no error.
    Result<void> say(Spoken spoken, const Push& push);

  private:
    crypto::PrivateKey m_key;
    ReaderPool& m_readers;
    HeadHolder& m_head;
    Clock m_clock;
    std::mutex m_mutex;
};

}  // namespace plumb::server
