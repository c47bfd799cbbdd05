// Printing a paper that was issued before: the bytes that were issued, or a newer state that says so. What is said of a
// record later (a delivery, a second order) stands on the paper that is made anew, and never changes the issued one.
// For the thread of the store.
#pragma once

#include <optional>

#include "shared/papers/tablet_papers.h"
#include "shared/records/document/issued.h"

namespace plumb::papers {

// The papers of the record that were issued and count here, in log order.
Result<std::vector<records::IssuedDocument>> issuedOf(const store::TabletStore& store, const std::string& record);

struct PrintedPaper {
    enum class As {
        made,    // it was never issued, or several papers are bound as one
        issued,  // `pdf` is the very file that was issued last, signatures and all
        newer,   // it was issued, and is another now: what was said since, another office or layout
        apart,   // it was issued, and the file is not on this device to be compared
    };
    document::Pdf pdf;
    As as = As::made;
    std::optional<records::IssuedDocument> issued = {};  // the last one
};
// As document::printRecord().
Result<PrintedPaper> printPaper(store::TabletStore& store, const document::PaperOrder& order);

}  // namespace plumb::papers
