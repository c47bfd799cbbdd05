// The index of an archived case on paper (卷内目录): every line of the case in the log's order, by whom and when, and
// what it is called by. Pure; any thread.
#pragma once

#include <vector>

#include "shared/document/papers/record_facts.h"

namespace plumb::document {

struct FiledLine {
    const record::Payload& payload;
    Sha256 hash;
    std::string kid, author;
};

// `term`: for how long it is kept, as the record says ("permanent", "30", "10").
json::object archiveFacts(const RecordSource& record, const std::vector<FiledLine>& lines,
                          const std::string& inspection, const std::string& term);

}  // namespace plumb::document
