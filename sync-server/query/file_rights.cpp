#include "sync-server/query/file_rights.h"

#include <algorithm>

#include "sync-server/projections/files/file_uses.h"
#include "sync-server/query/entry_rights.h"

namespace plumb::server {

std::optional<std::string> FileRights::readableType(const Sha256& sha256, const Principal& caller) const {
    auto holders = m_holders.of(sha256);
    std::optional<std::string> out;
    FileUses(m_reader).each(sha256, [&](const FileUse& use) {
        const auto& entry = use.entry;
        // A file of before holders were remembered belongs to the first line that names it.
        if (holders.empty()) holders.push_back(entry.author);
        const bool published = domain::recordType(entry.type).place == domain::PlaceRule::publication;
        const bool itsOwn = published || std::find(holders.begin(), holders.end(), entry.author) != holders.end();
        if (itsOwn && mayReadEntry(caller, entry, m_reader)) out = use.type;
        return !out;
    });
    return out;
}

bool FileRights::mayKnow(const Sha256& sha256, const Principal& caller) const {
    return m_holders.holds(sha256, caller.kid) || readableType(sha256, caller).has_value();
}

}  // namespace plumb::server
