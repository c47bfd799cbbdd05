#include "sync-server/auth/document_authority.h"

namespace plumb::server {

std::optional<std::string> authorityLine(const DocumentAuthority& authority, const Trust& trust) {
    for (auto& [certificate, line] : domain::namedAuthorities(trust.documentAuthorities())) {
        if (certificate == authority.certificate) return std::move(line);
    }
    return std::nullopt;
}

std::vector<crypto::Certificate> documentAuthorities(const Trust& trust) {
    std::vector<crypto::Certificate> out;
    for (auto& named : domain::namedAuthorities(trust.documentAuthorities()))
        out.push_back(std::move(named.certificate));
    return out;
}

}  // namespace plumb::server
