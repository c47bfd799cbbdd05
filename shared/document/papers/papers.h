// The papers that come with the product, and printing some of them as one document.
#pragma once

#include <string>
#include <vector>

#include "shared/document/layout/layout.h"
#include "shared/document/typeset/typeset.h"

namespace plumb::document {

// "inspection_record", "score_sheet", "evidence_sheet", "rectification_order", "delivery_proof",
// "rectification_report", "recheck_opinion", "archive_index", in "zh" and "en"; null for others.
const Layout* builtinLayout(std::string_view paper, std::string_view language);
std::vector<std::string_view> builtinPapers();

struct PrintJob {
    std::vector<const Layout*> layouts;  // one paper after the other; the foot is the first one's
    Instant at;                          // of the record
    std::string watermark;               // "" for none
    std::string foot = {};               // in the place of the layouts' own; "": theirs
};

// REQUIRES: one layout at least.
Result<Pdf> print(const PrintJob& job, const json::object& facts, const PictureOf& pictureOf);

}  // namespace plumb::document
