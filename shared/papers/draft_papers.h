// A draft as its papers would look if it were signed now (PaperOrder::draft). For the thread of the store.
#pragma once

#include "shared/papers/tablet_papers.h"

namespace plumb::papers {

// The papers of a draft of an inspection, "all" of them where `papers` is empty. What lacks is printed as ／.
// notFound "no_draft"; printRecord()'s.
Result<document::Pdf> printDraft(store::TabletStore& store, const std::string& draft,
                                 const std::vector<std::string>& papers, const std::string& language,
                                 const std::string& office, const std::string& kind = "supervision");

}  // namespace plumb::papers
