// What a device's own store knows of a record, as papers ask for it (document/papers/record_papers.h): no network. For
// the thread of the store, which outlives it.
#pragma once

#include "shared/document/papers/record_papers.h"
#include "shared/store/tablet_store.h"

namespace plumb::papers {

class TabletPapers final : public document::PaperSource {
  public:
    explicit TabletPapers(store::TabletStore& store) : m_store(store) {}

    // notFound "no_record" where it was never synced.
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
    std::string visitCode(const record::Payload& submission) override;

  private:
    Result<document::PaperLine> read(const store::RecordRow& row);

    store::TabletStore& m_store;
};

// Where a visit is rated, of the same server; "" where there is none.
std::string ratePageOf(const store::TabletStore& store);
// The public page of the server and log that this store was enrolled with.
document::PublicPage publicPageOf(const store::TabletStore& store);

}  // namespace plumb::papers
