// What the root says, written into the log of a stopped server: its invitations (invite_root.h), and who certifies
// document keys (certify_documents.h).
#pragma once

#include "shared/record/line.h"
#include "sync-server/setup/data_folder.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// The verifier key of the folder's log, as invitations name it.
Result<std::string> logVerifierKey(const DataFolder& folder, const ServerConfig& config);

// Signs the next line of the root's chain and appends it. wrong_root where it is another server's root; the writer's.
Result<void> appendByRoot(const DataFolder& folder, const ServerConfig& config, const crypto::PrivateKey& root,
                          Store& store, std::string_view type, json::object body, const Clock& clock);

// Appends a line that another key signed, once the root said so: an enrolment.
Result<void> appendLine(const DataFolder& folder, const ServerConfig& config, Store& store, const record::Line& line,
                        const Clock& clock);

}  // namespace plumb::server
