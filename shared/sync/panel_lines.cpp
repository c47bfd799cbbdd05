#include "shared/sync/panel_lines.h"

#include "shared/base/uuid.h"
#include "shared/crypto/merkle.h"
#include "shared/crypto/multi_proof.h"
#include "shared/records/believe.h"

namespace plumb::sync {
namespace {

Result<void> checkProof(const FeedAnswer& page, const crypto::Checkpoint& checkpoint) {
    if (page.lines.empty()) return {};
    std::vector<crypto::PlacedLeaf> leaves;
    for (const auto& [index, text] : page.lines) leaves.push_back({index, crypto::leafHash(asBytes(text))});
    if (crypto::verifyMultiProof(leaves, checkpoint.size, page.proof, checkpoint.root)) return {};
    return fail(ErrorKind::badSignature, "bad_feed",
                "the server handed out lines that its log does not hold at these places; nothing of them counts");
}

// Judges the lines in the log's order, and folds those that are believed.
class Judge {
  public:
    explicit Judge(const domain::TrustBook& book) : m_book(book) {}

    void take(std::uint64_t index, const std::string& text) {
        const auto line = record::Line::parse(text);
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
        if (!payload || !records::believe(m_book, *line, *payload, index, m_facts)) {
            ++m_unbelieved;
            return;
        }
        m_facts.add(*payload, line->kid(), index);
        if (records::isPanel(payload->type))
            (void)records::foldPanel(m_row, {*payload, line->hash(), line->kid(), index});
    }
    [[nodiscard]] const std::optional<records::PanelRow>& row() const { return m_row; }
    [[nodiscard]] std::size_t unbelieved() const { return m_unbelieved; }

  private:
    const domain::TrustBook& m_book;
    domain::FactBook m_facts;
    std::optional<records::PanelRow> m_row;
    std::size_t m_unbelieved = 0;
};

tl::unexpected<Error> unknown(const std::string& id) {
    return fail(
        ErrorKind::notFound, "panel_unknown",
        "no line that is believed here assigns panel " + id.substr(0, 40) + ", or you may not read it; sync first");
}

}  // namespace

Result<ProvedPanel> provedPanel(const store::TabletStore& store, ServerLink& link, const std::string& id) {
    const auto newest = isUuid(id) ? store.newestCheckpoint() : std::nullopt;
    if (!newest) return unknown(id);
    const auto book = store.trust();
    if (!book) return fail(book.error());
    Judge judge(*book);
    std::uint64_t after = 0;
    for (bool more = true; more;) {
        const auto page = link.about(id, after, newest->checkpoint.size);
        if (!page) return fail(page.error());
        if (auto good = checkProof(*page, newest->checkpoint); !good) return fail(good.error());
        for (const auto& [index, text] : page->lines) judge.take(index, text);
        more = page->more && page->cursor > after;
        after = page->cursor;
    }
    if (!judge.row() || judge.row()->id != id) return unknown(id);
    return ProvedPanel{*judge.row(), judge.unbelieved()};
}

}  // namespace plumb::sync
