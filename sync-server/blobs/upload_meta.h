// What an upload is, apart from its bytes: one small JSON file beside the growing one. An upload's name is made from
// its file's hash and its caller, so that the same file and caller always meet the same upload.
#pragma once

#include <optional>
#include <string>

#include "shared/base/sha256.h"

namespace plumb::server {

struct UploadMeta {
    Sha256 sha256;
    std::uint64_t length = 0;
    std::string kid;
    std::string type;
};

std::string uploadId(const std::string& kid, const Sha256& sha256);
// The hash in an id; none where it is not of our form (it becomes part of a path).
std::optional<Sha256> hashOfUploadId(std::string_view id);

std::string formatUploadMeta(const UploadMeta& meta);
Result<UploadMeta> parseUploadMeta(std::string_view text);

}  // namespace plumb::server
