#include "shared/papers/issue.h"

#include <algorithm>

#include "shared/crypto/hash.h"
#include "shared/document/sign/sign_pdf.h"
#include "shared/document/sign/verify_pdf.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/store/inspection_history.h"

namespace plumb::papers {
namespace {

std::vector<crypto::Certificate> authoritiesOf(const store::TabletStore& store) {
    std::vector<crypto::Certificate> out;
    auto named = store::documentAuthorities(store);
    if (!named) return out;
    for (auto& [certificate, line] : *named) out.push_back(std::move(certificate));
    return out;
}

// The line that the paper says: of an inspection its newest version, which must count.
Result<document::PaperLine> lineToIssue(store::TabletStore& store, document::PaperSource& source,
                                        const std::string& record) {
    auto line = source.line(record);
    if (!line) return line;
    if (records::isSubmission(line->payload.type)) {
        const auto history = store::historyOf(store, record);
        if (!history) return fail(history.error());
        if (auto may = records::mayFollow(history->history.status); !may) return fail(may.error());
        if (history->history.status == records::InspectionStatus::incomplete)
            return fail(ErrorKind::refused, "not_cosigned",
                        "the inspection waits for the second inspector's signature; no paper of it is issued before");
        line = source.newestVersion(record);
        if (!line) return line;
    }
    if (line->index) return line;
    return fail(ErrorKind::refused, "not_in_log",
                "nothing proves yet that the log holds this record; sync, and issue the paper then");
}

// A colleague's copy holds what this store prints and good signatures, none of them by this person.
Result<void> checkOnto(const std::string& onto, const std::string& paper, const std::string& kid,
                       const std::vector<crypto::Certificate>& authorities) {
    if (onto.empty()) return {};
    const auto seal = document::verifySigned(onto, authorities);
    if (!seal) return fail(seal.error());
    if (seal->appended) return fail(*seal->appended);
    for (const auto& one : seal->signatures) {
        if (one.fault) return fail(*one.fault);
        if (one.holder == kid)
            return fail(ErrorKind::conflict, "signed_already", "this person's signature is in the PDF already");
    }
    if (document::isSignedCopyOf(onto, paper)) return {};
    return fail(ErrorKind::refused, "paper_differs",
                "the PDF that is to be signed too is not the paper that follows from this record as this device has "
                "it; sync, and have it signed anew");
}

}  // namespace

Result<SealedPaper> sealPaper(store::TabletStore& store, const store::DocumentKey& key, const IssueOrder& order) {
    TabletPapers source(store);
    const auto line = lineToIssue(store, source, order.record);
    if (!line) return fail(line.error());
    document::PaperOrder print;
    print.record = order.record;
    print.papers = {order.paper};
    print.language = order.language;
    print.office = order.office;
    print.page = publicPageOf(store);
    const auto paper = document::printRecord(source, print);
    if (!paper) return fail(paper.error());
    const auto authorities = authoritiesOf(store);
    if (auto good = checkOnto(order.onto, paper->content, key.certificate.holder(), authorities); !good)
        return fail(good.error());
    auto pdf = document::signPdf(order.onto.empty() ? paper->content : order.onto,
                                 {key.key, key.certificate, key.authority, key.authorityLine}, store.now());
    if (!pdf) return fail(pdf.error());
    // What leaves this device is judged as its readers will judge it.
    const auto seal = document::verifySigned(*pdf, authorities);
    if (!seal) return fail(seal.error());
    if (!seal->holds()) {
        const auto& fault = seal->signatures.back().fault;
        return fail(fault ? *fault : Error{ErrorKind::badSignature, "cms_broken", "the signature does not hold"});
    }
    SealedPaper out;
    out.says = {order.record,
                line->hash,
                order.paper,
                order.language,
                document::builtinLayout(order.paper, order.language)->hash(),
                crypto::sha256(*pdf),
                document::recordNumber(line->payload, line->kid)};
    out.pdf = std::move(*pdf);
    out.type = line->payload.type;
    out.site = line->payload.site;
    out.region = line->payload.region;
    out.signatures = seal->signatures.size();
    out.pages = paper->pages;
    return out;
}

Result<record::Line> issuePaper(store::TabletStore& store, const SealedPaper& paper) {
    constexpr const char* kType = "application/pdf";
    const auto kept = store.importFile(asBytes(paper.pdf), kType);
    if (!kept) return fail(kept.error());
    store::NewRecord record;
    record.type = records::issuedAs(paper.type);
    record.site = paper.site;
    record.region = paper.region;
    record.files = {{kept->sha256, kept->size, kType, std::string(records::kPaperRole), {}}};
    record.body = records::toBody(paper.says);
    return store.append(record);
}

}  // namespace plumb::papers
