// Whether an issued paper (document.issued) says what the log says: the PDF's signatures hold under an authority that
// the root named, the last one is by the line's author, and beneath them lies, byte for byte, the paper that this
// server makes of its own lines. Costs what making a paper costs, one at a time. Thread-safe.
#pragma once

#include <mutex>

#include "sync-server/auth/document_authority.h"
#include "sync-server/ingest/recovery_gate.h"
#include "sync-server/log/head.h"
#include "sync-server/papers/log_papers.h"
#include "sync-server/store/reader_pool.h"

namespace plumb::server {

class DocumentJudge {
  public:
    struct Makes {
        std::string office;  // which heads papers
        document::PublicPage page;
    };
    // Borrows all but `makes`.
    DocumentJudge(ReaderPool& readers, const HeadHolder& head, const Trust& trust, PaperRoom& room,
                  const RecoveryGate& gate, Clock clock, Makes makes)
        : m_readers(readers),
          m_head(head),
          m_trust(trust),
          m_room(room),
          m_gate(gate),
          m_clock(std::move(clock)),
          m_makes(std::move(makes)) {}

    // bad_payload, file_missing, paper_unsealed, paper_stranger, paper_differs; those of LogPapers and printRecord().
    Result<void> judge(const record::Line& line, const record::Payload& payload);

  private:
    ReaderPool& m_readers;
    const HeadHolder& m_head;
    const Trust& m_trust;
    PaperRoom& m_room;
    const RecoveryGate& m_gate;
    Clock m_clock;
    Makes m_makes;
    std::mutex m_one;
};

}  // namespace plumb::server
