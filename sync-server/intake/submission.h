// What the public page sends as a complaint, read strictly (PROTOCOL.md, "Complaints"): members of their types and
// sizes, nothing beside them. What it says is checked by the record's own rule when it is composed. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/records/voice/complaint.h"

namespace plumb::server {

struct Submission {
    records::ComplaintAbout about = records::ComplaintAbout::other;
    std::string key;  // of a site its id, of a person the thumbprint of her device, of an office and of else the region
    std::string words, programme, text, contact;
    std::vector<Bytes> photos;
};

// bad_request with the member and what is wanted.
Result<Submission> readSubmission(std::string_view body);

}  // namespace plumb::server
