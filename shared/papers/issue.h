// Issuing a paper: it is made of this store's own lines, signed by this person's document key, and named by a record of
// hers (document.issued), so that paper and record prove each other. For the thread of the store.
#pragma once

#include "shared/papers/tablet_papers.h"
#include "shared/records/document/issued.h"
#include "shared/store/document_key.h"

namespace plumb::papers {

struct IssueOrder {
    std::string record, paper, language = "zh";
    std::string office = {};  // as the server heads its papers
    // The same paper with a colleague's signatures in it, to which this one is added; "": the first signature.
    std::string onto = {};
};

struct SealedPaper {
    std::string pdf;
    records::IssuedBody says;
    std::string type, site, region;  // of the record
    std::size_t signatures = 0;
    int pages = 0;
};

// Makes the paper and signs it. Refused: not_in_log (nothing proves yet that the log has the record), not_cosigned,
// paper_differs (`onto` is not this very paper), "signed_already" (by this person); what is wrong with `onto`'s
// signatures (document/sign/verify_pdf.h); no_record, no_paper.
Result<SealedPaper> sealPaper(store::TabletStore& store, const store::DocumentKey& key, const IssueOrder& order);

// Keeps the PDF, to be sent before its record, and signs that record.
Result<record::Line> issuePaper(store::TabletStore& store, const SealedPaper& paper);

}  // namespace plumb::papers
