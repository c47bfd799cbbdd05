// Reads the body of inspection.submitted and inspection.amended (RECORDS.md): pure, any thread. bad_payload names the
// member.
#pragma once

#include "sync-server/ingest/candidate.h"

namespace plumb::server {

bool isInspection(std::string_view type);  // submitted or amended
bool isReview(std::string_view type);

Result<InspectionColumns> readColumns(const json::object& body);

}  // namespace plumb::server
