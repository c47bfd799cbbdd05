// What the log knows of a record, as papers ask for it (document/papers/record_papers.h), for one caller: what she may
// not read is not there. Borrowed for the time of one call; for the thread of the reader.
#pragma once

#include "shared/document/papers/record_papers.h"
#include "sync-server/auth/trust.h"
#include "sync-server/log/head.h"
#include "sync-server/papers/room.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class LogPapers final : public document::PaperSource {
  public:
    LogPapers(StoreReader& reader, const Trust& trust, HeadPtr head, PaperRoom& room, const Principal& caller)
        : m_reader(reader), m_trust(trust), m_head(std::move(head)), m_room(room), m_caller(caller) {}

    // notFound "record_unknown", also where the caller may not read it or the published head does not prove it yet.
    Result<document::PaperLine> line(const std::string& id) override;
    Result<document::PaperLine> newestVersion(const std::string& id) override;
    std::optional<document::PaperLine> cosignature(const std::string& id) override;
    Result<std::vector<document::PaperLine>> caseLines(const std::string& inspection) override;
    std::vector<document::PaperLine> deliveries(const std::string& id) override;
    Result<std::shared_ptr<const checklist::Checklist>> checklist(const Sha256& sha256) override;
    std::optional<records::Site> site(const std::string& id) override;
    document::PaperPerson person(const std::string& id) override;
    std::string checklistTitle(const std::string& id, const std::string& language) override;
    std::string file(const Sha256& sha256) override;
    document::PhotoNote photo(const std::string& content) override;

  private:
    Result<document::PaperLine> read(const Entry& entry);

    StoreReader& m_reader;
    const Trust& m_trust;
    HeadPtr m_head;
    PaperRoom& m_room;
    const Principal& m_caller;
};

}  // namespace plumb::server
