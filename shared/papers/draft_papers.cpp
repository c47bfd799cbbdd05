#include "shared/papers/draft_papers.h"

#include "shared/store/inspection_sign.h"

namespace plumb::papers {
namespace {

// The draft in the place of the record that it is not yet; all else as the store knows it.
class DraftPapers final : public document::PaperSource {
  public:
    DraftPapers(store::TabletStore& store, record::Payload payload, std::string author)
        : m_tablet(store), m_line{std::move(payload), {}, {}, {}, std::move(author)} {}

    Result<document::PaperLine> line(const std::string&) override { return m_line; }
    Result<document::PaperLine> newestVersion(const std::string&) override { return m_line; }
    std::optional<document::PaperLine> cosignature(const std::string&) override { return std::nullopt; }
    std::vector<document::PaperLine> deliveries(const std::string&) override { return {}; }
    Result<std::vector<document::PaperLine>> caseLines(const std::string&) override {
        return std::vector<document::PaperLine>();
    }
    Result<std::shared_ptr<const checklist::Checklist>> checklist(const Sha256& sha256) override {
        return m_tablet.checklist(sha256);
    }
    std::optional<records::Site> site(const std::string& id) override { return m_tablet.site(id); }
    document::PaperPerson person(const std::string& id) override { return m_tablet.person(id); }
    std::string checklistTitle(const std::string& id, const std::string& language) override {
        return m_tablet.checklistTitle(id, language);
    }
    std::string file(const Sha256& sha256) override { return m_tablet.file(sha256); }
    document::PhotoNote photo(const std::string& content) override { return m_tablet.photo(content); }

  private:
    TabletPapers m_tablet;
    document::PaperLine m_line;
};

}  // namespace

Result<document::Pdf> printDraft(store::TabletStore& store, const std::string& draft,
                                 const std::vector<std::string>& papers, const std::string& language,
                                 const std::string& office, const std::string& kind) {
    auto payload = store::previewPayload(store, draft, kind);
    if (!payload) return fail(payload.error());
    const auto who = store.profile();
    if (!who) return fail(who.error());
    document::PaperOrder order;
    order.record = draft;
    order.papers = papers;
    order.language = language;
    order.office = office;
    order.draft = true;
    DraftPapers source(store, std::move(*payload), who->personName);
    return document::printRecord(source, order);
}

}  // namespace plumb::papers
