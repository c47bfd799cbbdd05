#include "shared/papers/issued_paper.h"

#include "shared/document/sign/verify_pdf.h"
#include "shared/store/folded_rows.h"

namespace plumb::papers {

Result<std::vector<records::IssuedDocument>> issuedOf(const store::TabletStore& store, const std::string& record) {
    store::RecordFilter filter;
    filter.type = std::string(records::kDocumentIssued);
    filter.about = record;
    filter.newestFirst = false;
    std::vector<records::IssuedDocument> out;
    for (const auto& row : store.records(filter)) {
        if (!store::counts(row)) continue;
        const auto payload = store.payload(row.hash);
        if (!payload) return fail(payload.error());
        (void)records::foldIssued(out, {*payload, row.hash, row.kid, row.logIndex});
    }
    return out;
}

Result<PrintedPaper> printPaper(store::TabletStore& store, const document::PaperOrder& order) {
    TabletPapers source(store);
    auto made = document::printRecord(source, order);
    if (!made) return fail(made.error());
    PrintedPaper out{std::move(*made)};
    if (order.papers.size() != 1) return out;
    auto issued = issuedOf(store, order.record);
    if (!issued) return fail(issued.error());
    for (auto& one : *issued)
        if (one.says.paper == order.papers.front() && one.says.language == order.language) out.issued = std::move(one);
    if (!out.issued) return out;
    const auto file = store.vault().get(out.issued->says.pdf);
    if (!file) {
        out.as = PrintedPaper::As::apart;
        return out;
    }
    if (!document::isSignedCopyOf(asText(*file), out.pdf.content)) {
        out.as = PrintedPaper::As::newer;
        return out;
    }
    out.as = PrintedPaper::As::issued;
    out.pdf.content = asText(*file);
    return out;
}

}  // namespace plumb::papers
